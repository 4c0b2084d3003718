/// Bars whose lengths show numbers.
package struct BarChart: Sendable {
  /// One bar.
  package struct Bar: Hashable, Sendable {
    /// What it stands for.
    package var label: String
    /// Its length; what is negative or not a number counts as 0.
    package var value: Double
    /// The number as it is written beside the bar.
    package var text: String

    /// A bar with its label, its length, and its number in words.
    package init(_ label: String, _ value: Double, text: String) {
      self.label = label
      self.value = value.isFinite ? max(0, value) : 0
      self.text = text
    }
  }

  /// The bars in order.
  package var bars: [Bar]
  /// The value of a full bar; nil takes the largest.
  package var full: Double?

  /// A chart of these bars.
  package init(_ bars: [Bar], full: Double? = nil) {
    self.bars = bars
    self.full = full
  }

  private var scale: Double {
    max(full ?? bars.reduce(0) { max($0, $1.value) }, .leastNormalMagnitude)
  }

  /// One line a bar: label, bar, number.
  ///
  /// Where fewer than five columns are left for the bars, label and number stand alone.
  package func lines(width: Int, style: Style) -> [String] {
    let labels = bars.reduce(0) { max($0, $1.label.columns) }
    let texts = bars.reduce(0) { max($0, $1.text.columns) }
    let room = width - labels - texts - 2
    guard room >= 5 else {
      return bars.flatMap { Wrap(width, hanging: "  ").lines("\($0.label): \($0.text)") }
    }
    return bars.map { bar in
      let drawn = BarChart.bar(min(1, bar.value / scale), columns: room, style)
      return "\(bar.label.padded(to: labels)) \(drawn.isEmpty ? "" : drawn + " ")\(bar.text)"
    }
  }

  /// A bar lying down; any value above 0 shows at least its thinnest piece.
  private static func bar(_ share: Double, columns: Int, _ style: Style) -> String {
    guard share > 0 else { return "" }
    guard style.hasDrawing else {
      let count = max(1, Int((share * Double(columns)).rounded()))
      return String(repeating: "#", count: count)
    }
    let eighths = max(1, Int((share * Double(columns) * 8).rounded()))
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}

import Scheduling
import Terminal

/// What was predicted beside what happened, from the least likely recall to the likeliest.
struct CalibrationPlot {
  private let bins: [Calibration.Bin]

  init(_ calibration: Calibration) {
    bins = calibration.bins
  }

  /// One line a bin: both figures, how many items, and both marked on one scale where there is room.
  func lines(width: Int, style: Style) -> [String] {
    let heads = ["predicted", "recalled", "n"]
    let cells = bins.map { [$0.predicted.percentText, $0.recalled.percentText, "\($0.itemCount)"] }
    let widths = heads.indices.map { column in
      cells.reduce(heads[column].columns) { max($0, $1[column].columns) }
    }
    let room = min(width, 80) - widths.reduce(0, +) - 2 * heads.count
    guard room >= 20 else {
      let columns = heads.map(Table.Column.number)
      return Table(columns, rows: cells).lines(width: width, style: style)
    }
    let scale = Scale(bins, columns: room, style: style)
    let head = zip(heads, widths).map { style(.strong, $0.leftPadded(to: $1)) } + [scale.legend]
    return [head.joined(separator: "  ")]
      + zip(bins, cells).map { bin, cells in
        (zip(cells, widths).map { $0.leftPadded(to: $1) } + [scale.track(bin)])
          .joined(separator: "  ")
      }
  }

  /// Shares from a round per cent to 100 on a row of columns.
  private struct Scale {
    /// Per cent at the left end.
    let low: Int
    let columns: Int
    let style: Style

    init(_ bins: [Calibration.Bin], columns: Int, style: Style) {
      let least = bins.reduce(1) { min($0, $1.predicted, $1.recalled) }
      low = min(90, Int(least * 10) * 10)
      self.columns = min(columns, 51)
      self.style = style
    }

    private var marks: (track: Character, predicted: Character, recalled: Character) {
      style.hasDrawing ? ("·", "│", "●") : (".", "|", "o")
    }

    var legend: String {
      let left = "\(low)%"
      let words = "\(marks.predicted) predicted \(marks.recalled) recalled"
      let middle = columns - left.columns - "100%".columns
      guard words.columns + 2 <= middle else { return left.padded(to: columns - 4) + "100%" }
      let before = (middle - words.columns) / 2
      return left + (String(repeating: " ", count: before) + words).padded(to: middle) + "100%"
    }

    func track(_ bin: Calibration.Bin) -> String {
      var places = [Character](repeating: marks.track, count: columns)
      places[place(bin.predicted)] = marks.predicted
      places[place(bin.recalled)] = marks.recalled
      return String(places)
    }

    private func place(_ share: Double) -> Int {
      let part = (share * 100 - Double(low)) / Double(100 - low)
      return min(columns - 1, max(0, Int((part * Double(columns - 1)).rounded())))
    }
  }
}

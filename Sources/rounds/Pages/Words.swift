import Terminal

extension Int {
  /// The number with its noun: `1 card`, `2 cards`.
  func counted(_ noun: String) -> String {
    "\(self) \(noun)\(self == 1 ? "" : "s")"
  }
}

extension String {
  /// The text cut to a number of columns, an ellipsis at its end where something is missing.
  func shortened(to width: Int) -> String {
    guard columns > width else { return self }
    var short = self
    while short.columns > max(width - 1, 1) { short.removeLast() }
    return short + "…"
  }
}

/// Texts compared by their words.
enum WordSet {
  /// The words of three letters and more, in small letters.
  static func words(of text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
        .filter { $0.count >= 3 }.map(String.init)
    )
  }
}

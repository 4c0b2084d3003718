import Decks
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
    var short = ""
    var room = max(width, 1)
    for character in self {
      let taken = String(character).columns
      guard taken <= room else {
        // One column is kept for the ellipsis by taking the last character back.
        if room < 1, !short.isEmpty { short.removeLast() }
        return short + "…"
      }
      short.append(character)
      room -= taken
    }
    return short
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

  /// The share of all their words that two texts have in common, 0 to 1.
  static func overlap(_ left: Set<String>, _ right: Set<String>) -> Double {
    let all = left.union(right).count
    return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
  }
}

extension Question {
  /// Whether its stem or answer has a word for each of these beginnings.
  func holds(wordsBeginningWith sought: Set<String>) -> Bool {
    let words = WordSet.words(of: "\(stem) \(key.answerText)")
    return sought.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
  }
}

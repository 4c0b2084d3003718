/// What grading needs beside the key and the typed text.
package struct GradingContext: Sendable {
  /// Words in lower case that are never taken for a slip of another, beside the shipped ones.
  package var knownWords: Set<String>
  /// Whose list of dangerous notations holds.
  package var notation: NotationProfile
  /// Whether the same card was answered with `ask` just before.
  package var isSecondTry: Bool
  /// Display position i shows option or step `presentation[i]`; empty means the deck's own order.
  package var presentation: [Int]

  /// Makes a context; what is left out is plain.
  package init(
    knownWords: Set<String> = [],
    notation: NotationProfile = .ismp,
    isSecondTry: Bool = false,
    presentation: [Int] = []
  ) {
    self.knownWords = knownWords
    self.notation = notation
    self.isSecondTry = isSecondTry
    self.presentation = presentation
  }
}

extension GradingContext {
  /// The presentation for so many parts; anything that is no permutation means the deck's order.
  func order(of count: Int) -> [Int] {
    presentation.sorted() == Array(0..<count) ? presentation : Array(0..<count)
  }

  func isKnown(_ word: String) -> Bool {
    knownWords.contains(word) || Lexicon.shared.contains(word)
  }

  func flagged(_ notations: [Notation]) -> [Notation] {
    var seen: Set<Notation> = []
    return notations.filter { notation.flags($0) && seen.insert($0).inserted }
  }
}

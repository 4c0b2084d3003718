/// What grading needs beside the key and the typed text.
package struct GradingContext: Sendable {
  /// Whether a word in lower case is one that the learner's decks or dictionaries use, so that it is
  /// never taken for a slip of another; the shipped lexicon is asked besides.
  package var isUsedWord: @Sendable (String) -> Bool
  /// Whose list of dangerous notations holds.
  package var notation: NotationProfile
  /// Whether the same card was answered with `ask` just before.
  package var isSecondTry: Bool
  /// Display position i shows option or step `presentation[i]`; empty means the deck's own order.
  package var presentation: [Int]
  /// The question as it is shown, whose routes and counted nouns an answer may repeat.
  package var stem: String

  /// Makes a context; what is left out is plain.
  package init(
    isUsedWord: @escaping @Sendable (String) -> Bool = { _ in false },
    notation: NotationProfile = .ismp,
    isSecondTry: Bool = false,
    presentation: [Int] = [],
    stem: String = ""
  ) {
    self.isUsedWord = isUsedWord
    self.notation = notation
    self.isSecondTry = isSecondTry
    self.presentation = presentation
    self.stem = stem
  }
}

extension GradingContext {
  /// The presentation for so many parts; anything that is no permutation means the deck's order.
  func order(of count: Int) -> [Int] {
    presentation.sorted() == Array(0..<count) ? presentation : Array(0..<count)
  }

  func flagged(_ notations: [Notation]) -> [Notation] {
    var seen: Set<Notation> = []
    return notations.filter { notation.flags($0) && seen.insert($0).inserted }
  }
}

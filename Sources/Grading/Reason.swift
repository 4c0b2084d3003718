package import Decks

/// One thing to say about an answer; the sentence is made where it is shown.
package enum Reason: Hashable, Sendable {
  /// What was expected, as the deck has it.
  case expected(String)

  // Numbers.
  /// The number is a whole factor (10, 60, 1000 …) away.
  case factor(Int, Direction, typed: String)
  case off(Direction, typed: String)
  case wrongSign
  case wrongComparator(expected: Comparator?, typed: Comparator?)
  case lowerEnd
  case upperEnd
  case bothEndsWanted
  /// One end of a range was given; this one was not.
  case endMissing(Direction)
  case oneValueWanted
  case ratioIsNoNumber
  /// Another ratio than the key's, written plainly.
  case otherRatio(String)
  case extraQuantity(String)
  case numberWanted
  /// More than one reading of a number, each written plainly.
  case ambiguousNumber([String])
  case unreadableNumber(String)
  /// Words around the number of a card that asks for a number alone.
  case onlyNumber([String])
  /// A route or a counted noun that the question does not contradict.
  case ignored([String])

  // Units.
  case needsUnit
  case noUnitBelongs
  case perMissing(String)
  /// A rate where a total is asked for.
  case perUnasked(String)
  case perOther(expected: String, typed: String)
  case pumpRate
  case wrongUnit(expected: String, typed: String)
  case unknownUnit(String)
  case ambiguousUnit(String, [String])
  case notation(Notation)

  // Words.
  /// The typed word is another word, not a slip of the expected one.
  case otherWord(typed: String, expected: String)
  /// A slip was tolerated; the right spelling is shown.
  case spelling(String)
  case partMissing([String])
  case extraWords([String])
  case otherOrder
  /// All members of a list, not in the order of the key.
  case listOrder
  case negation
  case hedged
  case abbreviation(String, meaning: String)
  case noMatch

  // Other kinds.
  case nothingTyped
  case tooLong
  case lettersWanted(options: Int, several: Bool)
  case truthWanted
  case orderWanted(steps: Int)
  case partsWanted(Int)
  case missedOptions([String])
  case wrongOptions([String])
  /// A reason that belongs to the blank with this number, counted from 1.
  indirect case part(Int, Reason)
}

/// Which way a number misses.
package enum Direction: String, Hashable, Sendable {
  case high
  case low
}

/// A way to write a dose that has killed.
///
/// Source: ISMP, "List of error-prone abbreviations, symbols, and dose designations"; BNF,
/// "Guidance on prescribing: prescription writing".
package enum Notation: String, Hashable, Sendable, CaseIterable {
  case unitLetter = "U"
  case internationalUnit = "IU"
  case microgramSign = "µg"
  /// Flagged by the BNF alone, which wants micrograms in full.
  case microgramShort = "mcg"
  case cubicCentimetre = "cc"
  case trailingZero = "5.0"
  case nakedDecimal = ".5"
}

/// Whose list of dangerous notations holds.
package enum NotationProfile: String, Hashable, Sendable, CaseIterable {
  case ismp
  case bnf
  case off

  /// Whether this list has the notation.
  package func flags(_ notation: Notation) -> Bool {
    switch self {
    case .ismp: notation != .microgramShort
    case .bnf: true
    case .off: false
    }
  }
}

extension Reason {
  /// Whether it warns of what was written, so that a right answer is one with a note.
  var isWarning: Bool {
    switch self {
    case .abbreviation, .notation: true
    default: false
    }
  }

  /// What is said of words that were passed over.
  static func ignoring(_ words: [String]) -> [Reason] {
    guard !words.isEmpty else { return [] }
    return [.ignored(words)]
      + words.compactMap { word in
        Abbreviations.danger(word.lowercased()).map { .abbreviation(word, meaning: $0) }
      }
  }

  /// Whether a part of the key is missing, or the answer names the key beside something
  /// else, or in an order that may turn its sense.
  var marksHalfAnAnswer: Bool {
    switch self {
    case .partMissing, .hedged, .otherOrder: true
    case .part(_, let reason): reason.marksHalfAnAnswer
    default: false
    }
  }
}

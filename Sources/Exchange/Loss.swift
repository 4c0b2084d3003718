package import Decks

/// One thing that did not come over.
package enum Loss: Hashable, Sendable {
  // The whole entry.

  /// The file's entry cannot become a card.
  case notUnderstood(Fault)
  /// The deck, or the file further up, holds the same question with the same key.
  case repeated
  /// `check` says what is wrong with the card.
  case cardUnreadable
  case kindNotSupported(Kind)
  /// The format has no way to write a text like this one.
  case textNotWritable
  /// A bound, two ends, or a number without an exact decimal.
  case numberNotWritable

  // A part of it.

  /// A field of the card, by its name in decks, or a column or part of the file's entry.
  case fieldDropped(String)
  /// Emphasis, links or HTML became plain text.
  case markupFlattened
  /// A picture or sound is named only.
  case mediaDropped
  /// Control characters were taken out.
  case controlsStripped
  /// Several lines became one.
  case linesJoined
  /// Feedback on single answers became part of `Why:`.
  case feedbackJoined
  /// An answer that earns a part of the points counts as wrong, or is left out.
  case partialCreditDropped
  /// Right answers of different weights count alike.
  case weightsDropped
  /// All-or-nothing scoring became points for each part.
  case scoreChanged
  /// An alternative with a wildcard or a tolerance of its own is left out.
  case alternativeDropped
  /// The category became a tag.
  case categoryMadeTag
  /// The other program's own number for the question is replaced by a new id.
  case identifierReplaced
  /// The keys of options become a, b, c in their order.
  case optionKeysDropped
  case vignetteJoined
  /// The unit stands in the question, and is no longer asked for.
  case unitInStem
  case toleranceDropped
  /// A percentage became the same distance as a number.
  case toleranceMadeAbsolute
  /// The card is asked as another kind of question.
  case kindChanged(Kind)
  /// One of several questions of a card, which nothing keeps together any longer.
  case siblingsParted

  /// Whether nothing of the entry came over.
  package var isWhole: Bool {
    switch self {
    case .notUnderstood, .repeated, .cardUnreadable, .kindNotSupported, .textNotWritable,
      .numberNotWritable:
      true
    default: false
    }
  }
}

/// Why an entry of a file cannot become a card.
package enum Fault: Error, Hashable, Sendable {
  case undecodable
  case emptyQuestion
  case emptyAnswer
  case noAnswer
  case essay
  case matching
  case openAnswer
  case secondAnswer
  case unmarkedAnswer
  case badWeight
  case badNumber(String)
  case noFullCredit
  case severalRight
  case wildcard
  case optionCount(Int)
  case noQuestion
  case badAnswerLine
  case noSuchOption(String)
  case fewColumns(Int)
  case comment
  case openQuote
  case textAfterQuote
  case clozeNote
  case struckText
  /// The deck format cannot hold it.
  case notRepresentable
}

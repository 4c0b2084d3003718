/// Why a sentence gave no card, or a proposed card fell.
package enum Reason: String, Hashable, Sendable, CaseIterable, Comparable {
  // Sentences.
  /// About a named person, or said by one.
  case people
  case promotion
  /// Slang, celebrity and other things not worth learning.
  case trivia
  /// Speaks to the reader or gives general advice.
  case advice
  /// A question, an order, a fragment, or an unbalanced bracket.
  case notDeclarative = "not-declarative"
  /// Too few words to tell anything, or more than 34.
  case length
  /// Points to something outside the sentence that could not be resolved safely.
  case anaphor
  /// Says only that something was studied or is not known.
  case vague
  /// No pattern found anything to ask.
  case noFact = "no-fact"

  // Proposed cards.
  /// The words cited do not stand in the document.
  case noSpan = "no-span"
  /// A number or unit of the card does not stand in the cited sentence.
  case number
  /// A word of doubt, restriction or negation of the source is missing.
  case hedge
  /// The stem gives the answer away.
  case leak
  /// The answer is too long, too vague or one of a list.
  case answer
  /// The stem is longer than 30 words.
  case stemLength = "stem-length"
  /// The answer stands more than once in the sentence, or is one of several in sight.
  case ambiguous
  /// A part of a sentence that opens or closes a parenthesis alone.
  case fragment
  /// One of the nineteen faults of questions with options.
  case itemFlaw = "item-flaw"
  /// A question in words of its own, of a statement that no grammar could read to its end.
  case parse
  /// Marks that would break the card's line.
  case markup
  /// Too weak beside what else the documents offer.
  case weak
  /// Says what another draft or a card of the deck says.
  case duplicate
  /// Says what was rejected before.
  case rejected
  /// The document has its share of cards already.
  case density

  // Proposals of a writer.
  /// No sentence of that number, an answer that is not in it, or no question.
  case misfit
  /// The question brings words that its sentence lacks, or turns them round.
  case wording
  /// The question lost a condition, a population or another word of its sentence.
  case condition
  /// The writer itself did not answer so from the sentence alone.
  case roundTrip = "round-trip"
  /// The writer gave no answer to check it by.
  case unchecked

  package static func < (left: Reason, right: Reason) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    Self.allCases.firstIndex(of: self) ?? 0
  }
}

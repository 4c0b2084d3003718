package import Decks

/// A card that the generator proposes, with what it knows of the card beyond its text.
package struct Draft: Hashable, Sendable {
  package var card: Card
  /// Where the cited words stand, in Unicode scalars of the document's text.
  package let cited: Range<Int>
  /// The sentence that the card asks about, on one line.
  package let sentence: String
  package let account: Account
  /// What could be asked of the sentence in the card's place, the best first.
  package let runnersUp: [RunnerUp]

  /// The most runners-up of one draft.
  package static let mostRunnersUp = 7
}

/// A card that fell only because a draft about the same sentence was better.
package struct RunnerUp: Hashable, Sendable {
  package let card: Card
  package let account: Account
  package let verdict: Verdict

  package init(card: Card, account: Account, verdict: Verdict) {
    self.card = card
    self.account = account
    self.verdict = verdict
  }

  /// What decided against a runner-up.
  package enum Verdict: String, Hashable, Sendable {
    /// It asks for words that the draft asks for, and ranked below it.
    case sameWords = "same-words"
    /// The sentence had its two drafts.
    case full
    /// As a second question about the sentence it was worth too little.
    case second
    /// The document had its share of cards.
    case density
    /// An educator took another in its place.
    case replaced
  }
}

package import Decks

/// A draft that an educator did not want, as far as it must not be proposed again.
package struct RejectedDraft: Hashable, Sendable {
  package let card: Card
  /// The sentence that the card cites; empty where its document was not at hand.
  package let sentence: String

  package init(card: Card, sentence: String = "") {
    self.card = card
    self.sentence = sentence
  }

  /// Words that an educator wants no card to say, the text of a cloze among them.
  package init(words: String) {
    let stem = KnownCard.plain(words)
    card = Card(kind: .basic, body: .question(stem: stem, key: .text(TextKey(answer: ""))))
    sentence = ""
  }
}

/// What was rejected, so that nothing like it is proposed.
///
/// A candidate is the same where it says nearly the same words, as a card of the same content
/// always does, or where it asks the same sentence for the same answer.
struct Rejections: Sendable {
  private let words: LikenessIndex
  private let facts: [Fact]

  /// What a rejected card asked of which sentence.
  private struct Fact {
    let sentence: String
    let spans: [String]
    let answers: [Likeness]
  }

  init(_ drafts: [RejectedDraft] = []) {
    let cards = KnownCard.all(in: drafts.map(\.card), isOwn: true)
    words = LikenessIndex(cards.map(\.likeness))
    facts = drafts.map { draft in
      let questions = draft.card.questions(id: draft.card.provisionalID, deck: "")
      return Fact(
        sentence: Self.folded(draft.sentence),
        spans: draft.card.details.citations.compactMap { $0.span.map(Self.folded) },
        answers: questions.map { Likeness(text: "", answer: KnownCard.words(of: $0.key)) }
      )
    }
  }

  /// Whether what a candidate says of a sentence was rejected before.
  func hold(_ likeness: Likeness, sentence: String) -> Bool {
    if words.holds(likeness, overlap: 0.8) { return true }
    guard !facts.isEmpty else { return false }
    let sentence = Self.folded(sentence)
    return facts.contains { fact in
      fact.answers.contains { $0.sharesAnswer(with: likeness) }
        && (fact.sentence == sentence || fact.spans.contains(where: sentence.contains))
    }
  }

  /// The text with every run of white space as one space.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

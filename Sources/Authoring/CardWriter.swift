import Decks
import Reading

/// Makes the draft card of a candidate.
///
/// `Evidence:` stays empty: the program cannot know how good a document is, and leaves it to the
/// educator; the status tells that nobody has looked at the card.
enum CardWriter {
  static func card(_ candidate: Candidate, from document: Document, key: String, people: People?)
    -> Card?
  {
    guard
      let citation = CitationWriter.citation(of: candidate, in: document, key: key, people: people)
    else { return nil }
    var details = Card.Details()
    details.citations = [citation]
    return Card(
      kind: candidate.form == .cloze ? .cloze : .basic,
      title: title(candidate, people),
      status: .draft,
      vignette: vignette(candidate, people),
      body: body(candidate),
      details: details
    )
  }

  private static func body(_ candidate: Candidate) -> Card.Body {
    switch candidate.form {
    case .cloze: .cloze(text: candidate.clozeText, accepted: [])
    case .basic(let question):
      .question(stem: question, key: .text(TextKey(answer: candidate.answer)))
    }
  }

  /// The section's heading, unless it gives the answer away or cannot stand in a heading line.
  private static func title(_ candidate: Candidate, _ people: People?) -> String {
    guard
      let heading = candidate.sentence.headings.last.flatMap({ CitationWriter.fit($0, people) }),
      !heading.contains("{"), !heading.contains("}")
    else { return "" }
    let answer = Set(Token.tokens(of: candidate.answer).map(\.lower).filter(Salience.isContent))
    let gives = Token.tokens(of: heading).contains { answer.contains($0.lower) }
    return gives ? "" : heading
  }

  /// The lead-in of a numbered list, without which its steps mean nothing.
  private static func vignette(_ candidate: Candidate, _ people: People?) -> String {
    guard candidate.sentence.isNumberedStep, let leadIn = candidate.sentence.leadIn,
      people?.appear(in: leadIn) != true
    else { return "" }
    return leadIn
  }
}

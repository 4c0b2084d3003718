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
    if case .truth(_, isTrue: false) = candidate.form {
      details.why = candidate.statement.text
    }
    return Card(
      kind: kind(of: candidate.form),
      title: title(candidate, people),
      status: .draft,
      vignette: vignette(candidate, people),
      body: body(candidate),
      details: details
    )
  }

  private static func kind(of form: Candidate.Form) -> Kind {
    switch form {
    case .cloze: .cloze
    case .basic: .basic
    case .choice: .singleBestAnswer
    case .several: .multipleResponse
    case .truth: .trueFalse
    case .order: .order
    }
  }

  private static func body(_ candidate: Candidate) -> Card.Body {
    switch candidate.form {
    case .cloze: .cloze(text: candidate.clozeText, accepted: [])
    case .basic(let question):
      .question(stem: question, key: .text(TextKey(answer: candidate.answer)))
    case .choice(let question, let distractors):
      .question(stem: question, key: .choice(choice(of: [candidate.answer], among: distractors)))
    case .several(let question, let right, let wrong):
      .question(stem: question, key: .choice(choice(of: right, among: wrong)))
    case .truth(let claim, let isTrue): .question(stem: claim, key: .truth(isTrue))
    case .order(let question, let steps):
      .question(stem: question, key: .order(Ordering(steps: steps)))
    }
  }

  /// Options in the order of their numbers or of the alphabet, so that none stands out.
  private static func choice(of answers: [String], among distractors: [String]) -> Choice {
    let isCapitalised = answers.contains { $0.unicodeScalars.first?.isUppercase == true }
    let others = isCapitalised ? distractors.map(withCapital) : distractors
    let texts = (others + answers).sorted(by: Distractors.precede)
    let letters = zip("abcdefgh", texts).map { letter, text in
      Choice.Option(letter: String(letter), text: text, isRight: answers.contains(text))
    }
    return Choice(options: letters, allowsSeveral: answers.count > 1)
  }

  /// A capital that the right answer has from its place in the sentence would tell it.
  private static func withCapital(_ option: String) -> String {
    let scalars = option.unicodeScalars
    let rest = scalars.dropFirst().prefix { $0 != " " }
    guard rest.allSatisfy({ !$0.isUppercase }) else { return option }
    return option.prefix(1).uppercased() + option.dropFirst()
  }

  /// The section's heading, unless it gives the answer away or cannot stand in a heading line.
  private static func title(_ candidate: Candidate, _ people: People?) -> String {
    guard
      let heading = candidate.sentence.headings.last.flatMap({ CitationWriter.fit($0, people) }),
      !heading.contains("{"), !heading.contains("}")
    else { return "" }
    let answer = Set(candidate.answerTokens.map(\.lower).filter(Salience.isContent))
    let gives = Token.tokens(of: heading).contains { answer.contains($0.lower) }
    return gives ? "" : heading
  }

  /// What the question is about, and the lead-in of a numbered list, without which its steps mean
  /// nothing.
  private static func vignette(_ candidate: Candidate, _ people: People?) -> String {
    let about =
      (candidate.context.isEmpty ? [] : [candidate.context + "."])
      + (candidate.setting.isEmpty ? [] : [candidate.setting])
    guard candidate.sentence.isNumberedStep, let leadIn = candidate.sentence.leadIn,
      people?.appear(in: leadIn) != true
    else { return about.joined(separator: " ") }
    return (about + [leadIn]).joined(separator: " ")
  }
}

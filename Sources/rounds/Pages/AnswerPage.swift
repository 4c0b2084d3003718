import Decks
import Grading
import Terminal

/// What is shown after an answer: the verdict, the key, why, what is contested, and the source.
struct AnswerPage {
  let question: Question
  let presentation: Presentation
  /// What was typed; empty where the answer was only revealed.
  let typed: String
  /// Nil where the answer was only revealed.
  let verdict: Verdict?
  let sources: [SourceDocument]
  /// The learner's own note on the card.
  let note: String?
  let width: Int
  let style: Style

  var lines: [String] {
    verdictLines + keyLines + teaching + provenance
  }

  private var verdictLines: [String] {
    guard let verdict else { return [] }
    let (word, role): (String, Role) =
      switch verdict.outcome {
      case .right: ("Right", .good)
      case .note: ("Right, but note", .warning)
      case .wrong: ("Wrong", .bad)
      case .ask, .judge: ("You judge", .warning)
      }
    let explanation = verdict.explanation.sanitizedLine
    let text = explanation.isEmpty ? "\(word)." : "\(word): \(explanation)."
    let lines = Wrap(width, hanging: "  ").lines(text)
    return lines.enumerated().map { index, line in
      guard index == 0, line.hasPrefix(word) else { return line }
      return style(role, word) + line.dropFirst(word.count)
    }
  }

  private var keyLines: [String] {
    switch question.key {
    case .choice(let choice):
      presentation.order.enumerated().flatMap { position, index in
        option(choice.options[index], letter: Presentation.letter(position))
      }
    case .order(let ordering):
      ["Right order:"]
        + ordering.steps.enumerated().flatMap { index, step in
          Wrap(width, first: "  \(index + 1)  ", hanging: "     ").lines(step.sanitized)
        }
    case .blanks:
      field("Answer", question.key.answerText, role: .good) + comparison
        + field("In full", question.fullText ?? "")
    case .text, .truth, .numeric:
      field("Answer", question.key.answerText, role: .good) + comparison
    }
  }

  /// The learner's own words beside the key, where the learner is to compare.
  private var comparison: [String] {
    guard let verdict, verdict.outcome == .judge || verdict.outcome == .ask else { return [] }
    return field("Yours", String(typed.prefix(2000)))
  }

  private func option(_ option: Choice.Option, letter: String) -> [String] {
    let right = style(.good, "right")
    // A column for the mark would take half of a narrow screen.
    let isNarrow = width < 40
    let mark = isNarrow ? " " : option.isRight ? right : "     "
    let said = isNarrow && option.isRight ? "\(right): " : ""
    let indent = isNarrow ? "     " : "         "
    var lines = Wrap(width, first: "\(mark) \(letter)  ", hanging: indent)
      .lines(said + option.text.sanitized)
    if let rationale = option.rationale {
      lines += Wrap(width, first: indent, hanging: indent).lines(rationale.sanitized)
        .map { style(.dim, $0) }
    }
    return lines
  }

  private var teaching: [String] {
    field("Why", question.details.why ?? "")
      + field("Disputed", question.details.disputed ?? "", role: .warning)
  }

  private var provenance: [String] {
    question.details.citations.flatMap { field("Source", text(of: $0)) }
      + field("Evidence", question.details.evidence ?? "")
      + field("Your note", note ?? "")
  }

  /// The document by its title where the deck gives one.
  private func text(of citation: Citation) -> String {
    let document = sources.first { $0.key == citation.document }
    let name = document.map { $0.title.isEmpty ? $0.file : $0.title } ?? citation.document
    let place = citation.locator.isEmpty ? "" : ", \(citation.locator)"
    return name + place + (citation.span.map { " \"\($0)\"" } ?? "")
  }

  private func field(_ name: String, _ text: String, role: Role = .dim) -> [String] {
    guard !text.isEmpty else { return [] }
    return Wrap(width, first: "\(style(role, "\(name):")) ", hanging: "  ").lines(text.sanitized)
  }
}

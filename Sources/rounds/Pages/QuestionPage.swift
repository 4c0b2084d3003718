import Decks
import Terminal

/// A question as it stands on the screen before the answer; the title stays hidden.
struct QuestionPage {
  let question: Question
  let presentation: Presentation
  /// Display positions of options that the learner ruled out.
  var struck: Set<Int> = []
  let width: Int
  let style: Style

  var lines: [String] {
    var lines = [""]
    lines += context
    lines += Wrap(width).lines(question.stem.sanitized).map { style(.strong, $0) }
    lines += parts
    return lines
  }

  /// What the learner is to know first: the case, its earlier stages with their keys, the vignette.
  private var context: [String] {
    var lines: [String] = []
    if !question.caseVignette.isEmpty { lines += paragraph(question.caseVignette) }
    for stage in question.earlierStages {
      if !stage.vignette.isEmpty { lines += paragraph(stage.vignette) }
      lines += Wrap(width, hanging: "  ").lines(stage.stem.sanitized).map { style(.dim, $0) }
      let answer = "Answer: \(stage.key.answerText)".sanitized
      lines += Wrap(width, first: "  ", hanging: "  ").lines(answer) + [""]
    }
    if !question.vignette.isEmpty { lines += paragraph(question.vignette) }
    return lines
  }

  private func paragraph(_ text: String) -> [String] {
    Wrap(width).lines(text.sanitized) + [""]
  }

  private var parts: [String] {
    switch question.key {
    case .choice(let choice):
      return [""]
        + presentation.order.enumerated().flatMap { position, index in
          struck.contains(position)
            ? ["  " + style(.dim, "\(Presentation.letter(position))  (struck out)")]
            : item(Presentation.letter(position), choice.options[index].text)
        }
    case .order(let ordering):
      return [""]
        + presentation.order.enumerated().flatMap { position, index in
          item("\(position + 1)", ordering.steps[index])
        }
    case .text, .blanks, .truth, .numeric:
      return []
    }
  }

  private func item(_ mark: String, _ text: String) -> [String] {
    Wrap(width, first: "  \(style(.accent, mark))  ", hanging: "     ").lines(text.sanitized)
  }
}

/// The prompt of a question: where in the session it is, and what is wanted.
struct QuestionPrompt {
  let deck: String
  let position: Int
  let total: Int
  let wanted: String
  let width: Int

  init(_ question: Question, position: Int, total: Int, width: Int, blank: Int? = nil) {
    deck = question.deck.sanitizedLine
    self.position = position
    self.total = total
    self.width = width
    wanted = Self.wanted(question.key, blank: blank)
  }

  var text: String {
    let state = "\(position)/\(total) · \(wanted)> "
    let long = "\(deck) \(state)"
    return long.count * 2 <= width ? long : state
  }

  private static func wanted(_ key: Key, blank: Int?) -> String {
    switch key {
    case .text: "answer"
    case .blanks(let blanks):
      blank.map { "blank \($0 + 1) of \(blanks.count)" } ?? "blank"
    case .choice(let choice):
      "a-\(Presentation.letter(choice.options.count - 1))"
        + (choice.allowsSeveral ? ", all that fit" : "")
    case .truth: "true/false"
    case .numeric(let key): numeric(key)
    case .order(let ordering): "1-\(ordering.steps.count) in order"
    }
  }

  private static func numeric(_ key: NumericKey) -> String {
    let shape =
      switch key.value {
      case .interval: "low-high"
      case .point, .range: "number"
      }
    switch key.unit {
    case .shown(let unit): return "\(shape) in \(unit.sanitizedLine)"
    case .asked: return "\(shape) with unit"
    case .none: return shape
    }
  }
}

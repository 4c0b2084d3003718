import Authoring
import Decks
import Terminal

/// What could be asked in the place of a draft, each with the key that takes it.
struct RunnersUpPage {
  let runnersUp: [RunnerUp]
  let width: Int
  let style: Style

  var lines: [String] {
    guard !runnersUp.isEmpty else { return [] }
    let head = Wrap(width, hanging: "  ").lines("Instead of it:").map { style(.heading, $0) }
    return [""] + head
      + runnersUp.enumerated().flatMap { index, runnerUp in
        Wrap(width, hanging: "   ").lines("\(index + 1)  \(runnerUp.card.line)")
      }
  }
}

extension Card {
  /// Kind, question and answer on one line.
  var line: String {
    let text =
      switch body {
      case .question(let stem, .text(let key)): "\(stem) — \(key.answer)"
      case .cloze(let text, _): text
      default: title
      }
    return "\(kind.rawValue): \(text)".sanitizedLine
  }
}

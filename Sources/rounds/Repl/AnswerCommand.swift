import Scheduling
import Study

/// What a learner may do once the verdict stands there: digits grade and letters are commands.
enum AnswerCommand: Equatable {
  case grade(Grade)
  /// Enter: the suggested grade.
  case accept
  /// Whether the card was recalled, where that is asked before the grade.
  case recalled(Bool)
  case undo
  case skip
  case quit
  case help
  /// Rationale and schedule in a sentence.
  case why
  /// The cited document with the lines around the span.
  case source
  case edit
  case bury(withSiblings: Bool)
  case suspend
  case flag
  /// Another grade for an answer that was found wrong.
  case override(String)
  case note(String)
  case unknown

  /// Keys that need no Enter: what a stray key must not do, such as burying a card, needs it.
  static let keys = Set<Character>("1234uq?")
  /// Those of the question whether the card was recalled.
  static let recallKeys = keys.union("yn")

  static func read(_ line: String) -> AnswerCommand {
    let line = line.trimmedBlanks
    let end = line.firstIndex(of: " ") ?? line.endIndex
    let argument = String(line[end...]).trimmedBlanks
    if line == "B" { return .bury(withSiblings: true) }
    let word = line[..<end].lowercased()
    let name = word.hasPrefix(":") ? String(word.dropFirst()) : word
    if argument.isEmpty || name == "note" || name == "override" {
      if let command = named(name, argument) { return command }
    }
    return .unknown
  }

  private static func named(_ name: String, _ argument: String) -> AnswerCommand? {
    if let grade = Int(name).flatMap(Grade.init(rawValue:)) ?? Grade(name: name) {
      return .grade(grade)
    }
    switch name {
    case "": return .accept
    case "y", "yes": return .recalled(true)
    case "n", "no": return .recalled(false)
    case "u", "undo": return .undo
    case "s", "skip": return .skip
    case "q", "quit": return .quit
    case "?", "help": return .help
    case "why", "w": return .why
    case "src", "source": return .source
    case "e", "edit": return .edit
    case "b", "bury": return .bury(withSiblings: false)
    case "x", "suspend": return .suspend
    case "f", "flag": return .flag
    case "override": return .override(argument)
    case "note": return .note(argument)
    default: return nil
    }
  }
}

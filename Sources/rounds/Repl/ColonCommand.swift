/// What a learner may ask for instead of answering; it begins with a colon, because somebody may
/// rightly answer "quit".
enum ColonCommand: String, CaseIterable {
  case hint
  case skip
  case undo
  case quit
  case help

  /// What a line asks for.
  enum Reading {
    case command(ColonCommand)
    case unknown(String)
    case answer
  }

  /// Reads a line; any unambiguous beginning of a command's name will do.
  static func read(_ line: String) -> Reading {
    let line = line.trimmedBlanks
    guard line.hasPrefix(":") else { return .answer }
    let name = line.dropFirst().lowercased()
    if name == "?" { return .command(.help) }
    let fitting = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    if let exact = allCases.first(where: { $0.rawValue == name }) { return .command(exact) }
    guard let only = fitting.first, fitting.count == 1 else { return .unknown(line) }
    return .command(only)
  }
}

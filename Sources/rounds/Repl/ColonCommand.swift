/// What a learner may ask for instead of answering; it begins with a colon, because somebody may
/// rightly answer "quit".
enum ColonCommand: String, CaseIterable {
  case hint
  case skip
  case undo
  case quit
  case help
  /// Strikes options out: `:x c`, again to bring them back.
  case x
  /// Keeps a private note on the card: `:note TEXT`, `:note -` takes it away.
  case note
  /// Lists cards with some words: `:search WORDS`.
  case search
  /// Lists cards that ask nearly the same.
  case similar

  /// What a line asks for.
  enum Reading: Equatable {
    case command(ColonCommand, argument: String)
    case unknown(String)
    case answer
  }

  /// Reads a line; any unambiguous beginning of a command's name will do.
  static func read(_ line: String) -> Reading {
    let line = line.trimmedBlanks
    guard line.hasPrefix(":") else { return .answer }
    let end = line.firstIndex(of: " ") ?? line.endIndex
    let name = line[..<end].dropFirst().lowercased()
    let argument = String(line[end...]).trimmedBlanks
    if name == "?" { return .command(.help, argument: argument) }
    if let exact = allCases.first(where: { $0.rawValue == name }) {
      return .command(exact, argument: argument)
    }
    let fitting = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    if let only = shorthands[name] ?? (fitting.count == 1 ? fitting.first : nil) {
      return .command(only, argument: argument)
    }
    return .unknown(line)
  }

  /// Beginnings that several commands share and that mean the oldest of them.
  private static let shorthands: [String: ColonCommand] = [
    "s": .skip, "h": .hint, "q": .quit, "u": .undo,
  ]
}

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
  /// Reckons with units: `:calc 80 kg * 1.5 mg/kg / 50 mg/mL`.
  case calc

  /// Whether words may follow the name.
  private var takesArgument: Bool {
    switch self {
    case .x, .note, .search, .calc: true
    case .hint, .skip, .undo, .quit, .help, .similar: false
    }
  }

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
    guard let command = named(name), argument.isEmpty || command.takesArgument else {
      return .unknown(line)
    }
    return .command(command, argument: argument)
  }

  private static func named(_ name: String) -> ColonCommand? {
    if name == "?" { return .help }
    if let known = ColonCommand(rawValue: name) ?? shorthands[name] { return known }
    let fitting = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// Beginnings that several commands share and that mean the oldest of them.
  private static let shorthands: [String: ColonCommand] = [
    "s": .skip, "q": .quit, "u": .undo,
  ]
}

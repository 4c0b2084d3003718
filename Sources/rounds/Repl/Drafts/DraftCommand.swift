/// What an educator may do with a draft; each is one key.
enum DraftCommand: String, CaseIterable {
  case accept
  case edit
  case reject
  case turn
  case split
  case join
  case skip
  case undo
  case help
  case quit

  /// The key that means the command.
  var key: Character {
    switch self {
    case .accept: "a"
    case .edit: "e"
    case .reject: "r"
    case .turn: "t"
    case .split: "p"
    case .join: "j"
    case .skip: "s"
    case .undo: "u"
    case .help: "?"
    case .quit: "q"
    }
  }

  static let keys = Set(allCases.map(\.key))

  /// Reads a key or the command's name, with a colon or without; nil for anything else.
  static func read(_ line: String) -> DraftCommand? {
    let typed = line.trimmedBlanks.lowercased()
    let name = typed.hasPrefix(":") ? String(typed.dropFirst()) : typed
    return allCases.first { String($0.key) == name || $0.rawValue == name }
  }
}

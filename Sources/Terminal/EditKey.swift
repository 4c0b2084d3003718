import CEdit

/// The keys that move or delete.
enum EditKey: Hashable, Sendable {
  case up
  case down
  case left
  case right
  case home
  case end
  case delete
  case wordLeft
  case wordRight
  case deleteWordLeft
  case deleteWordRight
}

extension EditKey {
  /// The character that libedit has bound for this key.
  var code: Int {
    switch self {
    case .up: CEDIT_UP
    case .down: CEDIT_DOWN
    case .left: CEDIT_LEFT
    case .right: CEDIT_RIGHT
    case .home: CEDIT_HOME
    case .end: CEDIT_END
    case .delete: CEDIT_DELETE
    case .wordLeft: CEDIT_WORD_LEFT
    case .wordRight: CEDIT_WORD_RIGHT
    case .deleteWordLeft: CEDIT_DELETE_WORD_LEFT
    case .deleteWordRight: CEDIT_DELETE_WORD_RIGHT
    }
  }
}

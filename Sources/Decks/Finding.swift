/// Something in a deck that its author should know, with the place and the cure.
///
/// Findings are collected, never thrown: one bad card does not stop the file.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, Comparable {
    case note
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The short name of the rule, by which a card may silence it (`{check=-option-letters}`).
  package let rule: String
  package let severity: Severity
  /// What happened and what would be right, in one sentence or two.
  package let message: String
  /// Bytes of the file that the finding is about.
  package let bytes: Range<Int>

  package init(rule: String, severity: Severity, message: String, bytes: Range<Int>) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.bytes = bytes
  }
}

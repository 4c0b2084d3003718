import Foundation

/// How hard tests go at what they test: a short tier always, the full one for `make torture`.
package enum Torture {
  /// Whether the full tier was asked for, by `ROUNDS_TORTURE` in the environment.
  package static let isFull = ProcessInfo.processInfo.environment["ROUNDS_TORTURE"] != nil

  /// How often to try: the first number in the short tier, the second in the full one.
  package static func rounds(_ short: Int, full: Int) -> Int { isFull ? full : short }
}

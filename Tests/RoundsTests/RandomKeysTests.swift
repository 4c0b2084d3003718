import Foundation
import Processes
import Scheduling
import TestKit
import Testing

/// Hands on a keyboard that mean nothing: nothing breaks, and no grade is given by itself.
@Suite struct `Random keys` {
  /// How many bursts of keys are typed; `ROUNDS_KEY_BURSTS` in the environment asks for more.
  private static let bursts =
    ProcessInfo.processInfo.environment["ROUNDS_KEY_BURSTS"].flatMap { Int($0) } ?? 400

  private static let keys = [
    "a", "b", "c", "d", "1", "2", "3", "4", "u", "s", "x", "y", "n", "f", "w", "?", "B", "é", "µ",
    "\r", "\r", "\r", "\t", "\u{1B}[A", "\u{1B}[D", "\u{1B}[99~", "\u{1B}", "\u{7F}", "\u{15}",
    "\u{0B}", "\u{17}", "\u{1}", "\u{5}", "\u{12}", "\u{0}", "\u{1B}[200~p\r3\r\u{1B}[201~",
    ":hint\r", ":undo\r", ":skip\r", ":x b\r", ":note \u{9B}31m\r", ":calc 1/0\r", ":similar\r",
    "2.4 mL\r", "🙂", "\u{3}",
  ]

  @Test func `no crash, no raw terminal, and a saved line for each grade in the log`() throws {
    var random = SplitMix64(seed: 99)
    let desk = try Desk()
    var typed = 0
    var saved = 0
    while typed < Self.bursts {
      let terminal = try desk.terminal(["--cram"], environment: ["EDITOR": "true"])
      for _ in 0..<100 where typed < Self.bursts {
        typed += 1
        let burst = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
          Self.keys.randomElement(using: &random)
        }
        guard (try? terminal.send(burst.joined())) != nil else { break }
      }
      let ending = try Self.end(terminal)
      #expect(ending == .exited(0), "\(terminal.printed.suffix(400))")
      #expect(terminal.isCooked)
      saved += terminal.printed.split(separator: "Saved: ").count - 1
    }
    #expect(try desk.log().count { $0.kind == "cram" } == saved)
    #expect(try desk.log().allSatisfy(\.isSound))
  }

  /// Whatever stands on the screen, two interrupts in a row end the session.
  private static func end(_ terminal: PseudoTerminal) throws -> Ending? {
    for _ in 0..<8 {
      try? terminal.send("\u{15}\u{3}")
      if let ending = try? terminal.waitForExit(within: .seconds(1)) { return ending }
    }
    return nil
  }
}

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
    "2.4 mL\r", "🙂",
  ]

  @Test func `no crash, no raw terminal, and a saved line for each grade in the log`() throws {
    // Runs of other lengths are other runs.
    var random = SplitMix64(seed: UInt64(Self.bursts))
    let desk = try Desk()
    var told = 0
    var typed = 0
    var session = 0
    while typed < Self.bursts {
      session += 1
      let before = try desk.log().count { $0.kind == "cram" }
      let terminal = try desk.terminal(["--cram"], environment: ["EDITOR": "true"])
      // Ctrl-C throws away what the program has printed, so not every session can be counted exactly.
      let interrupts = session.isMultiple(of: 2)
      typed += type(on: terminal, Self.keys + (interrupts ? ["\u{3}"] : []), &random)
      let ending = try end(terminal, with: interrupts ? "\u{15}\u{3}" : "\u{15}:quit\r")
      #expect(ending == .exited(0), "\(terminal.printed.suffix(400))")
      #expect(terminal.isCooked)
      let saved = terminal.printed.split(separator: "Saved: ").count - 1
      let graded = try desk.log().count { $0.kind == "cram" } - before
      #expect(interrupts ? graded >= saved : graded == saved)
      told += saved
    }
    #expect(told > 0)
    #expect(try desk.log().allSatisfy(\.isSound))
  }

  /// Types a hundred bursts, or until the session is over; gives how many it lived to read.
  private func type(
    on terminal: PseudoTerminal,
    _ keys: [String],
    _ random: inout SplitMix64
  ) -> Int {
    for burst in 0..<100 {
      let typed = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        keys[Int.random(in: keys.indices, using: &random)]
      }
      guard (try? terminal.send(typed.joined())) != nil else { return burst }
      // Keys typed before the grade prompt are dropped: so some must come after it.
      terminal.settle(for: .milliseconds(2))
      if (try? terminal.waitForExit(within: .zero)) != nil { return burst + 1 }
    }
    return 100
  }

  /// Ends the session, whatever stands on the screen.
  private func end(_ terminal: PseudoTerminal, with keys: String) throws -> Ending? {
    for _ in 0..<40 {
      try? terminal.send(keys)
      if let ending = try? terminal.waitForExit(within: .milliseconds(200)) { return ending }
    }
    return nil
  }
}

import Foundation
import Scheduling
import TestKit
import Testing

@Suite struct `Killing a session` {
  /// How often a session is killed; `ROUNDS_KILL_ROUNDS` in the environment asks for more.
  private static let rounds =
    ProcessInfo.processInfo.environment["ROUNDS_KILL_ROUNDS"].flatMap { Int($0) } ?? 20
  /// Rounds before a new store is begun, so that the log stays short enough to be read each time.
  private static let roundsOfOneStore = 5

  @Test func `nothing that was acknowledged is lost`() throws {
    var random = SplitMix64(seed: 20261121)
    var killed = 0
    var acknowledged = 0
    var lost = 0
    var desk = try Self.desk()
    var known: Set<String> = []
    for round in 0..<Self.rounds {
      if round % Self.roundsOfOneStore == 0 {
        desk = try Self.desk()
        known = []
      }
      // Some sessions die before their first answer, the others among many.
      let script = Self.script(
        desk,
        answers: max(0, Int.random(in: -8...40, using: &random)),
        delay: Double.random(in: 0...0.03, using: &random)
      )
      let result = try Binary.shell(script, home: desk.folder)
      if result.status == 137 { killed += 1 }
      let told = Self.acknowledged(try desk.folder.read("told"))
      acknowledged += told.count
      known.formUnion(told)

      let fresh = try desk.study([])
      #expect(fresh.status == 0)
      #expect(fresh.errorOutput.isEmpty || fresh.errorOutput.contains("was cut off"))
      let log = try desk.log()
      #expect(log.filter { !$0.isSound }.isEmpty)
      lost += known.subtracting(log.map(\.id)).count
    }
    #expect(lost == 0)
    #expect(killed > Self.rounds / 2)
    #expect(acknowledged > Self.rounds)
    if Self.rounds > 20 {
      print("\(Self.rounds) rounds, \(killed) killed, \(acknowledged) acknowledged, \(lost) lost")
    }
  }

  /// Enough cards that a session does not come to its end before it is killed.
  private static func desk() throws -> Desk {
    let desk = try Desk(cards: 1000)
    try desk.folder.write(String(repeating: "x\n1\n", count: 6000), to: "input")
    return desk
  }

  /// Kills a session some moments after it has acknowledged so many answers.
  private static func script(_ desk: Desk, answers: Int, delay: Double) -> String {
    """
    cd '\(desk.folder.path)'; : > told
    '\(desk.binary.path)' study deck.md --new 100000 --acknowledge < input > told 2> errors & pid=$!
    while [ "$(grep -c ^saved told)" -lt \(answers) ] && kill -0 $pid; do sleep 0.005; done
    sleep \(delay); kill -9 $pid; wait $pid
    """
  }

  /// The ids in whole lines; the kill may cut the last one.
  private static func acknowledged(_ output: String) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .filter { $0.hasPrefix("saved ") }.map { String($0.dropFirst(6)) }
  }
}

import ArgumentParser
import Foundation
import Scheduling

/// One simulated year beside fsrs-rs, both on one thread, at three sizes of the deck.
struct SimulatorSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulator",
    abstract: "A simulated year of study, against fsrs-rs, at three sizes."
  )

  @Option(help: "A Python that has fsrs-rs-python; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  private static let days = 365
  /// The plays of which outcomes are the mean.
  private static let plays = 8
  private static let sizes = [300, 3000, 10_000]

  func run() throws {
    let peer = FSRSPeer.start(python: python)
    let rows = try Self.sizes.map { try measure(cards: $0, peer) }
    MeasurementReport(peer: "fsrs-rs", rows: rows).printAll(json: json)
    guard !json else { return }
    print(
      "\nretention   ours: reviews  known    fsrs-rs: reviews  known    (10,000 cards, 27 a day)"
    )
    for retention in [0.7, 0.8, 0.9, 0.95] { try printOutcome(retention, peer) }
    printTable()
  }

  private func measure(cards: Int, _ peer: FSRSPeer?) throws -> Measurement {
    let simulator = Self.simulator(cards: cards, retention: 0.9)
    var ours: [Double] = []
    var theirs: [Double] = []
    for round in 0..<rounds {
      ours.append(microseconds { _ = simulator.play(seed: UInt64(round)) })
      if let peer { theirs.append(try ask(peer, cards: cards, retention: 0.9).microseconds) }
    }
    return Measurement(name: "simulated year", size: cards, ours: ours, peer: theirs)
  }

  private func printOutcome(_ retention: Double, _ peer: FSRSPeer?) throws {
    let simulator = Self.simulator(cards: 10_000, retention: retention)
    let ours = Simulator.means(of: [simulator], plays: Self.plays, seed: 1, threads: 2)
    let theirs = try (1...Self.plays).compactMap { seed in
      try peer.map { try ask($0, cards: 10_000, retention: retention, seed: seed) }
    }
    let count = Double(max(1, theirs.count))
    print(
      String(
        format: "%9.2f   %13.0f %6.0f    %16.0f %6.0f",
        retention,
        ours.reduce(0) { $0 + $1.reviews },
        ours.reduce(0) { $0 + $1.recalled },
        theirs.reduce(0) { $0 + Double($1.reviews ?? 0) } / count,
        theirs.reduce(0) { $0 + ($1.known ?? .nan) } / count
      )
    )
  }

  /// What `rounds workload` waits for: five retentions, eight plays each, on two threads.
  private func printTable() {
    let simulators = [0.7, 0.8, 0.85, 0.9, 0.95].map {
      Self.simulator(cards: 10_000, retention: $0)
    }
    for threads in [1, 2] {
      let time = microseconds {
        _ = Simulator.means(of: simulators, plays: 8, seed: 1, threads: threads)
      }
      print(String(format: "a table of 5 x 8 plays, %d threads: %.0f ms", threads, time / 1000))
    }
  }

  private func ask(
    _ peer: FSRSPeer,
    cards: Int,
    retention: Double,
    seed: Int = 42
  ) throws -> FSRSPeer.Reply {
    try peer.ask("simulate \(cards) \(Self.perDay(cards)) \(Self.days) \(retention) \(seed)")
  }

  private static func simulator(cards: Int, retention: Double) -> Simulator {
    Simulator(
      scheduler: Scheduler(desiredRetention: retention),
      habits: .standard,
      plan: Simulator.Plan(new: cards, newPerDay: perDay(cards), days: days)
    )
  }

  private static func perDay(_ cards: Int) -> Int { max(1, cards / days) }
}

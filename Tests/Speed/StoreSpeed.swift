import ArgumentParser
import Decks
import Foundation
import Processes
import Scheduling
import Storage
import Study

/// A learner's store of growing size: opened with and without its snapshot, and answered in.
struct StoreSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Opening, rebuilding and answering, with a log of up to a million reviews."
  )

  @Option(help: "A folder on the disk to measure; a new folder in it is used and removed.")
  var folder = "."

  @Option(help: "The program whose start is measured, built for release.")
  var program = ".build/release/rounds"

  @Option(help: "A folder of decks whose cards are repeated, each under an id of its own.")
  var decks = "Decks"

  @Option(help: "A Python that has anki and pysimdjson; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 5

  @Option(help: "Reviews of the largest log; the others have a tenth and a hundredth of it.")
  var reviews = 1_000_000

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var rows: [Measurement] = []
    for size in [reviews / 100, reviews / 10, reviews] { rows += try measure(reviews: size) }
    rows.sort { $0.name == $1.name ? $0.size < $1.size : $0.name < $1.name }
    MeasurementReport(peer: "the other", rows: rows).printAll(json: json)
  }

  private func measure(reviews: Int) throws -> [Measurement] {
    let root = "\(folder)/speed-store-\(getpid())-\(reviews)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let life = StoreLife(root: root, reviews: reviews)
    try life.write(SpeedDeck(of: decks, questions: max(1, reviews / 10)))
    let anki = StorePeer.start(python: python)
    try anki?.build("\(root)/anki", cards: max(1, reviews / 10), reviews: reviews)
    var found: [String: [Double]] = [:]
    func note(_ name: String, _ value: Double) { found[name, default: []].append(value) }
    for _ in 0..<rounds {
      try life.removeSnapshots()
      note("read", try microseconds { try life.readBytes() })
      if let anki { note("simdjson", try anki.parse(life.logs())) }
      note("rebuild", try microseconds { _ = try LogState(reading: life.store) })
      note("first start", try start(root))
      let learner = try life.learner()
      note("keep", microseconds { learner.keepSnapshot(after: 1) })
    }
    // Each of the two devices keeps a snapshot of its own.
    _ = try start(root)
    for _ in 0..<rounds {
      note("open", try microseconds { _ = try LogState(reading: life.store) })
      note("first card", try FirstCard(life.store, deck: "\(root)/deck.md").measure())
      note("start", try start(root))
      note("version", try time(ours(["--version"], root)))
      if let anki {
        note("anki open", try anki.open("\(root)/anki"))
        note("anki start", try anki.wholeProcess("\(root)/anki"))
        note("memory", try anki.memory(of: studying(root)))
        note("anki memory", try anki.memory("\(root)/anki"))
      }
      let bare = try BareFile("\(root)/bare")
      let learner = try life.learner()
      let turns = try (0..<500).map { _ in
        (
          ours: try microseconds { try life.answer(learner) },
          theirs: try microseconds { try bare.write(life.line) }
        )
      }
      // As at the end of a session, so that the next start reads no more anew than it ever does.
      learner.keepSnapshot()
      note("answer", turns.map(\.ours).median)
      note("bare", turns.map(\.theirs).median)
      note("answer p99", turns.map(\.ours).percentile99)
      note("bare p99", turns.map(\.theirs).percentile99)
    }
    for _ in 0..<max(1, rounds / 2) {
      let learner = try life.learner()
      note("late", try microseconds { try life.answerLate(learner) })
    }
    func row(
      _ name: String,
      _ peer: String,
      _ title: String,
      in unit: Measurement.Unit = .microseconds
    ) -> Measurement {
      let (ours, theirs) = (found[name] ?? [], found[peer] ?? [])
      return Measurement(name: title, size: reviews, ours: ours, peer: theirs, unit: unit)
    }
    return [
      row("start", "version", "start/--version"), row("first start", "start", "no snapshot/with"),
      row("start", "anki start", "start/anki"), row("open", "anki open", "open/anki"),
      row("first card", "anki open", "first card/anki"),
      row("memory", "anki memory", "memory/anki", in: .kibibytes),
      row("open", "rebuild", "open/rebuild"), row("rebuild", "read", "rebuild/read"),
      row("rebuild", "simdjson", "rebuild/simdjson"), row("answer", "bare", "answer/bare"),
      row("answer p99", "bare p99", "answer/bare p99"), row("late", "answer", "late/answer"),
      row("keep", "open", "keep/open"),
    ].filter { !$0.ours.isEmpty && !$0.peer.isEmpty }
  }

  /// From the start of the process to the first prompt.
  private func start(_ root: String) throws -> Double {
    try time(studying(root))
  }

  private func time(_ process: Program) throws -> Double {
    try microseconds { _ = try process.run() }
  }

  /// A session that ends at its first prompt, where its input is at its end.
  private func studying(_ root: String) -> Program {
    ours(["study", "\(root)/deck.md"], root)
  }

  private func ours(_ arguments: [String], _ root: String) -> Program {
    let home = ["ROUNDS_HOME": "\(root)/store"]
    let environment = ProcessInfo.processInfo.environment.merging(home) { $1 }
    return Program(program, arguments, environment: environment)
  }
}

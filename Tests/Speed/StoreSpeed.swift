import ArgumentParser
import Decks
import Foundation
import Processes
import Scheduling
import Storage
import Study

/// A learner's store of growing size: opened with and without its snapshot, answered in, merged.
struct StoreSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Opening, rebuilding, answering and merging, with a log of up to a million reviews."
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
    var times: [String: [Double]] = [:]
    func note(_ name: String, _ time: Double) { times[name, default: []].append(time) }
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
      note("version", try time(["--version"], root))
      if let anki {
        note("anki open", try anki.open("\(root)/anki"))
        note("anki start", try anki.wholeProcess("\(root)/anki"))
      }
      let bare = try BareFile("\(root)/bare")
      let learner = try life.learner()
      let ours = try (0..<500).map { _ in try microseconds { try life.answer(learner) } }
      let theirs = try (0..<500).map { _ in try microseconds { try bare.write(life.line) } }
      note("answer", ours.median)
      note("bare", theirs.median)
      note("answer p99", ours.percentile99)
      note("bare p99", theirs.percentile99)
    }
    for _ in 0..<max(1, rounds / 2) {
      let learner = try life.learner()
      note("late", try microseconds { try life.answerLate(learner) })
    }
    for _ in 0..<max(1, rounds / 2) {
      let merged = try life.merge()
      note("merge", merged.joined)
      note("merge whole", merged.applied)
      note("copy", merged.copied)
    }
    try life.removeSnapshots()
    note("scan", try microseconds { try life.readBytes() })
    func row(_ name: String, _ peer: String, _ title: String) -> Measurement {
      Measurement(name: title, size: reviews, ours: times[name] ?? [], peer: times[peer] ?? [])
    }
    return [
      row("start", "version", "start/--version"), row("first start", "start", "no snapshot/with"),
      row("start", "anki start", "start/anki"), row("open", "anki open", "open/anki"),
      row("first card", "anki open", "first card/anki"),
      row("open", "rebuild", "open/rebuild"), row("rebuild", "read", "rebuild/read"),
      row("rebuild", "simdjson", "rebuild/simdjson"), row("answer", "bare", "answer/bare"),
      row("answer p99", "bare p99", "answer/bare p99"), row("late", "answer", "late/answer"),
      row("keep", "open", "keep/open"), row("merge", "scan", "merge/scan"),
      row("merge", "copy", "merge/copy"), row("merge whole", "scan", "applied/scan"),
    ].filter { !$0.ours.isEmpty && !$0.peer.isEmpty }
  }

  /// From the start of the process to the first prompt; input is at its end.
  private func start(_ root: String) throws -> Double {
    try time(["study", "\(root)/deck.md"], root)
  }

  private func time(_ arguments: [String], _ root: String) throws -> Double {
    let home = ["ROUNDS_HOME": "\(root)/store"]
    let environment = ProcessInfo.processInfo.environment.merging(home) { $1 }
    let process = Program(program, arguments, environment: environment)
    return try microseconds { _ = try process.run() }
  }
}

/// A life of reviews from a seed, ten to a card, on two devices that took turns by the month.
private final class StoreLife {
  let store: StoreFolder
  private let root: String
  private let reviews: Int
  private var questions: [(id: CardID, hash: ContentHash)] = []
  private var random = SplitMix64(seed: 1)
  private var identifiers = ULIDSource()
  /// The log ends an hour ago, so that whoever studies now comes after it.
  private static let today = Int64(Date().timeIntervalSince1970 * 1000)
  private static let begin = today - 3_600_000 - span
  /// Three years, whatever the number of reviews.
  private static let span: Int64 = 94_608_000_000
  private var now = begin
  /// The last event as the log has it, without its checksum.
  private(set) var line: [UInt8] = []

  init(root: String, reviews: Int) {
    self.root = root
    self.reviews = reviews
    store = StoreFolder(root: "\(root)/store", device: DeviceName(host: "speed"))
  }

  /// Writes the log in one go, and the deck that it is about.
  func write(_ deck: SpeedDeck) throws {
    try Data(deck.text).write(to: URL(filePath: "\(root)/deck.md"))
    questions = deck.questions
    try fill(store, reviews: reviews)
  }

  /// The paths of the log's files.
  func logs() throws -> [String] { try store.journalFiles().map(\.path) }

  /// Appends reviews to a store, month after month.
  private func fill(_ store: StoreFolder, reviews: Int) throws {
    let journal = Journal(try store.claim(as: holder, learner: "speed"))
    let step = Self.span / Int64(reviews)
    var lines: [[UInt8]] = []
    var month: Month?
    var moment = Timestamp(milliseconds: now)
    for _ in 0..<reviews {
      now += step
      let next = Timestamp(milliseconds: now)
      if next.month != month {
        try journal.append(lines, at: moment)
        lines = []
        month = next.month
      }
      moment = next
      lines.append(
        event(of: Int.random(in: questions.indices, using: &random), at: moment).encoded()
      )
    }
    try journal.append(lines, at: moment)
  }

  /// Reads all bytes and their checksums, and nothing more.
  func readBytes() throws {
    _ = try JournalReader(store).read { _, _ in }
  }

  /// Removes the snapshots of this device and of the one that starts the program.
  func removeSnapshots() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: store.root)
    where name.hasPrefix("state-") {
      try FileManager.default.removeItem(atPath: "\(store.root)/\(name)")
    }
  }

  func learner() throws -> Learner {
    try Learner(opening: store, as: holder, random: SplitMix64(seed: 2))
  }

  /// Shows the four intervals, takes a grade and returns when the event will last.
  func answer(_ learner: Learner) throws {
    now = Int64(Date().timeIntervalSince1970 * 1000)
    try answer(learner, at: Moment(at: Timestamp(milliseconds: now), offset: 60))
  }

  /// The same by a clock that is a day behind.
  func answerLate(_ learner: Learner) throws {
    now = Int64(Date().timeIntervalSince1970 * 1000) - 86_400_000
    try answer(learner, at: Moment(at: Timestamp(milliseconds: now), offset: 60))
  }

  private func answer(_ learner: Learner, at moment: Moment) throws {
    let card = Int.random(in: questions.indices, using: &random)
    _ = learner.progress.preview(of: questions[card].id, at: moment)
    let fact = event(of: card, at: moment.at).fact
    let id = try learner.record(fact, at: moment)
    line = Event(id: id, moment: moment, fact: fact).encoded()
  }

  /// The microseconds of joining two logs of half the size each until their lines last, the same until
  /// they are applied too, and of making a copy of one of them last.
  func merge() throws -> (joined: Double, applied: Double, copied: Double) {
    let (left, right) = ("\(root)/left", "\(root)/right")
    defer { for path in [left, right] { try? FileManager.default.removeItem(atPath: path) } }
    let stores = [left, right].map {
      StoreFolder(root: $0, device: DeviceName(host: $0 == left ? "left" : "right"))
    }
    for store in stores {
      now = Self.begin
      try fill(store, reviews: reviews / 2)
    }
    let learner = try Learner(opening: stores[0], as: holder, random: SplitMix64(seed: 2))
    let listing = try stores[1].listing()
    let bytes = try listing.files.reduce(into: [UInt8]()) {
      $0 += try Data(contentsOf: URL(filePath: $1.path))
    }
    let copied = try microseconds { try BareFile("\(root)/copy").write(bytes) }
    let joined = try microseconds { _ = try learner.join([listing]) }
    let applied = try microseconds { try learner.readAgain() }
    return (joined, joined + applied, copied)
  }

  private var holder: LockHolder {
    LockHolder(process: 0, terminal: nil, started: Timestamp(milliseconds: now))
  }

  private func event(of card: Int, at moment: Timestamp) -> Event {
    let grade: Grade = Int.random(in: 0..<10, using: &random) == 0 ? .again : .good
    return Event(
      id: identifiers.next(at: moment, using: &random),
      moment: Moment(at: moment, offset: 60),
      fact: .review(
        Review(
          deck: "speed",
          card: questions[card].id,
          grade: grade,
          isCorrect: grade != .again,
          answer: grade == .again ? "kidney" : "liver",
          elapsed: 8123,
          retrievability: Double.random(in: 0.7..<1, using: &random),
          hash: questions[card].hash
        )
      )
    )
  }
}

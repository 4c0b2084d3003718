import ArgumentParser
import Decks
import Foundation
import Scheduling
import Storage
import Study

/// One durable answer beside a bare `write` and `fdatasync` of as many bytes: many of each in turns,
/// one by one, and one by one with a rest before each.
struct AnswerSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "A durable answer, against a bare write and fdatasync, with a growing history."
  )

  @Option(help: "A folder on the disk to measure; a new folder in it is used and removed.")
  var folder = "."

  @Option(help: "Answers measured in a round.")
  var answers = 200

  @Option(help: "Rounds, each of our answers and then of bare writes.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var rows = try [100, 10_000, 100_000].flatMap(measure)
    rows.sort { $0.name == $1.name ? $0.size < $1.size : $0.name < $1.name }
    MeasurementReport(peer: "bare write", rows: rows).printAll(json: json)
  }

  /// So many cards, each answered once before.
  private func measure(cards: Int) throws -> [Measurement] {
    let root = "\(folder)/speed-answer-\(getpid())-\(cards)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    var desk = try Desk(root: root, cards: cards)
    let bare = try BareFile("\(root)/bare")
    func ours() throws -> Double { try microseconds { try desk.answer() } }
    func theirs() throws -> Double { try microseconds { try bare.write(desk.line) } }
    var times: [String: (ours: [Double], theirs: [Double])] = [:]
    func note(_ name: String, _ ours: [Double], _ theirs: [Double]) {
      times[name, default: ([], [])].ours.append(ours.median)
      times[name, default: ([], [])].theirs.append(theirs.median)
    }
    for _ in 0..<rounds {
      let block = try (0..<answers).map { _ in try ours() }
      note("answer", block, try (0..<answers).map { _ in try theirs() })
      let turns = try (0..<answers).map { _ in (try ours(), try theirs()) }
      note("one by one", turns.map(\.0), turns.map(\.1))
      let pairs = try (0..<answers / 4).map { _ in (try rested(ours), try rested(theirs)) }
      note("after a rest", pairs.map(\.0), pairs.map(\.1))
    }
    return times.map {
      Measurement(name: $0.key, size: cards, ours: $0.value.ours, peer: $0.value.theirs)
    }
  }

  /// After 2 ms in which the processor did something else, as it does while a learner thinks.
  private func rested(_ body: () throws -> Double) throws -> Double {
    usleep(2000)
    return try body()
  }
}

/// A learner with so many cards in progress.
struct Desk {
  private let learner: Learner
  private let cards: Int
  private var random = SplitMix64(seed: 1)
  private var now: Int64 = 1_793_588_645_678
  /// As many bytes as the log has of the last event.
  private(set) var line: [UInt8] = []

  init(root: String, cards: Int) throws {
    let store = StoreFolder(root: root, device: DeviceName(host: "speed"))
    let started = Timestamp(milliseconds: now)
    let holder = LockHolder(process: 0, terminal: nil, started: started)
    try Self.fill(store, holder, cards: cards, at: started)
    learner = try Learner(opening: store, as: holder, random: SplitMix64(seed: 2))
    self.cards = cards
  }

  /// Shows the four intervals, takes a grade and returns when the event will last.
  mutating func answer() throws {
    now += 8000
    let card = CardID("card-\(Int.random(in: 0..<cards, using: &random))/c1")
    let moment = Moment(at: Timestamp(milliseconds: now), offset: 60)
    _ = learner.progress.preview(of: card, at: moment)
    let fact = Event.Fact.review(Self.review(of: card))
    let id = try learner.record(fact, at: moment)
    line = Event(id: id, moment: moment, fact: fact).encoded() + Self.checksum
  }

  /// What the journal adds to a line, by its length.
  static let checksum = Array(",\"crc\":\"00000000\"\n".utf8)

  private static func fill(
    _ store: StoreFolder,
    _ holder: LockHolder,
    cards: Int,
    at started: Timestamp
  ) throws {
    let journal = Journal(try store.claim(as: holder, learner: "speed"))
    var random = SplitMix64(seed: 3)
    var identifiers = ULIDSource()
    let lines = (0..<cards).map { card in
      Event(
        id: identifiers.next(at: started, using: &random),
        moment: Moment(at: started, offset: 60),
        fact: .review(review(of: CardID("card-\(card)/c1")))
      ).encoded()
    }
    try journal.append(lines, at: started)
  }

  private static func review(of card: CardID) -> Review {
    Review(
      deck: "ketamine-pharm",
      card: card,
      grade: .good,
      isCorrect: true,
      answer: "liver",
      elapsed: 8123,
      retrievability: 0.912,
      hash: ContentHash(
        stem: "34f956dfbf1959df",
        key: "722e82e76f27562f",
        rest: "383cfe0988eb4857"
      )
    )
  }
}

/// What a program without any care does.
struct BareFile {
  private let handle: FileHandle

  init(_ path: String) throws {
    try Data().write(to: URL(filePath: path))
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  func write(_ bytes: [UInt8]) throws {
    let descriptor = handle.fileDescriptor
    let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fdatasync(descriptor) == 0 else { throw ExitCode.failure }
  }
}

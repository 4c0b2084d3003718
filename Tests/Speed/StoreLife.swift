import Decks
import Foundation
import Scheduling
import Storage
import Study

/// A life of reviews from a seed, ten to a card, on two devices that took turns by the month.
final class StoreLife {
  let store: StoreFolder
  private let root: String
  private let reviews: Int
  private var questions: [(id: CardID, hash: ContentHash)] = []
  private var random: SplitMix64
  private var identifiers = ULIDSource()
  /// The log ends an hour ago, so that whoever studies now comes after it.
  private static let today = Int64(Date().timeIntervalSince1970 * 1000)
  private static let begin = today - 3_600_000 - span
  /// Three years, whatever the number of reviews.
  private static let span: Int64 = 94_608_000_000
  private var now = begin
  /// As many bytes as the log has of the last event.
  private(set) var line: [UInt8] = []

  init(root: String, reviews: Int, device: String = "speed") {
    self.root = root
    self.reviews = reviews
    store = StoreFolder(root: "\(root)/store", device: DeviceName(host: device))
    random = SplitMix64(seed: device.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) })
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
    line = Event(id: id, moment: moment, fact: fact).encoded() + Desk.checksum
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

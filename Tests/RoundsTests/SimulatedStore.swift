import Decks
import Scheduling
import Storage
import Study
import TestKit

/// The store of a simulated learner, as files.
struct SimulatedStore {
  private let log: SimulatedLog

  init(seed: UInt64, cards: Int, days: Int, truth: Weights) {
    log = SimulatedLog(seed: seed, cards: cards, days: days, truth: truth)
  }

  /// A learner who forgets far faster than the standard weights say.
  static let forgetful = SimulatedStore(
    seed: 11,
    cards: 300,
    days: 150,
    truth: SimulatedLog.forgetful
  )

  /// A learner as the standard weights have it, with few reviews.
  static let usual = SimulatedStore(seed: 2, cards: 70, days: 90, truth: .standard)

  /// One line a review with its checksum, in order of time.
  var lines: [String] {
    var random = SplitMix64(seed: 1)
    var source = ULIDSource()
    return log.reviews.sorted { $0.time < $1.time }.map { logged in
      // The days of a simulation count from 1970, the lines from 2024 on.
      let at = Timestamp(milliseconds: logged.time + 19_723 * 86_400_000)
      let event = Event(
        id: source.next(at: at, using: &random),
        moment: Moment(at: at, offset: 0),
        fact: .review(
          Review(
            deck: "gone",
            card: CardID("card-\(logged.card)"),
            grade: Grade(rawValue: logged.grade) ?? .good,
            isCorrect: logged.grade > 1,
            answer: "",
            elapsed: 5000,
            retrievability: nil,
            hash: ContentHash(stem: "", key: "", rest: "")
          )
        )
      )
      return LogLine.checked(String(decoding: event.encoded(), as: UTF8.self))
    }
  }

  /// Writes the log into a folder, as another machine would have.
  func write(to folder: TemporaryFolder, below home: String) throws {
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "\(home)/log/other/2024-01.jsonl")
  }
}

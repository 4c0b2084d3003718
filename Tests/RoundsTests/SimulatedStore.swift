import Decks
import Scheduling
import Storage
import Study
import TestKit

/// The store of a simulated learner, as files.
struct SimulatedStore {
  /// The decks, each with how its cards' ids begin.
  private let decks: [(name: String, ids: String, log: SimulatedLog)]

  init(seed: UInt64, cards: Int, days: Int, truth: Weights) {
    let log = SimulatedLog(seed: seed, cards: cards, days: days, truth: truth)
    decks = [("gone", "card", log)]
  }

  /// A store of several decks, each forgotten in its own way.
  init(decks: [(name: String, truth: Weights)], seed: UInt64, cards: Int, days: Int) {
    self.decks = decks.enumerated().map { place, deck in
      let seed = seed &+ UInt64(place)
      let log = SimulatedLog(seed: seed, cards: cards, days: days, truth: deck.truth)
      return (deck.name, "deck\(place)", log)
    }
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

  /// A learner who forgets the cards of one deck fast and those of another slowly.
  static let unlikeDecks: SimulatedStore = {
    var values = Weights.standard.values
    for index in 0..<4 { values[index] *= 6 }
    values[8] = 2.6
    values[20] = 0.1
    return SimulatedStore(
      decks: [
        ("faded", SimulatedLog.forgetful), ("kept\u{1b}[2J", (try? Weights(values)) ?? .standard),
      ],
      seed: 1,
      cards: 400,
      days: 150
    )
  }()

  /// One line a review with its checksum, in order of time.
  var lines: [String] {
    var random = SplitMix64(seed: 1)
    var source = ULIDSource()
    let reviews = decks.flatMap { deck in
      deck.log.reviews.map { (deck: deck.name, ids: deck.ids, logged: $0) }
    }
    return reviews.sorted { $0.logged.time < $1.logged.time }.map { deck, ids, logged in
      // The days of a simulation count from 1970, the lines from 2024 on.
      let at = Timestamp(milliseconds: logged.time + 19_723 * 86_400_000)
      let event = Event(
        id: source.next(at: at, using: &random),
        moment: Moment(at: at, offset: 0),
        fact: .review(
          Review(
            deck: deck,
            card: CardID("\(ids)-\(logged.card)"),
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

import Decks
import Scheduling
import Storage

@testable import Study

let dayLength: Int64 = 86_400_000

/// Some days into 2026-11, at noon UTC.
func noon(_ day: Int, minute: Int64 = 0, offset: Int = 60) -> Moment {
  let base = Timestamp("2026-11-01T12:00:00.000Z") ?? Timestamp(milliseconds: 0)
  return Moment(
    at: Timestamp(milliseconds: base.milliseconds + Int64(day) * dayLength + minute * 60_000),
    offset: offset
  )
}

func hash(_ text: String = "0") -> ContentHash {
  ContentHash(stem: "stem-\(text)", key: "key-\(text)", rest: "rest-\(text)")
}

func review(
  _ card: String,
  _ grade: Grade,
  deck: String = "d",
  elapsed: Int = 5_000,
  hash text: String = "0",
  interval: Interval? = nil
) -> Event.Fact {
  .review(
    Review(
      deck: deck,
      card: CardID(card),
      grade: grade,
      isCorrect: grade != .again,
      answer: "x",
      elapsed: elapsed,
      retrievability: nil,
      hash: hash(text),
      interval: interval
    )
  )
}

/// A log being written: gives each fact its event.
struct Log {
  private(set) var events: [Event] = []
  private var generator: SplitMix64
  private var source = ULIDSource()

  init(seed: UInt64 = 1) {
    generator = SplitMix64(seed: seed)
  }

  @discardableResult
  mutating func add(_ fact: Event.Fact, at moment: Moment) -> ULID {
    let id = source.next(at: moment.at, using: &generator)
    events.append(Event(id: id, moment: moment, fact: fact))
    return id
  }

  var replayed: Progress { Progress(replaying: events) }

  /// What applying one event after the other gives.
  var live: Progress {
    events.reduce(into: Progress()) { $0.apply($1) }
  }
}

/// The standard weights, each a little changed.
func otherWeights(_ factor: Double) -> Weights {
  (try? Weights(Weights.standard.values.map { $0 * factor })) ?? .standard
}

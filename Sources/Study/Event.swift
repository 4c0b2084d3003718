package import Decks
package import Scheduling
package import Storage

/// One line of the log: something that happened, never what follows from it.
package struct Event: Hashable, Sendable {
  package let id: ULID
  package let moment: Moment
  package let fact: Fact

  package init(id: ULID, moment: Moment, fact: Fact) {
    self.id = id
    self.moment = moment
    self.fact = fact
  }

  package enum Fact: Hashable, Sendable {
    /// A card was answered and its grade confirmed by the learner.
    case review(Review)
    /// A card was answered for practice: recorded, and never a reason to reschedule it.
    case cram(Review)
    /// Replay ignores the event of this id.
    case undo(ULID)
    case session(SessionMark)
    /// The card's history goes on under another id.
    case adopt(from: CardID, to: CardID)
    /// From here on cards are scheduled so.
    case parameters(Parameters)
    /// As `parameters`, with weights that were fitted to the learner's reviews.
    case fit(FittedParameters)
    /// As `parameters`, with the weights that were in force before a fit; `fit` is its event.
    case restore(Parameters, fit: ULID)
    /// The learner's own word on a card, apart from how it was answered.
    case mark(CardMark, card: CardID)
    /// The learner graded a wrong answer otherwise, and why; `review` is the grade's event.
    case override(review: ULID, reason: String)
    /// A kind that a later version writes: kept in the file, counted, not applied.
    case unknown(String)
  }

  package enum SessionMark: String, Hashable, Sendable {
    case start
    case end
  }
}

extension Event.Fact {
  /// Whether it concerns one card's history or only a count, so that it means the same wherever it
  /// stands among events of its kind.
  var isFreeOfOrder: Bool {
    switch self {
    case .review, .cram, .session, .override, .unknown: true
    case .undo, .adopt, .parameters, .fit, .restore, .mark: false
    }
  }
}

/// One answered card.
package struct Review: Hashable, Sendable {
  package var deck: String
  package var card: CardID
  package var grade: Grade
  /// Whether the answer was right, whatever the grade.
  package var isCorrect: Bool
  /// What was typed.
  package var answer: String
  /// Keys of the options that were chosen.
  package var options: [String]
  package var usedHint: Bool
  /// Percent, where the learner was asked.
  package var confidence: Int?
  /// Milliseconds from the question to the answer.
  package var elapsed: Int
  /// The recall predicted before the answer; nil for a new card.
  package var retrievability: Double?
  package var hash: ContentHash
  /// How long the card rests, as it was shown and promised; nil where the scheduler decides.
  ///
  /// It depends on what was due on the device that asked, so it is a fact of the log.
  package var interval: Interval?

  package init(
    deck: String,
    card: CardID,
    grade: Grade,
    isCorrect: Bool,
    answer: String,
    options: [String] = [],
    usedHint: Bool = false,
    confidence: Int? = nil,
    elapsed: Int,
    retrievability: Double?,
    hash: ContentHash,
    interval: Interval? = nil
  ) {
    self.deck = deck
    self.card = card
    self.grade = grade
    self.isCorrect = isCorrect
    self.answer = answer
    self.options = options
    self.usedHint = usedHint
    self.confidence = confidence
    self.elapsed = elapsed
    self.retrievability = retrievability
    self.hash = hash
    self.interval = interval
  }
}

/// How cards are scheduled from an event on.
package struct Parameters: Hashable, Sendable {
  package var weights: Weights
  /// The weights of FSRS-7; nil where FSRS-6 schedules.
  package var dual: DualWeights?
  /// Desired retention, 0.5 to 0.99.
  package var retention: Double
  /// Learning and relearning steps in milliseconds.
  package var steps: [Int64]
  /// Minutes after midnight at which the learner's day begins.
  package var dayStarts: Int
  /// Cards with weights of their own, of the model in force; a card belongs to the first that has it.
  package var groups: [WeightGroup]

  package init(
    weights: Weights = .standard,
    dual: DualWeights? = nil,
    retention: Double = 0.90,
    steps: [Int64] = [60_000, 600_000],
    dayStarts: Int = 240,
    groups: [WeightGroup] = []
  ) {
    self.weights = weights
    self.dual = dual
    self.retention = retention
    self.steps = steps
    self.dayStarts = dayStarts
    self.groups = groups
  }

  /// The scheduler of cards that are of no group.
  package var scheduler: Scheduler {
    Scheduler(weights: weights, dual: dual, desiredRetention: retention, learningSteps: steps)
  }

  /// Whether memory follows other weights than under some parameters.
  func remembersOtherwise(than other: Parameters) -> Bool {
    weights != other.weights || dual != other.dual || groups != other.groups
  }

  /// The weights of the model in force.
  package var modelWeights: ModelWeights {
    get { dual.map { .fsrs7($0) } ?? .fsrs6(weights) }
    set {
      switch newValue {
      case .fsrs6(let values): (weights, dual) = (values, nil)
      case .fsrs7(let values): dual = values
      }
    }
  }

  /// The weights that stand here for the model that is in force under other parameters.
  func weights(forModelOf other: Parameters) -> ModelWeights {
    other.dual == nil ? .fsrs6(weights) : .fsrs7(dual ?? .standard)
  }

  package var days: DayReckoning { DayReckoning(startsAt: dayStarts) }
}

/// How a learner grades and how long answers take, for simulations.
///
/// Where a learner's own answers are few, those of many other learners are mixed in.
package struct Habits: Hashable, Sendable {
  /// The grades of one occasion.
  package struct Occasion: Hashable, Sendable {
    /// How often each grade is given, from again to easy; the shares add up to 1.
    package let shares: [Double]
    /// How long an answer of each grade takes, in milliseconds.
    package let milliseconds: [Double]

    /// The time of one answer in milliseconds.
    func time(of grade: Grade) -> Double { milliseconds[grade.rawValue - 1] }
  }

  /// The first answer to a card.
  package let first: Occasion
  /// The first answer on a later day, where "again" follows from memory and not from habit.
  package let later: Occasion
  /// A further answer on the same day.
  package let sameDay: Occasion

  /// What many learners do.
  package static let standard = Habits(of: Tally())

  /// The habits that a learner's answers show.
  package init(of tally: Tally) {
    first = Self.occasion(tally.first, .standardFirst)
    later = Self.occasion(tally.later, .standardLater)
    sameDay = Self.occasion(tally.sameDay, .standardSameDay)
  }

  /// As many answers of others as are mixed into the learner's own, for each occasion.
  static let othersAnswers = 50.0

  private static func occasion(_ own: Tally.Answers, _ others: Occasion) -> Occasion {
    let total = Double(own.counts.reduce(0, +))
    let shares = zip(own.counts, others.shares).map { count, share in
      (Double(count) + othersAnswers * share) / (total + othersAnswers)
    }
    let times = own.counts.indices.map { grade in
      // A grade that is hardly given learns its time from others longest.
      let strength = othersAnswers * others.shares[grade]
      let sum = Double(own.milliseconds[grade]) + strength * others.milliseconds[grade]
      return sum / (Double(own.counts[grade]) + strength)
    }
    return Occasion(shares: shares, milliseconds: times)
  }
}

extension Habits {
  /// A learner's answers counted by occasion and grade.
  package struct Tally: Hashable, Sendable {
    /// Answers of one occasion.
    struct Answers: Hashable, Sendable {
      /// How many of each grade, from again to easy.
      var counts = [0, 0, 0, 0]
      /// Their times together.
      var milliseconds = [0, 0, 0, 0]
    }

    private(set) var first = Answers()
    private(set) var later = Answers()
    private(set) var sameDay = Answers()

    /// A tally of nothing.
    package init() {}

    /// The answers counted.
    package var count: Int {
      [first, later, sameDay].reduce(0) { $0 + $1.counts.reduce(0, +) }
    }

    /// The longest time that one answer counts for, in milliseconds: longer is an absence.
    package static let longestTime = 120_000

    /// Counts an answer so many days after the one before, nil for a card's first.
    package mutating func add(_ grade: Grade, milliseconds: Int, daysSince days: Int?) {
      let time = milliseconds.clamped(to: 0...Self.longestTime)
      switch days {
      case nil: first.add(grade, time)
      case let days? where days > 0: later.add(grade, time)
      default: sameDay.add(grade, time)
      }
    }
  }
}

extension Habits.Tally.Answers {
  fileprivate mutating func add(_ grade: Grade, _ time: Int) {
    counts[grade.rawValue - 1] += 1
    milliseconds[grade.rawValue - 1] += time
  }
}

extension Habits.Occasion {
  // Shares and times that FSRS assumes of many learners; those of further answers on a day are
  // ours, since FSRS counts the whole of learning as one.
  fileprivate static let standardFirst = Self(
    shares: [0.24, 0.094, 0.495, 0.171],
    milliseconds: [19_580, 18_790, 13_780, 10_710]
  )
  fileprivate static let standardLater = Self(
    shares: [0.1, 0.2016, 0.5679, 0.1305],
    milliseconds: [19_380, 17_590, 12_380, 8_940]
  )
  fileprivate static let standardSameDay = Self(
    shares: [0.12, 0.08, 0.75, 0.05],
    milliseconds: [16_440, 15_250, 12_320, 8_030]
  )
}

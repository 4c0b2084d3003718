import Testing

@testable import Scheduling

/// What holds for every card, whatever was answered before.
@Suite struct SchedulerLawTests {
  /// One answer of a random history: the state before and all that led to the state after.
  struct Moment {
    let scheduler: Scheduler
    let before: CardState?
    let now: Int64
    let day: Int
    let seed: UInt64

    func next(_ grade: Grade) -> CardState {
      scheduler.next(before, grade, now: now, day: day, seed: seed)
    }
  }

  /// Plays random histories, with days off, early and late reviews, and now and then a clock set back.
  private func play(seed: UInt64, _ visit: (Moment) -> Void) throws {
    var random = SplitMix64(seed: seed)
    for card in 0..<300 {
      let weights: Weights = card.isMultiple(of: 2) ? .standard : try .random(using: &random)
      let scheduler = Scheduler(
        weights: weights,
        desiredRetention: .random(in: 0.7...0.97, using: &random)
      )
      var state: CardState?
      var now: Int64 = 1_700_000_000_000
      for _ in 0..<30 {
        let day = Int(now / 86_400_000)
        let moment = Moment(
          scheduler: scheduler,
          before: state,
          now: now,
          day: day,
          seed: cardSeed("card-\(card)")
        )
        visit(moment)
        let answered = moment.next(Grade.allCases.randomElement(using: &random) ?? .good)
        switch answered.interval {
        case .milliseconds(let wait): now += wait
        case .days(let days):
          now += Int64(Double(days) * .random(in: 0.3...1.6, using: &random) * 86_400_000)
        }
        if Int.random(in: 0..<40, using: &random) == 0 { now -= 9 * 86_400_000 }
        state = answered
      }
    }
  }

  private func days(_ state: CardState) -> Int? {
    guard case .days(let days) = state.interval else { return nil }
    return days
  }

  @Test func `a better grade never brings a card back earlier`() throws {
    var reviews = 0
    try play(seed: 31) { moment in
      let preview = moment.scheduler.preview(
        moment.before,
        now: moment.now,
        day: moment.day,
        seed: moment.seed
      )
      guard moment.before?.phase == .review else {
        if let good = days(preview.good) { #expect(good < days(preview.easy) ?? 0) }
        return
      }
      reviews += 1
      let ceiling = moment.scheduler.maximumInterval
      #expect(days(preview.again) == nil)
      guard let hard = days(preview.hard), let good = days(preview.good),
        let easy = days(preview.easy)
      else {
        Issue.record("a review that is not left for days")
        return
      }
      #expect(hard >= 1)
      #expect(hard < good || good == ceiling)
      #expect(good < easy || easy == ceiling)
      #expect(easy <= ceiling)
    }
    #expect(reviews > 1000)
  }

  @Test func `the interval shown is the interval given`() throws {
    try play(seed: 32) { moment in
      let preview = moment.scheduler.preview(
        moment.before,
        now: moment.now,
        day: moment.day,
        seed: moment.seed
      )
      for grade in Grade.allCases {
        #expect(preview[grade] == moment.next(grade))
        #expect(moment.next(grade) == moment.next(grade))
      }
    }
  }

  @Test func `intervals are never negative and repetitions count every answer`() throws {
    try play(seed: 33) { moment in
      for grade in Grade.allCases {
        let after = moment.next(grade)
        switch after.interval {
        case .milliseconds(let wait): #expect(wait > 0)
        case .days(let days): #expect(days >= 1)
        }
        #expect(after.repetitions == (moment.before?.repetitions ?? 0) + 1)
        #expect(after.lastReview == moment.now)
        #expect(after.lastDay == moment.day)
      }
    }
  }

  @Test func `fuzz never turns growth into shrinkage`() throws {
    var grown = 0
    try play(seed: 34) { moment in
      guard let before = moment.before, before.phase == .review, let previous = days(before) else {
        return
      }
      for grade in [Grade.hard, .good, .easy] {
        let after = moment.next(grade)
        let exact = moment.scheduler.interval(of: after.memory)
        guard let given = days(after) else { continue }
        if Int(exact.rounded()) > previous, previous < moment.scheduler.maximumInterval {
          grown += 1
          #expect(given > previous)
        }
      }
    }
    #expect(grown > 1000)
  }

  @Test func `a clock set back counts as the same day`() throws {
    try play(seed: 35) { moment in
      guard let before = moment.before else { return }
      for grade in Grade.allCases {
        let back = moment.scheduler.next(
          before,
          grade,
          now: moment.now,
          day: before.lastDay - 50,
          seed: moment.seed
        )
        let same = moment.scheduler.next(
          before,
          grade,
          now: moment.now,
          day: before.lastDay,
          seed: moment.seed
        )
        #expect(back.memory == same.memory)
        #expect(back.interval == same.interval)
      }
    }
  }

  @Test func `the memory is that of the model`() throws {
    try play(seed: 36) { moment in
      let elapsed = moment.before.map { max(0, moment.day - $0.lastDay) }
      for grade in Grade.allCases {
        var growth = moment.before?.growth ?? SameDayGrowth()
        let isSurplus = growth.isSurplus(grade, days: elapsed)
        let expected = moment.scheduler.model.next(
          moment.before?.memory,
          grade,
          after: Rest(days: elapsed ?? 0, milliseconds: 0, isSurplus: isSurplus)
        )
        #expect(moment.next(grade).memory == expected)
      }
    }
  }
}

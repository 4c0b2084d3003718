import Testing

@testable import Scheduling

@Suite struct BalancerTests {
  /// 2026-11-02, a Monday.
  private let monday = 20_759

  private func chosen(_ balancer: Balancer, _ range: ClosedRange<Int>, times: Int = 4000) -> [Int:
    Int]
  {
    var random = SplitMix64(seed: 81)
    var counts: [Int: Int] = [:]
    for _ in 0..<times {
      let position = Double.random(in: 0..<1, using: &random)
      counts[balancer.choose(range, after: monday, position: position), default: 0] += 1
    }
    return counts
  }

  @Test func `without wishes and load every day is as likely`() {
    let counts = chosen(Balancer(), 8...12)
    #expect(counts.keys.sorted() == Array(8...12))
    #expect(counts.values.allSatisfy { (680...920).contains($0) })
  }

  @Test func `full days are avoided in proportion, and the card's own day counts one less`() {
    let load = [monday + 9: 3]
    let counts = chosen(Balancer(load: load), 8...9)
    // One to a sixteenth.
    #expect((160...320).contains(counts[9] ?? 0))
    let leaving = Balancer(load: load, leaving: monday + 9)
    #expect(leaving.weight(of: monday + 9) == 1.0 / 9)
    #expect(Balancer(load: [5: -3]).weight(of: 5) == 1)
  }

  @Test func `an easy day is left out also where nothing is due on it`() {
    var easy = EasyDays()
    easy.set(5, to: .minimum)
    easy.set(6, to: .reduced)
    let balancer = Balancer(load: [monday + 7: 2], easyDays: easy)
    // Five days after a Monday is a Saturday.
    let counts = chosen(balancer, 4...7)
    #expect((counts[5] ?? 0) < 10)
    #expect((counts[6] ?? 0) < (counts[4] ?? 0))
    #expect((counts[6] ?? 0) > 800)
  }

  @Test func `siblings keep apart also where nothing else is due`() {
    let balancer = Balancer(siblings: [monday + 10])
    let weights = (4...16).map { balancer.weight(of: monday + $0) }
    #expect(weights == weights.reversed())
    #expect(weights.first == 1 && weights[6] == 0.001)
    #expect(zip(weights.prefix(7), weights.prefix(7).dropFirst()).allSatisfy { $0 >= $1 })
    #expect((chosen(balancer, 9...11)[10] ?? 0) < 30)
  }

  @Test func `what is unwelcome everywhere is chosen all the same`() {
    var easy = EasyDays()
    for weekday in 0..<7 { easy.set(weekday, to: .minimum) }
    let load = Dictionary(uniqueKeysWithValues: (0...40).map { (monday + $0, 1_000_000) })
    let balancer = Balancer(load: load, siblings: [monday + 3], easyDays: easy)
    #expect(chosen(balancer, 2...4).keys.allSatisfy { (2...4).contains($0) })
    #expect(balancer.choose(7...7, after: monday, position: 0.9) == 7)
    #expect(balancer.choose(2...4, after: monday, position: 1) == 4)
  }

  @Test func `the last day bounds an interval as long as it lies ahead`() {
    let balancer = Balancer(lastDay: monday + 6)
    #expect(balancer.ceiling(after: monday) == 6)
    #expect(balancer.ceiling(after: monday + 5) == 1)
    #expect(balancer.ceiling(after: monday + 6) == 1)
    #expect(balancer.ceiling(after: monday + 7) == nil)
    #expect(Balancer().ceiling(after: monday) == nil)
  }

  /// The law: a balancer never leads out of the fuzz range, nor past the last day, nor out of order.
  @Test func `a balanced interval keeps all that holds of one that is not`() throws {
    var random = SplitMix64(seed: 82)
    for _ in 0..<400 {
      let scheduler = Scheduler(
        weights: try .random(using: &random),
        desiredRetention: .random(in: 0.7...0.97, using: &random)
      )
      let before = scheduler.reviewed(.random(using: &random), on: monday, after: 20)
      let balancer = random.balancer(around: monday)
      let preview = scheduler.preview(
        before,
        now: 0,
        day: monday,
        seed: random.next(),
        balancer: balancer
      )
      let days = [preview.hard, preview.good, preview.easy].map(\.days)
      let ceiling = min(36_500, balancer.ceiling(after: monday) ?? .max)
      for (shorter, longer) in zip(days, days.dropFirst()) {
        #expect(shorter < longer || longer == ceiling)
      }
      #expect(days.allSatisfy { (1...ceiling).contains($0) })
      let reach = Fuzz.range(
        of: max(21, scheduler.interval(of: preview.hard.memory)),
        atLeast: 1,
        atMost: ceiling
      )
      #expect(days[0] <= reach.upperBound)
    }
  }

  @Test func `balanced days are more even than drawn ones`() {
    let scheduler = Scheduler(learningSteps: [])
    func spread(_ isBalanced: Bool) -> Double {
      var load: [Int: Int] = [:]
      for card in 0..<600 {
        let before = scheduler.reviewed(
          MemoryState(stability: 30, difficulty: 5),
          on: monday,
          after: 25
        )
        let next = scheduler.preview(
          before,
          now: 0,
          day: monday,
          seed: cardSeed("card-\(card)"),
          balancer: isBalanced ? Balancer(load: load) : nil
        ).good
        load[monday + next.days, default: 0] += 1
      }
      let mean = 600 / Double(load.count)
      return load.values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    }
    #expect(spread(true) < spread(false) / 4)
  }
}

@Suite struct EasyDaysTests {
  @Test func `a weekday is that of the calendar`() {
    var easy = EasyDays()
    easy.set(3, to: .reduced)
    // 1970-01-01 was a Thursday; 2026-11-05 is one, and so was 1969-12-25.
    for day in [0, 7, 20_762, -7] { #expect(easy.share(of: day) == 0.5) }
    for day in [1, -1, 6, 20_761, 20_763] { #expect(easy.share(of: day) == 1) }
    easy.set(10, to: .minimum)
    #expect(easy.share(of: 0) == 0.0001)
    easy.set(-4, to: .normal)
    #expect(easy == EasyDays())
  }
}

extension CardState {
  var days: Int { if case .days(let days) = interval { days } else { 0 } }
}

extension Scheduler {
  /// A learned card that was left for some days and is due.
  fileprivate func reviewed(_ memory: MemoryState, on day: Int, after days: Int) -> CardState {
    CardState(
      phase: .review,
      memory: memory,
      due: .day(day),
      lastReview: 0,
      lastDay: day - days,
      repetitions: 5,
      lapses: 0
    )
  }
}

extension SplitMix64 {
  fileprivate mutating func balancer(around day: Int) -> Balancer {
    var easy = EasyDays()
    easy.set(.random(in: 0..<7, using: &self), to: .minimum)
    let load = (0..<60).map { _ in
      (Int.random(in: day...day + 200, using: &self), Int.random(in: 0...50, using: &self))
    }
    return Balancer(
      load: Dictionary(load, uniquingKeysWith: +),
      siblings: (0..<3).map { _ in Int.random(in: day - 5...day + 60, using: &self) },
      easyDays: easy,
      lastDay: Bool.random(using: &self) ? day + Int.random(in: -3...200, using: &self) : nil
    )
  }
}

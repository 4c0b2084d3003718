package import Scheduling

/// A log of a learner whose memory follows weights that nobody else knows, with slips and guesses.
///
/// A scheduler with the standard weights asks; the learner is late now and then, and forgotten cards
/// come back on the same day.
package struct SimulatedLog {
  /// The weights the learner follows.
  package let truth: Weights
  /// The reviews, card after card.
  package private(set) var reviews: [LoggedReview] = []

  private let model: MemoryModel
  private let scheduler = Scheduler(learningSteps: [])
  private var random: SplitMix64
  /// The share of answers that say nothing about memory.
  private let noise: Double
  /// The number of days the learner studies.
  private let span: Int

  /// A log of so many cards over so many days; the seed chooses luck, and truth where none is given.
  package init(seed: UInt64, cards: Int, days: Int, truth given: Weights? = nil) {
    var random = SplitMix64(seed: seed)
    let drawn = Self.truth(using: &random)
    truth = given ?? drawn
    model = MemoryModel(truth)
    noise = Double.random(in: 0...0.04, using: &random)
    span = max(1, days)
    self.random = random
    for card in 0..<cards { study(card) }
  }

  /// A memory that fades far faster than the standard one, above all at first.
  package static let forgetful: Weights = {
    var values = Weights.standard.values
    for index in 0..<4 { values[index] *= 0.25 }
    values[8] = 1.2
    values[20] = 0.45
    return (try? Weights(values)) ?? .standard
  }()

  /// Weights around the standard ones, each as far away as among real learners, at most.
  private static func truth(using random: inout SplitMix64) -> Weights {
    let scales: [Double] = [
      1, 1, 1, 1, 0.15, 0.4, 0.25, 5, 0.15, 0.3, 0.3, 0.25, 0.5, 0.3, 0.2, 0.3, 0.25, 0.4, 1, 0.6,
      0.7,
    ]
    var values = zip(Weights.standard.values, scales).map { value, scale in
      value * (1 + Double.random(in: -0.6 * scale...scale, using: &random))
    }
    values.replaceSubrange(0..<4, with: values[0..<4].sorted())
    return (try? Weights(values)) ?? .standard
  }

  private mutating func study(_ card: Int) {
    var day = Int.random(in: 0..<span, using: &random)
    var grade = firstGrade()
    var known = model.first(grade)
    var asked = scheduler.model.first(grade)
    log(card, day, grade, second: 0)
    while true {
      let wait = wait(until: asked, after: grade)
      guard day + wait < span else { return }
      day += wait
      grade = answer(known, after: wait)
      log(card, day, grade, second: 0)
      known = model.next(known, grade, elapsedDays: wait)
      asked = scheduler.model.next(asked, grade, elapsedDays: wait)
      guard grade == .again, Bool.random(using: &random) else { continue }
      log(card, day, .good, second: 600)
      known = model.next(known, .good, elapsedDays: 0)
      asked = scheduler.model.next(asked, .good, elapsedDays: 0)
    }
  }

  private mutating func wait(until asked: MemoryState, after grade: Grade) -> Int {
    let interval = grade == .again ? 1 : max(1, asked.stability)
    let isLate = Int.random(in: 0..<4, using: &random) == 0
    let lateness = isLate ? Double.random(in: 0...0.7, using: &random) : 0
    return min(Int((interval * (1 + lateness)).rounded()), 3650)
  }

  private mutating func answer(_ known: MemoryState, after days: Int) -> Grade {
    let recall = model.curve.retrievability(after: Double(days), stability: known.stability)
    let isNoise = Double.random(in: 0..<1, using: &random) < noise
    let chance = isNoise ? 0.5 : recall
    guard Double.random(in: 0..<1, using: &random) < chance else { return .again }
    return pick([(.hard, 0.1), (.good, 0.8), (.easy, 0.1)])
  }

  private mutating func firstGrade() -> Grade {
    pick([(.again, 0.3), (.hard, 0.15), (.good, 0.45), (.easy, 0.1)])
  }

  private mutating func pick(_ shares: [(grade: Grade, share: Double)]) -> Grade {
    var left = Double.random(in: 0..<1, using: &random)
    for (grade, share) in shares {
      left -= share
      if left < 0 { return grade }
    }
    return .good
  }

  private mutating func log(_ card: Int, _ day: Int, _ grade: Grade, second: Int) {
    let moment = (day * 86_400 + 36_000 + card % 10_000 + second) * 1000
    reviews.append(
      LoggedReview(card: card, day: day, grade: grade.rawValue, time: Int64(moment))
    )
  }
}

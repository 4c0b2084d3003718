internal import Glibc

/// The stabilities after a first answer, fitted to the first waits alone.
///
/// Method of fsrs-rs: each grade's stability is the likeliest under the standard decay, drawn to the
/// standard one; a better grade never counts less, and a grade never given is put between the others.
struct InitialStabilities {
  /// In days, by grade from "again" to "easy".
  let values: [Double]

  init(_ set: TrainingSet) {
    let groups = Self.groups(of: set)
    let average = set.averageRecall
    let known = (1...4).map { grade in
      Self.fit(groups.filter { $0.grade == grade }, grade: grade, average: average)
    }
    let counts = (1...4).map { grade in
      groups.reduce(0) { $0 + ($1.grade == grade ? $1.count : 0) }
    }
    values = Self.filled(Self.ordered(known, counts))
      .map { $0.clamped(to: Weights.bounds[0]) }
  }

  /// The first waits of so many days after one first grade.
  private struct Group {
    let grade: Int
    let days: Double
    var count = 0.0
    var recalled = 0.0
  }

  private static func groups(of set: TrainingSet) -> [Group] {
    var groups: [OutlierFilter.Group: Group] = [:]
    for first in set.firstWaits where first.isItem {
      let empty = Group(grade: first.group.grade, days: Double(first.group.days))
      groups[first.group, default: empty].count += 1
      groups[first.group, default: empty].recalled += first.isRecalled ? 1 : 0
    }
    return groups.values.sorted { ($0.grade, $0.days) < ($1.grade, $1.days) }
  }
}

// MARK: - One grade

extension InitialStabilities {
  private static func fit(_ groups: [Group], grade: Int, average: Double) -> Double? {
    guard !groups.isEmpty else { return nil }
    let standard = Weights.standardValues[grade - 1]
    let curve = ForgettingCurve(.standard)
    return lowest(from: Weights.bounds[0].lowerBound, to: Weights.bounds[0].upperBound) {
      stability in
      groups.reduce(abs(stability - standard) / 16) { loss, group in
        let share = (group.recalled + average) / (group.count + 1)
        let recall = curve.retrievability(after: group.days, stability: stability)
          .clamped(to: DifferentiableModel.Recall.range)
        return loss - group.count * (share * log(recall) + (1 - share) * log(1 - recall))
      }
    }
  }

  /// The golden section of a function that falls and then rises, on a scale of logarithms.
  private static func lowest(from low: Double, to high: Double, of loss: (Double) -> Double)
    -> Double
  {
    let section = 0.618_033_988_749_894_9
    var (low, high) = (log(low), log(high))
    var (left, right) = (high - section * (high - low), low + section * (high - low))
    var (atLeft, atRight) = (loss(exp(left)), loss(exp(right)))
    while high - low > 1e-4 {
      if atLeft <= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - section * (high - low)
        atLeft = loss(exp(left))
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + section * (high - low)
        atRight = loss(exp(right))
      }
    }
    return exp((low + high) / 2)
  }
}

// MARK: - The grades together

extension InitialStabilities {
  /// Where two grades stand the wrong way round, the one with more reviews is believed.
  private static func ordered(_ known: [Double?], _ counts: [Double]) -> [Double?] {
    var values = known
    for (lower, upper) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
      guard let low = values[lower], let high = values[upper], low > high else { continue }
      if counts[lower] > counts[upper] { values[upper] = low } else { values[lower] = high }
    }
    return values
  }

  /// Where the logarithms of the four stabilities stand on a line, from 0 for "again" to 1 for "good".
  private static let places = [0, 0.59, 1, (1 - 0.46 * 0.59) / 0.54]

  private static func filled(_ values: [Double?]) -> [Double] {
    let known = values.indices.filter { values[$0] != nil }
    let standard = Array(Weights.standardValues.prefix(4))
    guard let only = known.first else { return standard }
    guard known.count > 1 else {
      let factor = (values[only] ?? 0) / standard[only]
      return standard.map { $0 * factor }
    }
    return values.indices.map { grade in
      if let value = values[grade] { return value }
      // The two known grades around it, or the nearest two beyond which it lies.
      let upper = known.first { $0 > grade && $0 != known[0] } ?? known[known.count - 1]
      let lower = known.last { $0 < upper } ?? known[0]
      let (low, high) = (log(values[lower] ?? 1), log(values[upper] ?? 1))
      let share = (places[grade] - places[lower]) / (places[upper] - places[lower])
      return exp(low + share * (high - low))
    }
  }
}

extension TrainingSet {
  /// The share of items recalled, 1 for none.
  var averageRecall: Double {
    guard !items.isEmpty else { return 1 }
    return Double(items.count { grades[$0] > 1 }) / Double(items.count)
  }
}

/// What the optimizer minimises: the weighted log loss of the items and the distance of the weights
/// from an anchor they are drawn to, each weight by its own measure.
struct Objective: Sendable {
  /// Where the weights are drawn to, w0 to w20.
  let anchor: [Double]
  private let set: TrainingSet
  /// The weight of each review as an item, 0 where it is none.
  private let weights: [Double]
  /// The reviews of each card up to its last item.
  private let spans: [Range<Int>]
  /// Runs of cards, each about as long as the others.
  private let parts: [Range<Int>]
  /// Of so many cards one tells how sharply the loss bends, and its share stands for all items.
  private let stride: Int
  private let curvatureScale: Double

  /// How far each weight strays among many learners, as the authors of FSRS-6 found.
  static let deviations = [
    6.43, 9.66, 17.58, 27.85,
    0.57, 0.28, 0.6, 0.12,
    0.39, 0.18, 0.33,
    0.3, 0.09, 0.16, 0.57,
    0.25, 1.03,
    0.31, 0.32, 0.14,
    0.27,
  ]

  /// More items than this tell nothing new about curvature, and cost more than the gradient.
  private static let curvatureItems = 4096
  /// To start a thread takes about as long as to walk a tenth of so many reviews.
  private static let reviewsForThreads = 2000
  /// Fixed, so that sums are added in the same order on any number of threads.
  private static let partCount = 8

  init(_ set: TrainingSet, anchor: [Double]) {
    self.set = set
    self.anchor = anchor
    weights = set.recencyWeights
    spans = Self.spans(of: set, weights)
    parts = Self.parts(of: spans)
    stride = max(1, set.itemCount / Self.curvatureItems)
    let asked = Self.items(of: spans, weights, every: stride)
    curvatureScale = Double(set.itemCount) / Double(max(1, asked))
  }

  /// The objective at some weights, and its shape around them.
  struct Value {
    var value: Double
    /// The derivatives by w0 to w20.
    var gradient: [Double]
    /// The expected second derivatives, 21 rows one after another.
    var curvature: [Double]

    /// Whether a step can be taken from here.
    var isFinite: Bool {
      value.isFinite && gradient.allSatisfy(\.isFinite) && curvature.allSatisfy(\.isFinite)
    }
  }

  /// The objective at 21 weights inside their bounds.
  func callAsFunction(_ w: [Double], _ workers: Workers) -> Value {
    let model = DifferentiableModel(w)
    let isLong = set.reviewCount >= Self.reviewsForThreads
    let workers = isLong ? workers : Workers(count: 1)
    let results = workers.map(parts.count, initially: Sums()) { sums(of: parts[$0], model) }
    var total = Sums()
    for result in results { total += result }
    var value = Value(
      value: total.gradient.loss,
      gradient: total.gradient.values,
      curvature: total.curvature.matrix.map { $0 * curvatureScale }
    )
    for (index, deviation) in Self.deviations.enumerated() {
      let distance = (w[index] - anchor[index]) / deviation
      value.value += distance * distance
      value.gradient[index] += 2 * distance / deviation
      value.curvature[index * 22] += 2 / (deviation * deviation)
    }
    return value
  }
}

// MARK: - Sums over cards

extension Objective {
  private struct Sums: Sendable {
    var gradient = Gradient()
    var curvature = Curvature()

    static func += (sum: inout Sums, other: Sums) {
      sum.gradient += other.gradient
      sum.curvature += other.curvature
    }
  }

  private func sums(of part: Range<Int>, _ model: DifferentiableModel) -> Sums {
    var sums = Sums()
    set.grades.withUnsafeBufferPointer { grades in
      set.days.withUnsafeBufferPointer { days in
        weights.withUnsafeBufferPointer { weights in
          for card in part {
            let history = Gradient.History(
              grades: UnsafeBufferPointer(rebasing: grades[spans[card]]),
              days: UnsafeBufferPointer(rebasing: days[spans[card]]),
              weights: UnsafeBufferPointer(rebasing: weights[spans[card]])
            )
            if card % stride == 0 {
              sums.gradient.add(history, model, &sums.curvature)
            } else {
              sums.gradient.add(history, model)
            }
          }
        }
      }
    }
    return sums
  }

  private static func spans(of set: TrainingSet, _ weights: [Double]) -> [Range<Int>] {
    zip(set.starts, set.starts.dropFirst()).compactMap { start, end in
      let last = (start..<end).last { weights[$0] > 0 }
      return last.map { start..<$0 + 1 }
    }
  }

  /// The number of items of every so-many-th card.
  private static func items(of spans: [Range<Int>], _ weights: [Double], every step: Int) -> Int {
    Swift.stride(from: 0, to: spans.count, by: step).reduce(0) { count, card in
      count + spans[card].count { weights[$0] > 0 }
    }
  }

  private static func parts(of spans: [Range<Int>]) -> [Range<Int>] {
    let total = spans.reduce(0) { $0 + $1.count }
    var parts: [Range<Int>] = []
    var taken = 0
    for (index, span) in spans.enumerated() {
      taken += span.count
      guard taken * partCount >= total * (parts.count + 1) else { continue }
      parts.append((parts.last?.upperBound ?? 0)..<index + 1)
    }
    return parts
  }
}

extension TrainingSet {
  /// The weight of every review as an item, from a quarter for the oldest to 1 for the newest, and 0
  /// for what is no item.
  var recencyWeights: [Double] {
    var weights = [Double](repeating: 0, count: reviewCount)
    for (index, item) in items.enumerated() {
      let age = items.count > 1 ? Double(index) / Double(items.count - 1) : 1
      weights[item] = 0.25 + 0.75 * age * age * age
    }
    return weights
  }
}

/// The cards of a set as the optimizer walks them: each up to its last item, in parts of about the same
/// length.
struct TrainingHistories: Sendable {
  /// The number of reviews.
  let reviewCount: Int
  /// Runs of cards, each about as long as the others.
  let parts: [Range<Int>]
  /// Of so many cards one tells how sharply the loss bends, and its share stands for all items.
  let curvatureScale: Double

  private let grades: [UInt8]
  /// The days before each review, as the model counts them.
  private let waits: [Double]
  /// The weight of each review as an item, 0 where it is none.
  private let weights: [Double]
  /// The reviews of each card up to its last item.
  private let spans: [Range<Int>]
  private let stride: Int

  /// More items than this tell nothing new about curvature, and cost more than the gradient.
  private static let curvatureItems = 4096
  /// Fixed, so that sums are added in the same order on any number of threads.
  private static let partCount = 8

  init(_ set: TrainingSet, waits: [Double]) {
    reviewCount = set.reviewCount
    grades = set.grades
    self.waits = waits
    weights = set.recencyWeights
    spans = Self.spans(of: set, weights)
    parts = Self.parts(of: spans)
    stride = max(1, set.itemCount / Self.curvatureItems)
    let asked = Self.items(of: spans, weights, every: stride)
    curvatureScale = Double(set.itemCount) / Double(max(1, asked))
  }

  /// Goes through the cards of a part; the flag tells whose curvature is asked for.
  func forEachCard(of part: Int, _ body: (Gradient.History, Bool) -> Void) {
    grades.withUnsafeBufferPointer { grades in
      waits.withUnsafeBufferPointer { waits in
        weights.withUnsafeBufferPointer { weights in
          for card in parts[part] {
            let history = Gradient.History(
              grades: UnsafeBufferPointer(rebasing: grades[spans[card]]),
              days: UnsafeBufferPointer(rebasing: waits[spans[card]]),
              weights: UnsafeBufferPointer(rebasing: weights[spans[card]])
            )
            body(history, card % stride == 0)
          }
        }
      }
    }
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

/// What a model says of every item of a set before it happens; each card is walked once.
struct Predictions {
  /// By review, 0 where the review is not predicted.
  fileprivate(set) var recall: [Double]
  /// By review.
  fileprivate(set) var bins: [HistoryBin]
}

/// Items with a like wait and like history: how many reviews on later days, how many lapses.
///
/// Edges are powers of the bases that the srs-benchmark uses.
struct HistoryBin: Hashable, Comparable {
  /// -1 for the same day.
  let wait: Int8
  let reviews: Int8
  /// -1 for no lapse.
  let lapses: Int8

  static let none = HistoryBin(wait: 0, reviews: 0, lapses: -1)

  static func < (left: HistoryBin, right: HistoryBin) -> Bool {
    (left.wait, left.reviews, left.lapses) < (right.wait, right.reviews, right.lapses)
  }
}

extension TrainingSet {
  func predictions(by weights: ModelWeights) -> Predictions {
    switch weights {
    case .fsrs6(let weights): predictions(by: MemoryModel(weights))
    case .fsrs7(let weights): predictions(by: DualTraceModel(weights))
    }
  }

  func predictions(by model: some RecallModel) -> Predictions {
    var predictions = Predictions(
      recall: [Double](repeating: 0, count: reviewCount),
      bins: [HistoryBin](repeating: .none, count: reviewCount)
    )
    for (start, end) in zip(starts, starts.dropFirst()) where start < end {
      predict(start..<end, model, &predictions)
    }
    return predictions
  }

  private func predict(
    _ card: Range<Int>,
    _ model: some RecallModel,
    _ predictions: inout Predictions
  ) {
    var state: MemoryState?
    var reviews = 0
    var lapses = 0
    for review in card {
      guard let grade = Grade(rawValue: Int(grades[review])) else { continue }
      let rest = rest(before: review)
      if rest.days > 0 { reviews += 1 }
      if let state, isPredicted(review) {
        predictions.recall[review] = model.retrievability(of: state, after: rest)
        predictions.bins[review] = HistoryBin(
          wait: rest.days > 0 ? Self.floorLog(rest.days, base: 3.62) : -1,
          reviews: Self.floorLog(reviews + 1, base: 1.89),
          lapses: lapses > 0 ? Self.floorLog(lapses, base: 1.73) : -1
        )
      }
      if rest.days > 0, grade == .again { lapses += 1 }
      state = model.next(state, grade, after: rest)
    }
  }

  /// The logarithm of a number of at least 1, rounded down.
  private static func floorLog(_ value: Int, base: Double) -> Int8 {
    var power = base
    var exponent: Int8 = 0
    while power <= Double(value) {
      power *= base
      exponent += 1
    }
    return exponent
  }
}

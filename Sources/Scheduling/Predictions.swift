/// What a model says of every item of a set before it happens; each card is walked once.
struct Predictions {
  /// By review, 0 where the review is not on a later day.
  fileprivate(set) var recall: [Double]
  /// By review.
  fileprivate(set) var bins: [HistoryBin]
}

/// Items with a like wait and like history: how many reviews on later days, how many lapses.
///
/// Edges are powers of the bases that the srs-benchmark uses.
struct HistoryBin: Hashable, Comparable {
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
  func predictions(by model: MemoryModel) -> Predictions {
    var predictions = Predictions(
      recall: [Double](repeating: 0, count: reviewCount),
      bins: [HistoryBin](repeating: .none, count: reviewCount)
    )
    for (start, end) in zip(starts, starts.dropFirst()) where start < end {
      predict(start..<end, model, &predictions)
    }
    return predictions
  }

  private func predict(_ card: Range<Int>, _ model: MemoryModel, _ predictions: inout Predictions) {
    var state: MemoryState?
    var reviews = 0
    var lapses = 0
    for review in card {
      guard let grade = Grade(rawValue: Int(grades[review])) else { continue }
      if let state, days[review] > 0 {
        reviews += 1
        predictions.recall[review] = model.curve.retrievability(
          after: days[review],
          stability: state.stability
        )
        predictions.bins[review] = HistoryBin(
          wait: Self.floorLog(Int(days[review]), base: 3.62),
          reviews: Self.floorLog(reviews + 1, base: 1.89),
          lapses: lapses > 0 ? Self.floorLog(lapses, base: 1.73) : -1
        )
        if grade == .again { lapses += 1 }
      }
      state = model.next(state, grade, elapsedDays: Int(days[review]))
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

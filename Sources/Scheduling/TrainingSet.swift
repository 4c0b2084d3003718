/// One answer of a log, as numbers that nobody has checked yet.
package struct LoggedReview: Hashable, Sendable {
  /// Which card was asked.
  package var card: Int
  /// The learner's day of the answer.
  package var day: Int
  /// 1 to 4 as `Grade` has them.
  package var grade: Int
  /// The time of the answer in UTC milliseconds.
  package var time: Int64

  /// An answer put together from its parts.
  package init(card: Int, day: Int, grade: Int, time: Int64) {
    self.card = card
    self.day = day
    self.grade = grade
    self.time = time
  }
}

/// A log of reviews made ready to learn from: one card after another, each in order of time.
///
/// What is predicted is an *item*: under FSRS-6 a review on a later day than the one before it, since
/// it does not predict within a day; under FSRS-7 every review after a card's first.
package struct TrainingSet: Sendable {
  /// Which reviews are predicted; the others are history only.
  package enum Predicted: Hashable, Sendable {
    /// Those on a later day than the one before.
    case laterDays
    /// All after a card's first.
    case allAnswers
  }

  /// Where the reviews of each card begin, and at last where those of the last card end.
  let starts: [Int]
  /// The grade of every review, 1 to 4.
  let grades: [UInt8]
  /// The whole days since the review before, 0 at a card's first and within a day.
  let days: [Double]
  /// The milliseconds since the review before, 0 at a card's first.
  let milliseconds: [Int64]
  /// Which reviews are items.
  let predicted: Predicted
  /// Whether a review comes on top of its day's step of growth.
  let isSurplus: [Bool]
  /// The places of the items to learn from or to judge by, in order of time.
  private(set) var items: [Int]
  /// What was left out or mended on the way here.
  package private(set) var losses: Losses

  /// What a log held that cannot be learned from.
  package struct Losses: Hashable, Sendable {
    /// Reviews whose grade was not 1 to 4.
    package var unknownGrades = 0
    /// Reviews logged before an earlier one, put back in order of time.
    package var outOfOrder = 0
    /// Reviews of an earlier day than the one before, taken as of the same day.
    package var daysBackwards = 0
    /// Waits longer than `longestWait`, cut to it.
    package var longWaits = 0
    /// Items whose first wait is too rare to be believed.
    package var outliers = 0
  }

  /// The longest wait between two reviews in days.
  package static let longestWait = 36_500

  /// The set of all items of a log in any order; the order of its cards does not matter.
  ///
  /// Where every answer of a day is to let a card grow, it is as the reference has it.
  package init(
    _ log: [LoggedReview],
    predicting predicted: Predicted = .laterDays,
    everyAnswerGrows: Bool = false
  ) {
    let known = log.filter { 1...4 ~= $0.grade }
    var losses = Losses()
    losses.unknownGrades = log.count - known.count
    let reviews = Self.inOrderOfTime(known, &losses)
    let cards = Self.places(of: reviews)
    starts = cards.starts
    var days = [Double](repeating: 0, count: reviews.count)
    var milliseconds = [Int64](repeating: 0, count: reviews.count)
    var grades = [UInt8](repeating: 0, count: reviews.count)
    var previous = [(day: Int, time: Int64)](repeating: (0, 0), count: reviews.count)
    var items: [Int] = []
    for (review, place) in zip(reviews, cards.places) {
      grades[place.review] = UInt8(review.grade)
      previous[place.review] = (review.day, review.time)
      guard place.review > cards.starts[place.card] else { continue }
      let before = previous[place.review - 1]
      let wait = Self.wait(from: before.day, to: review.day, &losses)
      days[place.review] = Double(wait)
      milliseconds[place.review] = Self.milliseconds(from: before.time, to: review.time)
      if wait > 0 || predicted == .allAnswers { items.append(place.review) }
    }
    self.days = days
    self.milliseconds = milliseconds
    isSurplus =
      everyAnswerGrows
      ? [Bool](repeating: false, count: reviews.count) : Self.surplus(cards.starts, grades, days)
    self.predicted = predicted
    self.grades = grades
    self.items = items
    self.losses = losses
  }

  /// The number of cards.
  package var cardCount: Int { starts.count - 1 }
  /// The number of reviews.
  package var reviewCount: Int { grades.count }
  /// The number of items to learn from or to judge by.
  package var itemCount: Int { items.count }

  /// The set divided by time: the first part of the items to learn from, the rest to judge by.
  package func divided(at share: Double) -> (training: TrainingSet, test: TrainingSet) {
    let bounded = share.isNaN ? 1 : share.clamped(to: 0...1)
    let count = Int(Double(items.count) * bounded)
    return (with(items: Array(items.prefix(count))), with(items: Array(items.dropFirst(count))))
  }

  /// The rest before a review that is not a card's first.
  func rest(before review: Int) -> Rest {
    Rest(
      days: Int(days[review]),
      milliseconds: milliseconds[review],
      isSurplus: isSurplus[review]
    )
  }

  /// Whether a review that is not a card's first is predicted.
  func isPredicted(_ review: Int) -> Bool {
    predicted == .allAnswers || days[review] > 0
  }

  /// The same histories with fewer items, in the same order.
  func with(items: [Int], outliers: Int = 0) -> TrainingSet {
    var copy = self
    copy.items = items
    copy.losses.outliers += outliers
    return copy
  }
}

// MARK: - Putting a log in order

extension TrainingSet {
  private static func inOrderOfTime(
    _ log: [LoggedReview],
    _ losses: inout Losses
  ) -> [LoggedReview] {
    losses.outOfOrder = zip(log, log.dropFirst()).count { $1.time < $0.time }
    func isBefore(_ left: LoggedReview, _ right: LoggedReview) -> Bool {
      (left.time, left.card) < (right.time, right.card)
    }
    // The sort of the standard library keeps the order of equals, and asks too much of a log in order.
    let isSorted = zip(log, log.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isSorted ? log : log.sorted(by: isBefore)
  }

  /// For each review its card and its own place when cards stand one after another, by their number.
  private static func places(
    of reviews: [LoggedReview]
  ) -> (starts: [Int], places: [(card: Int, review: Int)]) {
    let cards = Set(reviews.map(\.card)).sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(cards, cards.indices))
    let cardOfReview = reviews.map { index[$0.card, default: 0] }
    var starts = [Int](repeating: 0, count: cards.count + 1)
    for card in cardOfReview { starts[card + 1] += 1 }
    for card in cards.indices { starts[card + 1] += starts[card] }
    var next = starts
    let places = cardOfReview.map { card in
      defer { next[card] += 1 }
      return (card: card, review: next[card])
    }
    return (starts, places)
  }

  private static func surplus(_ starts: [Int], _ grades: [UInt8], _ days: [Double]) -> [Bool] {
    var isSurplus = [Bool](repeating: false, count: grades.count)
    for (start, end) in zip(starts, starts.dropFirst()) {
      var growth = SameDayGrowth()
      for review in start..<end {
        guard let grade = Grade(rawValue: Int(grades[review])) else { continue }
        let wait = review > start ? Int(days[review]) : nil
        isSurplus[review] = growth.isSurplus(grade, days: wait)
      }
    }
    return isSurplus
  }

  private static func wait(from earlier: Int, to later: Int, _ losses: inout Losses) -> Int {
    guard later >= earlier else {
      losses.daysBackwards += 1
      return 0
    }
    let (wait, overflows) = later.subtractingReportingOverflow(earlier)
    guard !overflows && wait <= longestWait else {
      losses.longWaits += 1
      return longestWait
    }
    return wait
  }

  private static func milliseconds(from earlier: Int64, to later: Int64) -> Int64 {
    let (wait, overflows) = later.subtractingReportingOverflow(earlier)
    let longest = Int64(longestWait) * 86_400_000
    return overflows ? longest : min(max(0, wait), longest)
  }
}

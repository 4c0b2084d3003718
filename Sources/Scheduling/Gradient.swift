/// The loss of some cards with its derivatives by the 21 weights, added up review by review.
///
/// Each card is walked once. With its stability go the derivatives of that stability by the weights:
/// sixteen (w4 to w19) side by side, that by its own first stability (one of w0 to w3), and that by
/// the decay (w20); difficulty depends on w4 to w7 alone.
struct Gradient: Sendable {
  /// The sum of weighted losses.
  private(set) var loss = 0.0
  /// By w0 to w3.
  private var first = SIMD4<Double>.zero
  /// By w4 to w19.
  private var middle = SIMD16<Double>.zero
  /// By w20.
  private var decay = 0.0

  /// The derivatives by w0 to w20.
  var values: [Double] {
    (0..<4).map { first[$0] } + (0..<16).map { middle[$0] } + [decay]
  }

  /// Adds the sums of other cards.
  static func += (sum: inout Gradient, other: Gradient) {
    sum.loss += other.loss
    sum.first += other.first
    sum.middle += other.middle
    sum.decay += other.decay
  }

  /// A card's grades, the days before each review (below 0 on top of a day's step of growth), and the weight of predicting each.
  struct History {
    let grades: UnsafeBufferPointer<UInt8>
    let days: UnsafeBufferPointer<Double>
    let weights: UnsafeBufferPointer<Double>
  }

  /// Adds a card.
  mutating func add(_ history: History, _ model: DifferentiableModel) {
    add(history, model) { _, _, _, _ in }
  }

  /// Adds a card, and how sharply its loss bends.
  mutating func add(_ history: History, _ model: DifferentiableModel, _ curvature: inout Curvature)
  {
    add(history, model) { curvature.add($0, $1, firstGrade: $2, weight: $3) }
  }

  @inline(__always)
  private mutating func add(
    _ history: History,
    _ model: DifferentiableModel,
    item: (DifferentiableModel.Recall, DifferentiableModel.State, Int, Double) -> Void
  ) {
    let firstGrade = Int(history.grades[0]) - 1
    var state = model.first(firstGrade)
    var byFirst = 0.0
    for index in 1..<history.grades.count {
      let grade = Int(history.grades[index])
      let days = history.days[index]
      let recall = days > 0 ? model.recall(state, days) : nil
      let weight = history.weights[index]
      if let recall, weight > 0 {
        let (value, slope) = recall.loss(isRecalled: grade > 1)
        loss += weight * value
        let byStability = weight * slope * recall.byStability
        byFirst += byStability * state.byFirst
        middle += byStability * state.byMiddle
        decay += byStability * state.byDecay + weight * slope * recall.byDecay
        item(recall, state, firstGrade, weight)
      }
      model.advance(&state, grade, recall, isSurplus: days < 0)
    }
    first[firstGrade] += byFirst
  }
}

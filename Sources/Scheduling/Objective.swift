/// What the optimizer minimises: the weighted log loss of the items and the distance of the weights
/// from an anchor they are drawn to, each weight by its own measure.
struct FitObjective<Model: TrainableModel>: Sendable {
  /// Where the weights are drawn to.
  let anchor: [Double]
  private let histories: TrainingHistories

  /// To start a thread takes about as long as to walk a tenth of so many reviews.
  private static var reviewsForThreads: Int { 2000 }

  init(_ set: TrainingSet, anchor: [Double]) {
    self.anchor = anchor
    histories = TrainingHistories(set, waits: Model.waits(of: set))
  }

  /// The objective at weights inside their bounds.
  func callAsFunction(_ w: [Double], _ workers: Workers) -> Floor {
    let model = Model(w)
    let isLong = histories.reviewCount >= Self.reviewsForThreads
    let workers = isLong ? workers : Workers(count: 1)
    let results = workers.map(histories.parts.count, initially: Model.Sums()) { part in
      var sums = Model.Sums()
      histories.forEachCard(of: part) { history, bends in
        model.add(history, to: &sums, bends: bends)
      }
      return sums
    }
    var total = Model.Sums()
    for result in results { total += result }
    return drawnToAnchor(total.floor(scalingCurvatureBy: histories.curvatureScale), w)
  }

  private func drawnToAnchor(_ loss: Floor, _ w: [Double]) -> Floor {
    var floor = loss
    for (index, deviation) in Model.deviations.enumerated() {
      let distance = (w[index] - anchor[index]) / deviation
      floor.value += distance * distance
      floor.gradient[index] += 2 * distance / deviation
      floor.curvature[index * (w.count + 1)] += 2 / (deviation * deviation)
    }
    return floor
  }
}

/// The objective of FSRS-6.
typealias Objective = FitObjective<DifferentiableModel>
/// The objective of FSRS-7.
typealias DualObjective = FitObjective<DifferentiableDual>

/// An objective at some weights, and its shape around them.
struct Floor: Sendable {
  var value: Double
  /// The derivatives by each weight.
  var gradient: [Double]
  /// The expected second derivatives, as many rows as weights, one after another.
  var curvature: [Double]

  /// Whether a step can be taken from here.
  var isFinite: Bool {
    value.isFinite && gradient.allSatisfy(\.isFinite) && curvature.allSatisfy(\.isFinite)
  }
}

/// A model of memory whose losses have derivatives by its weights.
protocol TrainableModel: Sendable {
  /// Losses of some cards with their derivatives.
  associatedtype Sums: LossSums

  /// Takes weights inside their bounds.
  init(_ w: [Double])

  /// How far each weight strays among many learners.
  static var deviations: [Double] { get }
  /// The bounds of each weight while training.
  static var trainingBounds: [ClosedRange<Double>] { get }
  /// The days before every review as the model counts them.
  static func waits(of set: TrainingSet) -> [Double]

  /// Adds a card, and how sharply its loss bends where that is asked for.
  func add(_ history: Gradient.History, to sums: inout Sums, bends: Bool)
}

/// Losses of some cards with their derivatives, which can be added up.
protocol LossSums: Sendable {
  init()
  static func += (sum: inout Self, other: Self)

  /// The sums as a place of the objective.
  func floor(scalingCurvatureBy scale: Double) -> Floor
}

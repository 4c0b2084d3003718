/// How sharply the loss bends: the expected second derivatives by the 21 weights (Fisher's matrix).
///
/// For each item it is the outer product of the derivatives of its recall, over p (1 - p).
struct Curvature: Sendable {
  /// w4 to w19 among themselves.
  private var middle = [SIMD16<Double>](repeating: .zero, count: 16)
  /// w4 to w19 with w20, and w20 with itself.
  private var middleByDecay = SIMD16<Double>.zero
  private var decay = 0.0
  /// Each of w0 to w3 with w4 to w19, with w20 and with itself.
  private var firstByMiddle = [SIMD16<Double>](repeating: .zero, count: 4)
  private var firstByDecay = SIMD4<Double>.zero
  private var first = SIMD4<Double>.zero

  /// Adds an item: the recall predicted for it, the state it was predicted from, the card's first
  /// grade from 0, and the item's weight.
  @inline(__always)
  mutating func add(
    _ recall: DifferentiableModel.Recall,
    _ state: DifferentiableModel.State,
    firstGrade: Int,
    weight: Double
  ) {
    guard recall.isInRange else { return }
    let scale = weight / (recall.probability * (1 - recall.probability))
    let row = state.byMiddle * recall.byStability
    let own = state.byFirst * recall.byStability
    let last = state.byDecay * recall.byStability + recall.byDecay
    middle.withUnsafeMutableBufferPointer { middle in
      for index in 0..<16 { middle[index] += (scale * row[index]) * row }
    }
    middleByDecay += (scale * last) * row
    decay += scale * last * last
    firstByMiddle[firstGrade] += (scale * own) * row
    firstByDecay[firstGrade] += scale * own * last
    first[firstGrade] += scale * own * own
  }

  /// Adds the sums of other cards.
  static func += (sum: inout Curvature, other: Curvature) {
    for index in 0..<16 { sum.middle[index] += other.middle[index] }
    sum.middleByDecay += other.middleByDecay
    sum.decay += other.decay
    for index in 0..<4 { sum.firstByMiddle[index] += other.firstByMiddle[index] }
    sum.firstByDecay += other.firstByDecay
    sum.first += other.first
  }

  /// The matrix of 21 rows, one after another.
  var matrix: [Double] {
    var matrix = [Double](repeating: 0, count: 441)
    func set(_ row: Int, _ column: Int, _ value: Double) {
      matrix[row * 21 + column] = value
      matrix[column * 21 + row] = value
    }
    for row in 0..<16 {
      for column in 0...row { set(row + 4, column + 4, middle[row][column]) }
      set(row + 4, 20, middleByDecay[row])
      for grade in 0..<4 { set(grade, row + 4, firstByMiddle[grade][row]) }
    }
    for grade in 0..<4 {
      set(grade, grade, first[grade])
      set(grade, 20, firstByDecay[grade])
    }
    set(20, 20, decay)
    return matrix
  }
}

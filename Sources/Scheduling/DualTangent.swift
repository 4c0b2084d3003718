/// The derivatives of one value by the 34 weights of FSRS-7.
struct DualTangent: Sendable {
  /// By w0 to w31.
  private var low = SIMD32<Double>.zero
  /// By w32 and w33.
  private var high = SIMD2<Double>.zero

  /// The number of weights.
  static let count = 34
  static let zero = DualTangent()

  /// The derivative by one weight.
  subscript(index: Int) -> Double {
    @inline(__always) get { index < 32 ? low[index] : high[index - 32] }
    @inline(__always) set {
      if index < 32 { low[index] = newValue } else { high[index - 32] = newValue }
    }
  }

  /// The derivatives in the order of the weights.
  var values: [Double] { (0..<Self.count).map { self[$0] } }

  @inline(__always)
  static func * (scale: Double, tangent: DualTangent) -> DualTangent {
    var product = tangent
    product.low *= scale
    product.high *= scale
    return product
  }

  @inline(__always)
  static func += (sum: inout DualTangent, other: DualTangent) {
    sum.low += other.low
    sum.high += other.high
  }

  @inline(__always)
  static func + (left: DualTangent, right: DualTangent) -> DualTangent {
    var sum = left
    sum += right
    return sum
  }
}

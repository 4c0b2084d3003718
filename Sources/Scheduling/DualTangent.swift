/// The derivatives of one value by the 34 weights of FSRS-7, in groups that are reached without
/// reckoning a place.
struct DualTangent: Sendable {
  /// By w0 to w6; the last lane is free.
  var first = SIMD8<Double>.zero
  /// By w7 to w14.
  var slow = SIMD8<Double>.zero
  /// By w15 to w22.
  var fast = SIMD8<Double>.zero
  /// By w23 to w33; the last five lanes are free.
  var curve = SIMD16<Double>.zero

  /// The number of weights.
  static let count = 34
  static let zero = DualTangent()

  /// The derivatives in the order of the weights.
  var values: [Double] {
    (0..<7).map { first[$0] } + (0..<8).map { slow[$0] } + (0..<8).map { fast[$0] }
      + (0..<11).map { curve[$0] }
  }

  @inline(__always)
  static func * (scale: Double, tangent: DualTangent) -> DualTangent {
    var product = tangent
    product.first *= scale
    product.slow *= scale
    product.fast *= scale
    product.curve *= scale
    return product
  }

  @inline(__always)
  static func += (sum: inout DualTangent, other: DualTangent) {
    sum.first += other.first
    sum.slow += other.slow
    sum.fast += other.fast
    sum.curve += other.curve
  }
}

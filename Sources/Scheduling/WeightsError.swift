/// Why a list of numbers cannot be weights.
package enum WeightsError: Error, Equatable, Sendable {
  /// The list holds neither 0, 17, 19 nor 21 values.
  case wrongCount(Int)
  /// The value at this place is infinite or not a number.
  case notFinite(index: Int)
}

/// Why a list of numbers cannot be weights.
package enum WeightsError: Error, Equatable, Sendable {
  /// The list holds as many values as no version known here.
  case wrongCount(Int)
  /// The value at this place is infinite or not a number.
  case notFinite(index: Int)
}

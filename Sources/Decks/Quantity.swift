/// A number with its unit as the author or the learner wrote it.
package struct Quantity: Hashable, Sendable {
  package let number: Rational
  /// The unit as written (`mg/kg`), or nil where none was given.
  package let unit: String?
  /// The whole quantity as written, for messages.
  package let text: String

  package init(number: Rational, unit: String?, text: String) {
    self.number = number
    self.unit = unit
    self.text = text
  }
}

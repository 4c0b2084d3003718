/// Why an expression is not evaluated, and where.
package struct CalculatorError: Error, Hashable, Sendable {
  package let fault: Fault
  /// The characters before the place that is at fault.
  package let position: Int

  init(_ fault: Fault, at position: Int) {
    self.fault = fault
    self.position = position
  }

  /// What is wrong; texts are quoted as read, at most 40 characters of them.
  package enum Fault: Hashable, Sendable {
    // What is written.
    case nothing
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case unexpected(String)
    /// A dash that is no minus sign.
    case dash
    /// A colon: dilutions are no quotients.
    case ratio
    case power
    /// A raised point between figures, which is a decimal point or a product.
    case raisedPoint
    /// More than one reading of a number, each written plainly.
    case unclearNumber([String])
    case unreadableNumber(String)
    case spacedNumber(String)
    case unknownUnit(String)
    case unclearUnit(String, readings: [String])
    /// A unit that the table has in other letters only.
    case unclearCase(String, known: String)
    case percentInUnit

    // How it is put together.
    case operandWanted
    case numberWanted(unit: String)
    case operatorWanted(String)
    case unitWanted
    case unclosed
    case unopened
    case conversionNotLast
    /// A hyphen stuck between two quantities: a minus or a range.
    case unclearMinus
    /// A unit that stands apart behind its slash, `50 mg / mL`.
    case unitBehindSlash(String)
    /// A quotient that may bind either way, `1 g / 5 g/100 mL`.
    case unclearDivision
    /// `1/2 mg`: half a milligram or one in two milligrams.
    case numberOverQuantity

    // What it means.
    /// The units of the two sides; empty for a plain number.
    case unlike(String, String)
    case otherKind(from: String, to: String)
    case divisionByZero
    case overflow
    case percentOfVolume
    case percentBesideUnit
    case divisionByPercent
    case temperature
    /// A mass in another unit than kg meets a dose per kg.
    case weightNotInKilograms
    /// Kilograms and grams do not cancel.
    case weightBesideMass(String)
    /// A unit that no dose, rate or strength has.
    case oddUnit(String)
  }
}

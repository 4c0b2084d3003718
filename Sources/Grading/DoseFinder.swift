/// Finds the doses in a text: amounts of a medicine, rates of giving it, and strengths.
package enum DoseFinder {
  /// Each dose as it is read, in reading order; laboratory values in moles or units a litre are none.
  package static func doses(in text: String) -> [String] {
    QuantityReader.key(text).items.compactMap { item in
      guard case .quantity(let quantity) = item, quantity.units.contains(where: \.isOfDose) else {
        return nil
      }
      return quantity.plain
    }
  }
}

extension UnitReading {
  /// Whether something in this unit is given to a patient: the unit's first part is an amount.
  fileprivate var isOfDose: Bool {
    let given: [Dimension] = [.mass, .volume, .amount, .equivalents, .activity]
    // Nobody is given a kilogram: that is what the patient weighs.
    guard name != "kg", given.contains(where: { dimensions[$0] == 1 }) else { return false }
    let isConcentration = dimensions[.volume] == -1
    let isOfMass = dimensions[.mass] == 1
    return !isConcentration || isOfMass
  }
}

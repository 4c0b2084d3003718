/// Evaluates what a learner types behind `:calc`, such as `80 kg * 1.5 mg/kg / 50 mg/mL`.
///
/// All arithmetic is exact. What can be read two ways is refused, never guessed:
/// - A slash without blanks before a unit belongs to the unit (`mg/kg/min`); one with a number
///   after it divides. Products and quotients are taken from left to right.
/// - `kg` is body weight everywhere, so that it cancels `/kg`; alone it is a mass like any other
///   where it is added to or converted into grams. A body weight in grams is refused beside `/kg`.
/// - `m` times `m` is `m2`.
/// - Per cent are a share: of a mass or a number, never of a volume, where 5 % of 1 L may be
///   50 mL or 50 g. Nothing is divided by per cent.
/// - Degrees are added and subtracted only.
/// - Nothing turns mass into moles, units or equivalents.
package enum Calculator {
  /// The longest text that is read, in characters.
  package static let longest = 20_000

  /// Reads and evaluates an expression; throws what is wrong with it, and where.
  package static func evaluate(_ text: String) throws(CalculatorError) -> CalculatorResult {
    // A character has at least one byte, so this settles most long texts without counting.
    guard text.utf8.count <= longest || text.count <= longest else {
      throw CalculatorError(.tooLong(limit: longest), at: longest)
    }
    let tokens = try CalculatorLexer.tokens(of: text)
    var parser = CalculatorParser(tokens: tokens)
    let value = try parser.whole()
    return try CalculatorDisplay(value, at: parser.weightPosition).result()
  }
}

/// What an expression comes to.
package struct CalculatorResult: Hashable, Sendable {
  /// The number with its unit, `2.4 mL` or `≈ 41.6667 drops/min`.
  package let text: String
  /// Whether the number is shown in full; if not, it is rounded to 6 significant digits.
  package let isExact: Bool
}

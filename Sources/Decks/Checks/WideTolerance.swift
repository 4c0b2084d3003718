/// A tolerance so wide that a wrong dose would be right.
enum WideTolerance: DeckRule {
  static let name = "wide-tolerance"

  static func findings(in site: CardSite) -> [Finding] {
    guard case .question(_, .numeric(let key)) = site.card.body else { return [] }
    if case .range(let low, let high) = key.value, isTwofold(low.number, high.number) {
      return [
        site.finding(
          name,
          .warning,
          "The upper end is twice the lower or more, and any value between is right. Is every one "
            + "safe?",
          at: site.fieldRanges(.answer).first
        )
      ]
    }
    guard let share = relativeTolerance(of: key.value), share > tenPercent
    else { return [] }
    let bytes = site.fieldRanges(.answer).first
    if share >= half {
      return [
        site.finding(
          name,
          .error,
          "The tolerance lets half or double the answer pass. Narrow it to what is safe.",
          at: bytes
        )
      ]
    }
    return [
      site.finding(
        name,
        .warning,
        "The tolerance is above 10% of the answer. Is every value in it safe?",
        at: bytes
      )
    ]
  }

  private static func isTwofold(_ low: Rational, _ high: Rational) -> Bool {
    low > Rational(0) && low.plus(low).map { $0 <= high } ?? true
  }

  private static let tenPercent = Rational(decimal: "0.1") ?? Rational(0)
  private static let half = Rational(decimal: "0.5") ?? Rational(0)

  /// The tolerance as a share of the smallest number asked for; nil where that is zero.
  private static func relativeTolerance(of value: NumericValue) -> Rational? {
    switch value {
    case .range: nil
    case .point(let quantity, let tolerance, _): share(tolerance, of: quantity.number)
    case .interval(let low, _, let tolerance): share(tolerance, of: low.number)
    }
  }

  private static func share(_ tolerance: Tolerance, of number: Rational) -> Rational? {
    switch tolerance {
    case .percent(let size): size.divided(by: Rational(100))
    case .absolute(let size), .points(let size): size.divided(by: number.magnitude)
    }
  }
}

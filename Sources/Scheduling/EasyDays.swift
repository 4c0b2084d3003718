/// How many cards a learner wants on each day of the week, against an ordinary day.
package struct EasyDays: Hashable, Sendable {
  /// The shares, Monday first: 1 for an ordinary day.
  private var shares: [Double]

  /// How much less a day is to hold.
  package enum Ease: String, CaseIterable, Hashable, Sendable {
    case normal
    /// Half of an ordinary day.
    case reduced
    /// Nothing that can be put elsewhere.
    case minimum

    var share: Double {
      switch self {
      case .normal: 1
      case .reduced: 0.5
      case .minimum: 0.0001
      }
    }
  }

  /// Ordinary days only.
  package init() {
    shares = [Double](repeating: 1, count: 7)
  }

  /// The ease of a day of the week, 0 for Monday to 6 for Sunday; other numbers wrap around.
  package mutating func set(_ weekday: Int, to ease: Ease) {
    shares[Self.wrapped(weekday)] = ease.share
  }

  /// The share of one of the learner's days, counted from 1970-01-01, a Thursday.
  func share(of day: Int) -> Double {
    shares[Self.wrapped(Self.wrapped(day) + 3)]
  }

  private static func wrapped(_ number: Int) -> Int {
    let rest = number % 7
    return rest < 0 ? rest + 7 : rest
  }
}

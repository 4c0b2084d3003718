import Decks

/// A fraction as a decimal of at most 6 significant figures, rounded half away from zero.
struct CalculatorFigures {
  let text: String
  /// Whether nothing was rounded away.
  let isExact: Bool

  private static let most = 6

  init(_ number: Rational) {
    let top = number.numerator.magnitude
    let bottom = number.denominator.magnitude
    var whole = Self.digits(of: top / bottom)
    var rest = top % bottom
    var decimals: [Int] = []
    // One figure more than is shown decides the rounding; a fraction below 1 begins with zeros.
    var figures = whole == [0] ? 0 : whole.count
    while rest != 0, figures <= Self.most {
      let (digit, remainder) = bottom.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      decimals.append(Int(digit))
      rest = remainder
      if figures > 0 || digit != 0 { figures += 1 }
    }
    let places = whole.count
    var all = whole + decimals
    isExact = !Self.round(&all) && rest == 0
    // A carry out of the first figure makes one place more.
    let point = places + (all.count - whole.count - decimals.count)
    whole = Array(all[..<point])
    decimals = Array(all[point...])
    while decimals.last == 0 { decimals.removeLast() }
    let sign = number < Rational(0) ? "-" : ""
    text = sign + Self.text(whole) + (decimals.isEmpty ? "" : "." + Self.text(decimals))
  }

  /// Sets the figures behind the sixth to zero; true where that changes the number.
  private static func round(_ digits: inout [Int]) -> Bool {
    guard let first = digits.firstIndex(where: { $0 != 0 }) else { return false }
    let end = first + most
    guard end < digits.count, digits[end...].contains(where: { $0 != 0 }) else { return false }
    let isUp = digits[end] >= 5
    for index in end..<digits.count { digits[index] = 0 }
    guard isUp else { return true }
    var index = end - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    return true
  }

  private static func digits(of value: UInt128) -> [Int] {
    var digits: [Int] = []
    var rest = value
    repeat {
      digits.append(Int(rest % 10))
      rest /= 10
    } while rest != 0
    return digits.reversed()
  }

  private static func text(_ digits: [Int]) -> String {
    digits.map { String($0) }.joined()
  }
}

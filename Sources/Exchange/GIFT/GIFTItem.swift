import Decks

/// One `=answer` or `~answer` between the braces.
struct GIFTItem {
  /// Whether it begins with `=`.
  let isMarkedRight: Bool
  /// The percentage between `%` signs, if there is one.
  let weight: Rational?
  let markup: Markup
  let text: Range<Int>
  let feedback: Range<Int>?

  /// Whether the whole credit is given for it.
  var isFull: Bool { weight.map { $0 >= Rational(100) } ?? isMarkedRight }

  /// Whether a part of the credit is.
  var isPartial: Bool { !isFull && (weight.map { $0 > Rational(0) } ?? false) }

  /// The items in a range, each beginning with its mark.
  static func all(
    in text: GIFTText,
    _ range: Range<Int>,
    markup: Markup
  ) throws(GIFTFault) -> [GIFTItem] {
    let marks = Array("=~".utf8)
    guard var start = text.first(of: marks, in: range), start == range.lowerBound else {
      throw GIFTFault(.unmarkedAnswer, at: range.lowerBound)
    }
    var items: [GIFTItem] = []
    while start < range.upperBound {
      let end = text.first(of: marks, in: (start + 1)..<range.upperBound) ?? range.upperBound
      items.append(try GIFTItem(text, start..<end, markup: markup))
      start = end
    }
    return items
  }
}

extension GIFTItem {
  /// Reads what stands from a mark to the next.
  init(_ text: GIFTText, _ range: Range<Int>, markup: Markup) throws(GIFTFault) {
    isMarkedRight = text.bytes[range.lowerBound] == UInt8(ascii: "=")
    var rest = text.ink((range.lowerBound + 1)..<range.upperBound)
    (weight, rest) = try Self.weight(text, rest)
    let (itemMarkup, start) = text.markup(rest, otherwise: markup)
    self.markup = itemMarkup
    let hash = text.first(of: [UInt8(ascii: "#")], in: start..<rest.upperBound)
    self.text = text.ink(start..<(hash ?? rest.upperBound))
    feedback = hash.map { text.ink(($0 + 1)..<rest.upperBound) }
  }

  /// `%50%` and what follows it.
  private static func weight(
    _ text: GIFTText,
    _ range: Range<Int>
  ) throws(GIFTFault) -> (Rational?, Range<Int>) {
    let percent = UInt8(ascii: "%")
    guard !range.isEmpty, text.bytes[range.lowerBound] == percent else { return (nil, range) }
    let digits = range.lowerBound + 1
    guard let end = text.bytes[digits..<range.upperBound].prefix(24).firstIndex(of: percent),
      let weight = Rational(decimal: String(decoding: text.bytes[digits..<end], as: UTF8.self)),
      weight.magnitude <= Rational(100)
    else { throw GIFTFault(.badWeight, at: range.lowerBound) }
    return (weight, text.ink((end + 1)..<range.upperBound))
  }
}

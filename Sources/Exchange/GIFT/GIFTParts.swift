/// The parts of an entry, as ranges of its bytes.
struct GIFTParts {
  let title: Range<Int>?
  let markup: Markup
  /// Before the braces.
  let head: Range<Int>
  /// Between the braces, without the general feedback.
  let answer: Range<Int>
  /// After `####` between the braces.
  let feedback: Range<Int>?
  /// After the braces.
  let tail: Range<Int>
  /// Whether a blank stands before and after the braces.
  let spacing: (before: Bool, after: Bool)

  init(_ text: GIFTText) throws(GIFTFault) {
    let whole = text.ink(0..<text.bytes.count)
    let (title, afterTitle) = Self.title(text, whole)
    let (markup, start) = text.markup(text.ink(afterTitle..<whole.upperBound))
    guard let open = text.first(of: [UInt8(ascii: "{")], in: start..<whole.upperBound) else {
      throw GIFTFault(.noAnswer, at: whole.lowerBound)
    }
    guard let close = text.first(of: [UInt8(ascii: "}")], in: (open + 1)..<whole.upperBound) else {
      throw GIFTFault(.openAnswer, at: open)
    }
    if let second = text.first(of: Array("{}".utf8), in: (close + 1)..<whole.upperBound) {
      throw GIFTFault(.secondAnswer, at: second)
    }
    let inside = (open + 1)..<close
    let mark = text.first(run: UInt8(ascii: "#"), length: 4, in: inside)
    self.title = title
    self.markup = markup
    head = text.ink(start..<open)
    answer = text.ink(inside.lowerBound..<(mark ?? close))
    feedback = mark.map { text.ink(($0 + 4)..<close) }
    tail = text.ink((close + 1)..<whole.upperBound)
    spacing = (head.upperBound < open, tail.lowerBound > close + 1)
  }

  /// `::title::` and where the text goes on.
  private static func title(_ text: GIFTText, _ whole: Range<Int>) -> (Range<Int>?, Int) {
    let colon = UInt8(ascii: ":")
    guard text.bytes[whole].starts(with: [colon, colon]),
      let end = text.first(run: colon, length: 2, in: (whole.lowerBound + 2)..<whole.upperBound)
    else { return (nil, whole.lowerBound) }
    return (text.ink((whole.lowerBound + 2)..<end), end + 2)
  }
}

extension GIFTText {
  private static let markups: [(mark: [UInt8], markup: Markup)] = [
    (Array("[html]".utf8), .html), (Array("[markdown]".utf8), .markdown),
    (Array("[plain]".utf8), .plain), (Array("[moodle]".utf8), .plain),
  ]

  /// The format that a text says it has, and where it begins.
  func markup(_ range: Range<Int>, otherwise: Markup = .plain) -> (Markup, Int) {
    let found = Self.markups.first { bytes[range].starts(with: $0.mark) }
    return (found?.markup ?? otherwise, range.lowerBound + (found?.mark.count ?? 0))
  }
}

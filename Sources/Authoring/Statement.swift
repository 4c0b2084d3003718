import Reading

/// A part of a sentence that says one thing, in the words a card will use.
///
/// Each scalar knows its place in the document; what the program put in knows none.
struct Statement: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Offsets in the document, nil for inserted scalars.
  private(set) var origins: [Int?] = []
  /// Whether a pronoun was replaced by what it stands for, in brackets.
  var isResolved = false
  /// Whether an apposition or an "as" clause was made a sentence of its own.
  var isRecast = false
  /// What stood before a colon and holds for the whole: `Adults`.
  var label: String?
  /// Whether the lead-in of a list stands before the words of an item.
  var isListed = false

  init() {}

  init(_ text: MappedText) {
    scalars = text.scalars
    origins = text.offsets
  }

  var text: String { scalars.string }

  var isEmpty: Bool { scalars.isEmpty }

  var tokens: [Token] { Token.tokens(of: scalars) }

  func tokens(_ range: Range<Int>) -> [Token] {
    Token.tokens(of: Array(scalars[range]))
  }

  func text(_ range: Range<Int>) -> String {
    scalars[range].string
  }

  /// The part of the document that holds a range of this statement, if any of it stands there.
  func source(_ range: Range<Int>) -> Range<Int>? {
    let offsets = origins[range].compactMap { $0 }
    guard let first = offsets.min(), let last = offsets.max() else { return nil }
    return first..<(last + 1)
  }

  /// The part of the document that the whole statement was made from.
  var source: Range<Int>? {
    source(scalars.indices)
  }

  mutating func append(_ text: String) {
    scalars += Array(text.unicodeScalars)
    origins += [Int?](repeating: nil, count: text.unicodeScalars.count)
  }

  mutating func append(_ range: Range<Int>, of other: Statement) {
    scalars += other.scalars[range]
    origins += other.origins[range]
  }

  func slice(_ range: Range<Int>) -> Statement {
    var part = self
    part.scalars = Array(scalars[range])
    part.origins = Array(origins[range])
    return part
  }

  /// The same with a capital at its beginning and a full stop at its end.
  var asSentence: Statement {
    var whole = withoutJoint
    while let last = whole.scalars.last, last.isBlank || last == "," || last == ";" || last == "—" {
      whole.scalars.removeLast()
      whole.origins.removeLast()
    }
    while let first = whole.scalars.first, first.isBlank {
      whole.scalars.removeFirst()
      whole.origins.removeFirst()
    }
    if let first = whole.scalars.first, first.isLowercase, whole.startsWithPlainWord {
      let upper = Array(String(first).uppercased().unicodeScalars)
      if upper.count == 1 { whole.scalars[0] = upper[0] }
    }
    if whole.scalars.last.map({ $0 == "." || $0.isCloser }) == false { whole.append(".") }
    return whole
  }

  /// Without the "or" behind which the next item of a list stands; an "and" makes that a part of it.
  private var withoutJoint: Statement {
    let words = tokens
    guard words.count > 2, words.last?.lower == "or" else {
      return self
    }
    return slice(0..<words[words.count - 2].range.upperBound)
  }

  /// Not such as `pH` or `mRNA`, whose first letter must stay small.
  private var startsWithPlainWord: Bool {
    tokens.first?.text.unicodeScalars.dropFirst().contains(where: \.isUppercase) == false
  }
}

extension Statement {
  /// Without what only tells how a word sounds: `(spi-ROM-eh-tre)`.
  var withoutPronunciations: Statement {
    var rest = self
    while let aside = rest.pronunciation {
      var shorter = rest.slice(0..<aside.lowerBound)
      shorter.append(aside.upperBound..<rest.scalars.count, of: rest)
      rest = shorter
    }
    return rest
  }

  /// The parentheses around syllables, of which those in capitals are stressed, and the blank before.
  private var pronunciation: Range<Int>? {
    scalars.indices.lazy.compactMap { open -> Range<Int>? in
      guard scalars[open] == "(", let close = scalars[open...].firstIndex(of: ")") else {
        return nil
      }
      let syllables = scalars[(open + 1)..<close].split(separator: "-")
      let stressed = syllables.count { $0.allSatisfy(\.isUppercase) }
      guard syllables.count > 1, stressed == 1,
        syllables.allSatisfy({ (1...5).contains($0.count) }),
        syllables.allSatisfy({ $0.allSatisfy(\.isUppercase) || $0.allSatisfy(\.isLowercase) })
      else { return nil }
      let start = open > 0 && scalars[open - 1].isBlank ? open - 1 : open
      let word = scalars[..<start].split(whereSeparator: \.isBlank).last
      guard String(word?.first ?? "-").lowercased() == String(scalars[open + 1]).lowercased()
      else { return nil }
      return start..<(close + 1)
    }.first
  }
}

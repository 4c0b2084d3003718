/// The blanks of two clozes of one sentence.
struct ClozeJoint {
  /// What is hidden, by its scalars in the sentence, white space not counted.
  private struct Gap {
    let range: Range<Int>
    let number: Int
    let hint: String?
  }

  private let sentence: [Unicode.Scalar]
  private let own: [Gap]
  private let others: [Gap]

  /// Nil where the two are not the same sentence.
  init?(_ first: String, _ second: String) {
    guard let first = try? ClozeText(reading: first), let second = try? ClozeText(reading: second),
      Self.folded(first.revealed) == Self.folded(second.revealed)
    else { return nil }
    sentence = Array(first.revealed.unicodeScalars)
    own = Self.gaps(first)
    others = Self.gaps(second)
  }

  /// Whether both ask for exactly the same.
  var hidesTheSame: Bool { own.map(\.range) == others.map(\.range) }

  /// The first text with the blanks of both; nil where they overlap.
  var text: String? {
    guard !own.contains(where: { gap in others.contains { $0.range.overlaps(gap.range) } }) else {
      return nil
    }
    let highest = own.map(\.number).max() ?? 0
    let numbers = Set(others.map(\.number)).sorted()
    let gaps =
      own
      + others.map { gap in
        let number = highest + 1 + (numbers.firstIndex(of: gap.number) ?? 0)
        return Gap(range: gap.range, number: number, hint: gap.hint)
      }
    return written(gaps)
  }

  private func written(_ gaps: [Gap]) -> String {
    var text = ""
    var index = 0
    for scalar in sentence {
      let isInk = !scalar.properties.isWhitespace
      if isInk, let gap = gaps.first(where: { $0.range.lowerBound == index }) {
        text += "{{c\(gap.number)::"
      }
      text.unicodeScalars.append(scalar)
      guard isInk else { continue }
      index += 1
      if let gap = gaps.first(where: { $0.range.upperBound == index }) {
        text += (gap.hint.map { "::\($0)" } ?? "") + "}}"
      }
    }
    return text
  }

  private static func gaps(_ cloze: ClozeText) -> [Gap] {
    var gaps: [Gap] = []
    var index = 0
    for part in cloze.parts {
      switch part {
      case .shown(let text): index += ink(text)
      case .blank(let blank):
        let end = index + ink(blank.text)
        gaps.append(Gap(range: index..<end, number: blank.number, hint: blank.hint))
        index = end
      }
    }
    return gaps
  }

  private static func ink(_ text: String) -> Int {
    text.unicodeScalars.count { !$0.properties.isWhitespace }
  }

  private static func folded(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}

/// Normalised text that knows where each of its scalars stands in the document.
///
/// White space is collapsed to single spaces; markup, invisible scalars and reference marks
/// (`[]`, `[12]`) are left out. Letters, quotation marks and digits are never changed.
package struct MappedText: Hashable, Sendable {
  package private(set) var scalars: [Unicode.Scalar] = []
  /// The document's offset of each scalar, ascending.
  package private(set) var offsets: [Int] = []

  init() {}

  package var count: Int { scalars.count }

  package var isEmpty: Bool { scalars.isEmpty }

  package var string: String { scalars.string }

  /// The normalised text of a range of this text.
  package func string(_ range: Range<Int>) -> String {
    scalars[range].string
  }

  /// The smallest range of the document that holds a range of this text, which is not empty.
  package func source(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
  }

  /// The range of the document from the first to the last scalar of this text, which is not empty.
  package var source: Range<Int> {
    source(0..<count)
  }

  /// This text and another behind it, a space between them.
  func joined(to next: MappedText) -> MappedText {
    var whole = self
    if let last = offsets.last { whole.append(" ", at: last) }
    whole.scalars += next.scalars
    whole.offsets += next.offsets
    return whole
  }

  /// A part of this text with its own map.
  package func slice(_ range: Range<Int>) -> MappedText {
    var part = MappedText()
    part.scalars = Array(scalars[range])
    part.offsets = Array(offsets[range])
    return part
  }

  mutating func removeLast() {
    scalars.removeLast()
    offsets.removeLast()
  }

  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar)
    offsets.append(offset)
  }
}

extension MappedText {
  /// Joins the segments of a document that make one passage and normalises them.
  init(_ segments: [Range<Int>], of text: [Unicode.Scalar], isMarkdown: Bool) {
    var raw = MappedText()
    var lineEnd: Int?
    for segment in segments {
      if let lineEnd { raw.append(" ", at: lineEnd) }
      for offset in segment { raw.append(text[offset], at: offset) }
      lineEnd = segment.upperBound
    }
    self = (isMarkdown ? MarkdownInline.stripped(raw) : raw).withoutReferenceMarks.collapsed
  }

  /// Single spaces, none at either end, nothing invisible.
  private var collapsed: MappedText {
    var result = MappedText()
    for (scalar, offset) in zip(scalars, offsets) where !scalar.isInvisible {
      if !scalar.isBlank {
        result.append(scalar, at: offset)
      } else if let last = result.scalars.last, last != " " {
        result.append(" ", at: offset)
      }
    }
    return result.scalars.last == " " ? result.slice(0..<(result.count - 1)) : result
  }

  private var withoutReferenceMarks: MappedText {
    var result = MappedText()
    var position = 0
    while position < count {
      if scalars[position] == "[", let end = referenceMarkEnd(from: position) {
        position = end
        if end < count, scalars[end] == "," || scalars[end] == ".", result.scalars.last == " " {
          result.removeLast()
        }
      } else {
        result.append(scalars[position], at: offsets[position])
        position += 1
      }
    }
    return result
  }

  /// The end of `[]`, `[12]` or `[3, 5-7]`, if one begins here.
  private func referenceMarkEnd(from start: Int) -> Int? {
    let longest = 24
    for position in (start + 1)..<max(start + 1, min(count, start + longest)) {
      let scalar = scalars[position]
      if scalar == "]" { return position + 1 }
      guard scalar.isDigit || scalar == "," || scalar == "-" || scalar == "–" || scalar == " "
      else {
        return nil
      }
    }
    return nil
  }
}

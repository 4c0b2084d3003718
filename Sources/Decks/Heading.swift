/// The heading line of a card or stage, taken apart.
package struct Heading: Hashable, Sendable {
  package let kind: Kind
  package let title: String
  package let id: CardID?
  package let status: Status
  package let silencedChecks: [String]
  /// The whole line without its end.
  package let bytes: Range<Int>
  /// Where the kind's word stands.
  package let kindBytes: Range<Int>
  /// Where `{#id}` stands, braces included, also where it cannot be an id.
  package let idBytes: Range<Int>?
  /// Where `{status=…}` stands, braces included.
  package let statusBytes: Range<Int>?
  /// Where a new attribute is inserted: after the last byte that is no blank.
  package let attributesEnd: Int

  /// What a reader holds before it has met a heading.
  static let none = Heading(
    kind: .basic,
    title: "",
    id: nil,
    status: .active,
    silencedChecks: [],
    bytes: 0..<0,
    kindBytes: 0..<0,
    idBytes: nil,
    statusBytes: nil,
    attributesEnd: 0
  )
}

/// One `{…}` group at the end of a heading.
struct HeadingAttribute {
  let bytes: Range<Int>
  let content: String
}

/// What a heading line turned out to be.
enum HeadingReading {
  case card(Heading, [Finding])
  /// No kind, but meant as one.
  case unknownKind(Finding)
  case note
}

/// Reads heading lines of one level.
struct HeadingReader {
  let bytes: Bytes

  /// Reads the heading that stands in `range` with `marks` number signs.
  func read(_ range: Range<Int>, marks: Int) -> HeadingReading {
    var start = range.lowerBound + marks
    while start < range.upperBound, bytes[start].isBlank { start += 1 }
    var (attributes, end) = trailingAttributes(start..<range.upperBound)
    let colon = (start..<end).first { bytes[$0] == UInt8(ascii: ":") }
    let kindEnd = trimmedEnd(start..<(colon ?? end))
    let word = bytes.text(start..<kindEnd)
    guard let kind = Kind(rawValue: word) else {
      guard !attributes.isEmpty || Self.resemblesKind(word) else { return .note }
      return .unknownKind(.unknownKind(word, at: start..<max(kindEnd, start)))
    }
    let titleStart = colon.map { $0 + 1 } ?? end
    let title = bytes.text(skippingBlanks(titleStart..<end))
    attributes.reverse()
    return card(
      kind,
      title: title,
      attributes: attributes,
      bytes: range,
      kindBytes: start..<kindEnd
    )
  }
}

extension HeadingReader {
  private func card(
    _ kind: Kind,
    title: String,
    attributes: [HeadingAttribute],
    bytes range: Range<Int>,
    kindBytes: Range<Int>
  ) -> HeadingReading {
    var id: CardID?
    let idBytes = attributes.first { $0.content.hasPrefix("#") }?.bytes
    var status: (Status, Range<Int>)?
    var silenced: [String] = []
    var findings: [Finding] = []
    for attribute in attributes {
      let content = attribute.content
      if content.hasPrefix("#") {
        let text = String(content.dropFirst())
        if id != nil {
          findings.append(.repeatedAttribute("#id", at: attribute.bytes))
        } else if Self.isValidID(text) {
          id = CardID(text)
        } else {
          findings.append(.badID(text, at: attribute.bytes))
        }
      } else if content.hasPrefix("status=") {
        let text = String(content.dropFirst("status=".count))
        if let value = Status(rawValue: text), status == nil {
          status = (value, attribute.bytes)
        } else {
          findings.append(.badStatus(text, at: attribute.bytes))
        }
      } else if content.hasPrefix("check=") {
        silenced += SilencedChecks.read(content.dropFirst("check=".count))
      } else {
        findings.append(.unknownAttribute(content, at: attribute.bytes))
      }
    }
    let heading = Heading(
      kind: kind,
      title: title,
      id: id,
      status: status?.0 ?? .active,
      silencedChecks: silenced,
      bytes: range,
      kindBytes: kindBytes,
      idBytes: idBytes,
      statusBytes: status?.1,
      attributesEnd: trimmedEnd(range)
    )
    return .card(heading, findings)
  }

  /// The `{#…}` and `{key=value}` groups at the end, last first, and where the rest ends.
  private func trailingAttributes(_ range: Range<Int>) -> ([HeadingAttribute], end: Int) {
    var found: [HeadingAttribute] = []
    var end = trimmedEnd(range)
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "}") {
      guard let open = (range.lowerBound..<end).last(where: { bytes[$0] == UInt8(ascii: "{") })
      else { break }
      let content = String(decoding: bytes.part((open + 1)..<(end - 1)), as: UTF8.self)
      guard content.hasPrefix("#") || content.utf8.contains(UInt8(ascii: "=")),
        !content.utf8.contains(UInt8(ascii: "}"))
      else { break }
      found.append(HeadingAttribute(bytes: open..<end, content: content))
      end = trimmedEnd(range.lowerBound..<open)
    }
    return (found, end)
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  private func skippingBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start].isBlank { start += 1 }
    return start..<range.upperBound
  }

  /// Letters and digits first, then also `.`, `_` and `-`; at most 64 bytes.
  static func isValidID(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= CardID.maximumLength else { return false }
    let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")]
    return (first.isLetter || first.isDigit)
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || marks.contains($0) }
  }

  /// Whether a heading's word is a kind with a slip of the keyboard in it.
  ///
  /// Two letters of difference for the long names. The short ones (`MR`, `SBA`, `TF`) only by case
  /// or by swapped letters, or every note headed "MRI" or "TB" would be a fault.
  static func resemblesKind(_ word: String) -> Bool {
    guard !word.isEmpty, word.utf8.count <= 12 else { return false }
    let folded = Array(word.lowercased().utf8)
    return Kind.allCases.contains { kind in
      let name = Array(kind.rawValue.lowercased().utf8)
      if name.count <= 3 { return folded.sorted() == name.sorted() }
      return EditDistance.between(folded, name, limit: 2) != nil
    }
  }
}

/// A change to a deck file as byte splices; every byte outside them stays as it is.
package struct DeckEdit: Sendable {
  /// Bytes to put in the place of a range.
  package struct Splice: Hashable, Sendable {
    package let range: Range<Int>
    package let replacement: [UInt8]
  }

  package private(set) var splices: [Splice] = []

  package init() {}

  package var isEmpty: Bool { splices.isEmpty }

  package mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range, with: Array(text.utf8))
  }

  package mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    splices.append(Splice(range: range, replacement: bytes))
  }

  package mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text)
  }

  package mutating func remove(_ range: Range<Int>) {
    replace(range, with: "")
  }

  /// Where a byte stands after the splices, none of which may begin before it and end behind it.
  package func place(of byte: Int) -> Int {
    splices.filter { $0.range.upperBound <= byte }
      .reduce(byte) { $0 + $1.replacement.count - $1.range.count }
  }

  /// The file with all splices done; insertions at one place keep their order.
  package func applied(to source: [UInt8]) -> [UInt8] {
    applied(to: source, within: 0..<source.count)
  }

  /// A part of the file with all splices done, which must lie within it.
  func applied(to source: [UInt8], within part: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(part.count + splices.reduce(0) { $0 + $1.replacement.count })
    var position = part.lowerBound
    let ordered = splices.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, splice) in ordered {
      result += source[position..<max(position, splice.range.lowerBound)]
      result += splice.replacement
      position = max(position, splice.range.upperBound)
    }
    return result + source[position..<max(position, part.upperBound)]
  }
}

extension DeckEdit {
  /// Appends cards at the end of a file, and their documents to its front matter.
  package static func appending(
    _ cards: [Card],
    sources: [SourceDocument],
    to deck: Deck
  ) -> DeckEdit {
    var edit = DeckEdit()
    let eol = deck.lineEnding
    let known = Set(deck.frontMatter.sources.map(\.key))
    let added = sources.filter { !known.contains($0.key) }
    if !added.isEmpty, !deck.frontMatter.bytes.isEmpty {
      let lines = added.map { "\($0)\n" }.joined()
      edit.insert(lines.withLineEnding(eol), at: deck.frontMatter.end)
    }
    guard !cards.isEmpty else { return edit }
    var text = deck.source.isEmpty || deck.source.last == 0x0A ? "" : "\n"
    for card in cards { text += "\n" + DeckPrinter.text(of: card) }
    edit.insert(text.withLineEnding(eol), at: deck.source.count)
    return edit
  }
}

extension Deck {
  /// The line ending of the first line; a new line gets the same.
  var lineEnding: String {
    guard let first = lines.first, first.end < source.count else { return "\n" }
    return source[first.end] == 0x0D ? "\r\n" : "\n"
  }
}

extension String {
  /// The text with its line feeds as a file has its line ends.
  func withLineEnding(_ eol: String) -> String {
    guard eol != "\n" else { return self }
    // By bytes: to a String CRLF is one Character.
    return utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: eol)
  }
}

/// One sentence of a passage, with its place in the document.
package struct Sentence: Hashable, Sendable {
  package let text: MappedText
  /// Scalars of the document, from the first to the last of the sentence.
  package let range: Range<Int>
  /// Line numbers from 1.
  package let lines: ClosedRange<Int>
  /// The headings that the sentence stands under, outermost first.
  package let headings: [String]
  package let kind: Passage.Kind
  /// The sentence that opens the list, for an item of one.
  package let leadIn: String?
  /// Whether the sentence begins inside a quotation that an earlier one opened.
  package let isInsideQuotation: Bool
}

extension Sentence: CustomStringConvertible {
  /// `12: The text.`, the number being the line.
  package var description: String {
    "\(lines.lowerBound): \(text.string)"
  }
}

extension Document {
  /// The sentences of a passage of this document; a heading and a row of a table have none.
  package func sentences(of passage: Passage) -> [Sentence] {
    guard passage.isProse else { return [] }
    var quotation = QuotationDepth()
    return SentenceSplitter.ranges(in: passage.text).map { range in
      let text = passage.text.slice(range)
      defer { quotation.read(text.scalars) }
      return Sentence(
        text: text,
        range: text.source,
        lines: lines.lines(of: text.source),
        headings: passage.headings,
        kind: passage.kind,
        leadIn: passage.leadIn,
        isInsideQuotation: quotation.isOpen
      )
    }
  }
}

extension Document {
  /// A row of a table as if it were one sentence; nil for any other passage.
  package func row(of passage: Passage) -> Sentence? {
    guard passage.kind == .tableRow else { return nil }
    return Sentence(
      text: passage.text,
      range: passage.range,
      lines: passage.lines,
      headings: passage.headings,
      kind: passage.kind,
      leadIn: nil,
      isInsideQuotation: false
    )
  }
}

extension Document {
  /// Two passages, the second under the first, as if they were one sentence.
  package func joined(_ first: Passage, _ second: Passage) -> Sentence {
    let text = first.text.joined(to: second.text)
    return Sentence(
      text: text,
      range: text.source,
      lines: lines.lines(of: text.source),
      headings: second.headings,
      kind: second.kind,
      leadIn: nil,
      isInsideQuotation: false
    )
  }
}

/// Whether a quotation is open at the place reached in a passage.
private struct QuotationDepth {
  private(set) var isOpen = false

  mutating func read(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars {
      switch scalar {
      case "“", "«": isOpen = true
      case "”", "»": isOpen = false
      case "\"": isOpen.toggle()
      default: break
      }
    }
  }
}

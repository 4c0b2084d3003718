/// A place in a document that its reader can find.
package enum Place: Hashable, Sendable {
  /// A line of the file, from 1.
  case line(Int)
  /// A page, from 1, as the file counts them.
  case page(Int)
  /// A paragraph or item under the last heading, from 1.
  case paragraph(Int)
}

extension Document {
  /// Where an offset stands, as a reader of the document counts.
  package func place(at offset: Int) -> Place {
    if !kind.isExtracted { return .line(lines.line(at: offset)) }
    if !pages.isEmpty { return .page(page(at: offset)) }
    return .paragraph(paragraph(at: offset))
  }

  /// The lines of `text` that a page covers.
  package var pageLines: [ClosedRange<Int>] {
    pages.indices.map { index in
      let end = index + 1 < pages.count ? pages[index + 1] : text.count
      return lines.lines(of: pages[index]..<max(pages[index], end))
    }
  }

  private func page(at offset: Int) -> Int {
    max(1, pages.count { $0 <= offset })
  }

  private func paragraph(at offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].start <= offset { low = middle } else { high = middle }
    }
    let before = blocks[...low].lastIndex { $0.kind == .heading }
    return max(1, low - (before ?? -1))
  }
}

extension Block {
  fileprivate var start: Int { segments.first?.lowerBound ?? 0 }
}

import Decks
import Reading

/// Says where a candidate stands in its document.
enum CitationWriter {
  static func citation(of candidate: Candidate, in document: Document, key: String, people: People?)
    -> Citation?
  {
    guard let span = span(of: candidate, in: document) else { return nil }
    let place = document.place(at: span.lowerBound)
    let heading = heading(candidate.sentence.headings, for: place, people)
    let locator = heading.map { "§ \($0), \(words(for: place))" } ?? words(for: place)
    return Citation(document: key, locator: locator, span: document.string(span))
  }

  static func words(for place: Place) -> String {
    switch place {
    case .line(let number): "line \(number)"
    case .page(let number): "p. \(number)"
    case .paragraph(let number): "¶\(number)"
    }
  }

  /// The innermost heading; where no line or page helps to find it, with those above as far as fits.
  private static func heading(
    _ headings: [String],
    for place: Place,
    _ people: People?
  ) -> String? {
    if case .paragraph = place, headings.count > 1,
      let path = fit(headings.joined(separator: " > "), people)
    {
      return path
    }
    return headings.last.flatMap { fit($0, people) }
  }

  /// A few words around the answer, on one line, exactly as the document has them.
  static func span(of candidate: Candidate, in document: Document) -> Range<Int>? {
    guard let source = candidate.statement.source,
      let answer = candidate.statement.source(candidate.blank)
    else { return nil }
    return span(around: answer, within: source, in: document)
  }

  /// A few words around some, all on the line where those begin.
  static func span(around answer: Range<Int>, within source: Range<Int>, in document: Document)
    -> Range<Int>?
  {
    let line = document.lines.range(ofLine: document.lines.line(at: answer.lowerBound))
    let words = words(of: document, in: source.clamped(to: line))
    guard let first = words.firstIndex(where: { $0.upperBound > answer.lowerBound }),
      let last = words.lastIndex(where: { $0.lowerBound < answer.upperBound }), first <= last
    else { return nil }
    return widened(words, first...last)
  }

  private static let mostWords = 12

  /// Takes words on both sides, those before the answer first, while the span stays short.
  private static func widened(_ words: [Range<Int>], _ core: ClosedRange<Int>) -> Range<Int>? {
    var low = core.lowerBound
    var high = core.upperBound
    func length(_ low: Int, _ high: Int) -> Int { words[high].upperBound - words[low].lowerBound }
    guard length(low, high) <= Citation.longestSpan else { return nil }
    var hasGrown = true
    while hasGrown, high - low + 1 < mostWords {
      hasGrown = false
      if low > 0, length(low - 1, high) <= Citation.longestSpan {
        low -= 1
        hasGrown = true
      }
      if high + 1 < words.count, high - low + 1 < mostWords,
        length(low, high + 1) <= Citation.longestSpan
      {
        high += 1
        hasGrown = true
      }
    }
    return words[low].lowerBound..<words[high].upperBound
  }

  private static func words(of document: Document, in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for offset in range {
      if document.text[offset].isBlank {
        if let first = start { words.append(first..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    if let first = start { words.append(first..<range.upperBound) }
    return words
  }

  /// A heading that a locator can hold: no comma, which parts its pieces, and no person.
  static func fit(_ heading: String, _ people: People?) -> String? {
    let isPlain = !heading.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == ";" }
    guard isPlain, heading.unicodeScalars.count <= 60, people?.appear(in: heading) != true else {
      return nil
    }
    return heading
  }
}

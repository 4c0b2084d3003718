/// Where cited words stand in the lines of a document, also where they go over a line's end.
struct SpanMarks {
  private let lines: [String]
  /// What of each line is cited.
  private(set) var ranges: [Int: Range<String.Index>] = [:]

  init(of span: String, in lines: [String]) {
    self.lines = lines
    guard !span.isEmpty else { return }
    if let index = lines.firstIndex(where: { $0.contains(span) }) {
      ranges[index] = lines[index].firstRange(of: span)
    } else {
      ranges = Self.acrossLines(span, lines)
    }
  }

  /// The line with its cited words dressed, and between brackets as well so that nothing hangs on
  /// colour alone.
  func marked(_ index: Int, dress: (String) -> String) -> String {
    let line = lines[index]
    guard let range = ranges[index] else { return line }
    let opening = ranges[index - 1] == nil ? ">>" : ""
    let closing = ranges[index + 1] == nil ? "<<" : ""
    return line[..<range.lowerBound] + opening + dress(String(line[range])) + closing
      + line[range.upperBound...]
  }

  /// The words of the span where they follow each other from one line to the next.
  private static func acrossLines(_ span: String, _ lines: [String]) -> [Int: Range<String.Index>] {
    let sought = span.split(separator: " ")
    let words = lines.enumerated().flatMap { index, line in
      line.split(separator: " ").map { (line: index, word: $0) }
    }
    guard !sought.isEmpty, words.count >= sought.count else { return [:] }
    for start in 0...(words.count - sought.count) {
      let found = words[start..<(start + sought.count)]
      guard matches(found.map(\.word), sought) else { continue }
      var ranges: [Int: Range<String.Index>] = [:]
      for (line, word) in found {
        let first = ranges[line]?.lowerBound ?? word.startIndex
        ranges[line] = first..<word.endIndex
      }
      return trimmed(ranges, found, sought)
    }
    return [:]
  }

  /// The first and the last word may be a part of a word of the document.
  private static func matches(_ found: [Substring], _ sought: [Substring]) -> Bool {
    guard sought.count > 1 else { return false }
    return zip(found, sought).enumerated().allSatisfy { index, pair in
      if index == 0 { return pair.0.hasSuffix(pair.1) }
      return index == sought.count - 1 ? pair.0.hasPrefix(pair.1) : pair.0 == pair.1
    }
  }

  private static func trimmed(
    _ ranges: [Int: Range<String.Index>],
    _ found: ArraySlice<(line: Int, word: Substring)>,
    _ sought: [Substring]
  ) -> [Int: Range<String.Index>] {
    var ranges = ranges
    if let first = found.first, let word = sought.first, let range = ranges[first.line] {
      let start = first.word.index(first.word.endIndex, offsetBy: -word.count)
      ranges[first.line] = start..<range.upperBound
    }
    if let last = found.last, let word = sought.last, let range = ranges[last.line] {
      let end = last.word.index(last.word.startIndex, offsetBy: word.count)
      ranges[last.line] = range.lowerBound..<end
    }
    return ranges
  }
}

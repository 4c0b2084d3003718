/// Where each line of a text begins, and so the line of any offset.
package struct LineTable: Hashable, Sendable {
  /// The scalar offset at which each line begins; the first is 0.
  private let starts: [Int]
  private let end: Int

  init(_ text: [Unicode.Scalar]) {
    var starts = [0]
    for (offset, scalar) in text.enumerated() where scalar == "\n" {
      starts.append(offset + 1)
    }
    self.starts = starts
    end = text.count
  }

  /// How many lines there are; a final line feed opens one more, empty line.
  package var count: Int { starts.count }

  /// The number, from 1, of the line that an offset stands in.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The scalars of a line, numbered from 1, with its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    starts[line - 1]..<(line < starts.count ? starts[line] : end)
  }

  /// The lines, numbered from 1, that a range touches.
  package func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    return first...max(first, line(at: max(range.lowerBound, range.upperBound - 1)))
  }
}

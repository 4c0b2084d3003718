/// One change of a file seen from outside: what stands between the bytes that stayed.
extension DeckEdit.Splice {
  /// What turns one file into another, between the bytes that both begin and both end with.
  package init(from before: [UInt8], to after: [UInt8]) {
    let shorter = min(before.count, after.count)
    var head = 0
    while head < shorter, before[head] == after[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, before[before.count - 1 - tail] == after[after.count - 1 - tail] {
      tail += 1
    }
    self.init(
      range: head..<(before.count - tail),
      replacement: Array(after[head..<(after.count - tail)])
    )
  }

  /// The file with the change made.
  package func applied(to source: [UInt8]) -> [UInt8] {
    source[..<range.lowerBound] + replacement + source[range.upperBound...]
  }

  /// The same change in a file where another was made before it; nil where both are about the same
  /// bytes.
  ///
  /// Of two insertions at one place the one that `leads` stands first.
  func rebased(over other: DeckEdit.Splice, leads: Bool) -> DeckEdit.Splice? {
    let isTie = range.isEmpty && range == other.range
    if isTie ? leads : range.upperBound <= other.range.lowerBound { return self }
    guard range.lowerBound >= other.range.upperBound else { return nil }
    let shift = other.replacement.count - other.range.count
    return DeckEdit.Splice(
      range: (range.lowerBound + shift)..<(range.upperBound + shift),
      replacement: replacement
    )
  }
}

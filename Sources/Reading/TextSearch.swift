extension String {
  /// Whether another text stands in this one, byte for byte.
  package func holds(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    return utf8.withContiguousStorageIfAvailable { $0.holds(bytes) } ?? Array(utf8).holds(bytes)
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard count >= part.count else { return false }
    return (startIndex...(endIndex - part.count)).contains { start in
      self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
    }
  }
}

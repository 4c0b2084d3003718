/// Lines that are not UTF-8: told, never rewritten.
enum UndecodableLines {
  /// One finding for each undecodable line, up to a hundred.
  static func findings(in source: [UInt8]) -> [Finding] {
    var found: [Finding] = []
    var start = 0
    while start < source.count, found.count < 100 {
      do {
        _ = try UTF8Span(validating: source.span.extracting(start..<source.count))
        break
      } catch {
        let range = error.byteOffsets
        let bytes = (start + range.lowerBound)..<(start + range.upperBound)
        found.append(.undecodable(at: bytes))
        let lineEnd = source[bytes.upperBound...].firstIndex(of: 0x0A) ?? source.count - 1
        start = lineEnd + 1
      }
    }
    return found
  }
}

/// What the checksum says of a line.
enum LineState: Hashable {
  case intact
  /// A JSON object that carries no checksum, or one whose name is damaged.
  case unchecked
  case damaged
  /// White space alone.
  case blank

  init(_ line: UnsafeRawBufferPointer) {
    if let checksum = LineEnd.checksum(of: line) {
      let covered = UnsafeRawBufferPointer(rebasing: line[..<(line.count - LineEnd.length)])
      self = CRC32.of(covered) == checksum ? .intact : .damaged
    } else if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      self = .blank
    } else {
      self = (try? Self.unusual(line)) ?? .damaged
    }
  }

  /// A line that another program wrote or that a hand has changed.
  private static func unusual(_ line: UnsafeRawBufferPointer) throws(JSONError) -> LineState {
    var json = JSONScanner(line)
    var state = LineState.unchecked
    try json.beginObject()
    while let key = try json.nextKey() {
      if key == "crc" {
        // Present, but not where its own position says what it covers, unless only space follows.
        state = .damaged
        let start = json.offset - LineEnd.markLength + 1
        if start > 0, json.offset + 9 <= line.count, LineEnd.isMark(line, at: start) {
          let covered = UnsafeRawBufferPointer(rebasing: line[..<start])
          let written = LineEnd.checksum(in: line, at: json.offset + 1)
          if written == CRC32.of(covered) { state = .intact }
        }
      }
      try json.skipValue()
    }
    try json.finish()
    return state
  }
}

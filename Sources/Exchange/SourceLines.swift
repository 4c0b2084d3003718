import Decks

/// One line of an imported file, without its end.
struct SourceLine {
  /// One-based.
  let number: Int
  let bytes: ArraySlice<UInt8>

  /// The first byte that is neither space nor tab, or nil where there is none.
  var firstInk: Int? { bytes.firstIndex { !isBlank($0) } }

  /// Where the line's text begins; columns count bytes from one.
  var position: Deck.Position {
    Deck.Position(line: number, column: (firstInk ?? bytes.startIndex) - bytes.startIndex + 1)
  }

  /// The line as text, without blanks at either end.
  var text: String { String(decoding: trimmed(bytes), as: UTF8.self) }
}

/// Cuts a file into lines; a mark at the very start that only says "UTF-8" is passed over.
enum SourceLines {
  static func all(in bytes: [UInt8]) -> [SourceLine] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let pieces = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      SourceLine(number: index + 1, bytes: piece.last == 0x0D ? piece.dropLast() : piece)
    }
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Bytes without blanks at either end.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard let first = bytes.firstIndex(where: { !isBlank($0) }),
    let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return bytes.prefix(0) }
  return bytes[first...last]
}

/// Whether bytes are UTF-8.
func isUTF8(_ bytes: some Swift.Collection<UInt8>) -> Bool {
  String(validating: bytes, as: UTF8.self) != nil
}

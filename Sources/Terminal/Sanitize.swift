extension StringProtocol {
  /// This text without the characters that could drive a terminal; line feeds and tabs stay.
  ///
  /// Dropped are the other C0 controls (U+0001 would open an escape in a prompt), DEL, the C1
  /// controls, and the embeddings, overrides and isolates that turn the direction of text.
  package var sanitized: String {
    guard unicodeScalars.contains(where: { $0.drivesTerminal }) else { return String(self) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.drivesTerminal }))
  }

  /// This text sanitized and on one line: line feeds and tabs become spaces.
  package var sanitizedLine: String {
    let clean = sanitized
    guard clean.utf8.contains(where: { $0 == 0x0a || $0 == 0x09 }) else { return clean }
    let scalars = clean.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would take this for a command, or for a turn of the writing direction.
  fileprivate var drivesTerminal: Bool {
    switch value {
    case 0x09, 0x0a: false
    case 0x00...0x1f, 0x7f...0x9f: true
    case 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}

/// Control characters, which the program never sends to a terminal.
enum ControlCharacters {
  static func findings(in deck: Deck) -> [Finding] {
    deck.lines.compactMap { line in
      guard let index = line.bytes.first(where: { isControl(deck.source[$0]) }) else { return nil }
      return Finding(
        rule: "control-character",
        severity: .warning,
        message: "The line has a control character, which is not shown. Take it out.",
        bytes: index..<(index + 1)
      )
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09) || byte == 0x7F
  }
}

/// A file named outright that does not say it is a deck, so a folder search passes it by.
enum NoVersion {
  static func findings(in deck: Deck) -> [Finding] {
    guard deck.frontMatter.version == nil else { return [] }
    return [
      Finding(
        rule: "version",
        severity: .note,
        message:
          "The file has no \"rounds: 1\" in its front matter, so it is studied only when named.",
        bytes: 0..<0
      )
    ]
  }
}

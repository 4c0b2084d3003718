/// The identity of a card, or of one part of it (`ket-liver/c1`).
///
/// Ids are random or the author's own slug, never derived from content, so mending a typo keeps
/// the history. A card without an id is studied under a provisional one that begins with `~`.
package struct CardID: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The longest id an author may write, in bytes.
  package static let maximumLength = 64

  /// The id of one part of this card: `fwd`, `rev` or a cloze number.
  package func part(_ suffix: String) -> CardID {
    CardID("\(text)/\(suffix)")
  }

  /// The card that this id is a part of, or the id itself.
  package var card: CardID {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return self }
    return CardID(String(text[..<slash]))
  }

  /// Whether the id was made up for a card that has none in its file yet.
  package var isProvisional: Bool {
    text.utf8.first == UInt8(ascii: "~")
  }
}

extension CardID: Comparable {
  package static func < (left: CardID, right: CardID) -> Bool {
    left.text < right.text
  }
}

extension CardID: CustomStringConvertible {
  package var description: String { text }
}

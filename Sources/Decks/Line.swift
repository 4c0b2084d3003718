/// One line of a deck file, by byte offsets, with what it is for.
package struct Line: Hashable, Sendable {
  /// The first byte.
  package let start: Int
  /// After the last byte of content: before CR LF or LF.
  package let end: Int
  /// Where the text after the marker begins (`Q: `, `- [x] `).
  package let text: Int
  package let role: Role

  package enum Role: Hashable, Sendable {
    /// Outside every card: the author's own, left alone.
    case note
    case frontMatter
    case cardHeading
    case stageHeading
    case blank
    /// Prose before the question.
    case vignette
    case field(FieldName)
    /// Indented text that belongs to the field above.
    case more
    case option(isRight: Bool)
    case rationale
    case step
    /// Inside a card and belonging to nothing.
    case stray
  }

  package var bytes: Range<Int> { start..<end }
  package var textBytes: Range<Int> { text..<end }
}

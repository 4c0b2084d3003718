/// Where a card's claim stands: a document, a place in it, and a few of its words.
package struct Citation: Hashable, Sendable {
  /// The document's key in the front matter (`hand` of `source.hand`).
  package let document: String
  /// The place as written (`§ Mechanism, line 12`), empty where none is given.
  package let locator: String
  /// A few words of the document, exactly as they stand there.
  package let span: String?

  package init(document: String, locator: String = "", span: String? = nil) {
    self.document = document
    self.locator = locator
    self.span = span
  }

  /// The longest span an author may cite, in characters.
  package static let longestSpan = 160
}

extension Citation: CustomStringConvertible {
  /// The citation as a `Source:` line gives it.
  package var description: String {
    var text = document
    if !locator.isEmpty { text += " \(locator)" }
    if let span { text += " \"\(span)\"" }
    return text
  }
}

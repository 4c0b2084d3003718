import Decks
import Reading

extension Card {
  /// Marks the card as disputed, and cites what the other documents say.
  mutating func dispute(_ conflict: Conflict, in document: String, at range: Range<Int>) {
    let own = conflict.sides.filter { $0.document == document && $0.range == range }.map(\.value)
    let others = conflict.sides.filter { !own.contains($0.value) }
    let said = others.map { "\"\($0.value)\" (\($0.document), \($0.locator))" }
    details.disputed =
      "The documents differ: \"\(own.first ?? "")\" here, \(said.joined(separator: ", "))."
    details.citations += others.map {
      Citation(document: $0.document, locator: $0.locator, span: $0.span)
    }
  }
}

package import Decks

/// A card that the generator proposes, with what it knows of the card beyond its text.
package struct Draft: Hashable, Sendable {
  package var card: Card
  /// Where the cited words stand, in Unicode scalars of the document's text.
  package let cited: Range<Int>
}

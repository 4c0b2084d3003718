/// A deck file as read: its bytes, what each line is for, its cards, and what is wrong with it.
///
/// Nothing is lost: the bytes are kept, and `render` gives them back whatever they are.
package struct Deck: Sendable {
  package let source: [UInt8]
  package let lines: [Line]
  package let frontMatter: FrontMatter
  package let cards: [PlacedCard]
  /// Faults of grammar, in the order of the file; see `DeckChecks` for the rest.
  package let findings: [Finding]

  /// The file's bytes, unchanged.
  package func render() -> [UInt8] { source }
}

/// A card with its place in the file.
package struct PlacedCard: Sendable {
  package let card: Card
  package let heading: Heading
  /// Indexes into the deck's lines: the heading, the body, and blank lines up to the next heading.
  package let lines: Range<Int>
  /// The stages of a Case.
  package let stages: [PlacedCard]
}

extension Deck {
  /// Cards and stages, each Case before its stages.
  package var everyCard: [PlacedCard] {
    cards.flatMap { [$0] + $0.stages }
  }

  /// The one-based line and column of a byte; columns count bytes, as editors' `+line:column` do.
  package func position(of byte: Int) -> Position {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].start <= byte { low = middle + 1 } else { high = middle }
    }
    let index = max(low - 1, 0)
    let start = lines.isEmpty ? 0 : lines[index].start
    return Position(line: index + 1, column: byte - start + 1)
  }

  /// The bytes of a range as text, for messages.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: source[range.clamped(to: 0..<source.count)], as: UTF8.self)
  }

  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }
}

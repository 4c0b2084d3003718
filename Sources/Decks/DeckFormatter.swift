/// Puts ids, option keys, cloze numbers and spacing right, and touches nothing else.
package struct DeckFormatter<Generator: RandomNumberGenerator> {
  private let deck: Deck
  private var names: RandomIDs
  private var generator: Generator
  private var edit = DeckEdit()

  /// The edit that formats `deck`; `takenIDs` are those of the other decks of the collection.
  package static func edit(
    for deck: Deck,
    takenIDs: [String],
    generator: inout Generator
  ) -> DeckEdit {
    var formatter = DeckFormatter(deck: deck, takenIDs: takenIDs, generator: generator)
    formatter.format()
    generator = formatter.generator
    return formatter.edit
  }

  private init(deck: Deck, takenIDs: [String], generator: Generator) {
    self.deck = deck
    self.generator = generator
    names = RandomIDs(taken: takenIDs + deck.everyCard.compactMap { $0.card.id?.text })
  }
}

extension DeckFormatter {
  private mutating func format() {
    for placed in deck.cards {
      guard let id = nameCard(placed, prefix: "") else { continue }
      for stage in placed.stages { _ = nameCard(stage, prefix: "\(id).") }
    }
    for placed in deck.everyCard {
      addOptionKeys(placed)
      numberBlanks(placed)
      trimLines(placed)
    }
    separateCards()
    endWithNewline()
  }

  /// The card's id, given now if it has none; nil where the author wrote one that cannot be an id.
  private mutating func nameCard(_ placed: PlacedCard, prefix: String) -> CardID? {
    if placed.heading.idBytes != nil { return placed.card.id }
    let id = names.next(prefix: prefix, using: &generator)
    edit.insert(" {#\(id)}", at: placed.heading.attributesEnd)
    return id
  }

  /// Gives each option without a key the next letter; letters below the highest are never reused.
  private mutating func addOptionKeys(_ placed: PlacedCard) {
    let options = ownLines(placed).compactMap { line -> (line: Line, letter: String)? in
      guard case .option = line.role, line.text < line.end else { return nil }
      return (line, OptionText.split(deck.text(line.textBytes)).letter)
    }
    var next = (options.compactMap { $0.letter.utf8.first }.max() ?? UInt8(ascii: "a") - 1) + 1
    for option in options where option.letter.isEmpty && next <= UInt8(ascii: "z") {
      edit.insert("(\(Character(Unicode.Scalar(next)))) ", at: option.line.text)
      next += 1
    }
  }

  /// Writes the numbers that the parser gave to unnumbered blanks.
  private mutating func numberBlanks(_ placed: PlacedCard) {
    guard case .cloze(let text, _) = placed.card.body,
      let cloze = try? ClozeText(reading: text)
    else { return }
    var openings = blankOpenings(placed)[...]
    for blank in cloze.blanks {
      guard let opening = openings.popFirst() else { return }
      if blank.isUnnumbered { edit.insert("c\(blank.number)::", at: opening) }
    }
  }

  /// Where the inside of each blank begins in the file, in reading order.
  private func blankOpenings(_ placed: PlacedCard) -> [Int] {
    var openings: [Int] = []
    var isCloze = false
    var isInside = false
    for line in ownLines(placed) {
      switch line.role {
      case .field(let name): isCloze = name == .cloze
      case .more: break
      default: continue
      }
      guard isCloze else { continue }
      var index = line.text
      while index + 1 < line.end {
        let brace = UInt8(ascii: isInside ? "}" : "{")
        guard deck.source[index] == brace, deck.source[index + 1] == brace else {
          index += 1
          continue
        }
        // Braces inside a blank belong to its text.
        if !isInside { openings.append(index + 2) }
        isInside.toggle()
        index += 2
      }
    }
    return openings
  }

  /// Takes blanks from the ends of lines that have a mark; in prose two of them break a line.
  private mutating func trimLines(_ placed: PlacedCard) {
    for line in ownLines(placed) {
      switch line.role {
      case .field, .option, .rationale, .step, .cardHeading, .stageHeading: break
      default: continue
      }
      var end = line.end
      while end > line.start, deck.source[end - 1].isBlank { end -= 1 }
      // A lone carriage return would become part of the line's end.
      guard end == line.start || deck.source[end - 1] != 0x0D else { continue }
      if end < line.end { edit.remove(end..<line.end) }
    }
  }

  /// One blank line at least above and below each heading.
  private mutating func separateCards() {
    for placed in deck.everyCard {
      let index = placed.lines.lowerBound
      if index > 0, deck.lines[index - 1].role != .blank {
        edit.insert(deck.lineEnding, at: deck.lines[index].start)
      }
      if index + 1 < deck.lines.count, deck.lines[index + 1].role != .blank {
        edit.insert(deck.lineEnding, at: deck.lines[index + 1].start)
      }
    }
  }

  private mutating func endWithNewline() {
    guard let last = deck.source.last, !deck.cards.isEmpty else { return }
    // After a lone carriage return a line feed would make it part of the line's end.
    guard last != 0x0A, last != 0x0D else { return }
    edit.insert(deck.lineEnding, at: deck.source.count)
  }

  /// The card's lines without those of its stages.
  private func ownLines(_ placed: PlacedCard) -> ArraySlice<Line> {
    let end = placed.stages.first?.lines.lowerBound ?? placed.lines.upperBound
    return deck.lines[placed.lines.lowerBound..<end]
  }
}

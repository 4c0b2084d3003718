/// Gathers the lines between headings into cards, a Case with its stages.
struct CardAssembler {
  private(set) var cards: [PlacedCard] = []
  private var builder: CardBuilder
  private var open: OpenCard?

  init(bytes: Bytes) {
    builder = CardBuilder(bytes: bytes)
    // Room that is not used costs nothing: its pages are never touched.
    cards.reserveCapacity(bytes.count / 512)
  }

  /// The card or Case that is being read, and its stage if one is open.
  private struct OpenCard {
    let heading: Heading
    let firstLine: Int
    var stages: [PlacedCard] = []
    var stage: (heading: Heading, firstLine: Int)?
  }

  /// What was found in the cards built so far.
  var findings: [Finding] { builder.findings }

  /// The kind whose body the next line belongs to; nil outside a card.
  var kind: Kind? { open?.stage?.heading.kind ?? open?.heading.kind }

  /// The kind of the level-2 heading above; nil outside a card.
  var cardKind: Kind? { open?.heading.kind }

  mutating func openCard(_ heading: Heading, at line: Int) {
    open = OpenCard(heading: heading, firstLine: line)
  }

  mutating func openStage(_ heading: Heading, at line: Int) {
    open?.stage = (heading, line)
  }

  /// Builds the stage that ends with the lines read so far, if one is open.
  mutating func closeStage(_ lines: [Line]) {
    guard let stage = open?.stage else { return }
    open?.stage = nil
    let body = stage.firstLine..<lines.count
    let card = builder.build(stage.heading, lines[body], stages: [])
    open?.stages.append(PlacedCard(card: card, heading: stage.heading, lines: body, stages: []))
  }

  /// Builds the card that ends with the lines read so far, if one is open.
  mutating func closeCard(_ lines: [Line]) {
    closeStage(lines)
    guard let card = open else { return }
    open = nil
    let body = card.firstLine..<lines.count
    let ownEnd = card.stages.first?.lines.lowerBound ?? body.upperBound
    let built = builder.build(
      card.heading,
      lines[card.firstLine..<ownEnd],
      stages: card.stages.map(\.card)
    )
    cards.append(PlacedCard(card: built, heading: card.heading, lines: body, stages: card.stages))
  }
}

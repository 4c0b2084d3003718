/// What a session needs to know of a deck before it asks a card: ids, what is asked, where it stands.
///
/// It follows from the deck alone, so it can be kept beside the file and read in its place.
package struct DeckIndex: Hashable, Sendable {
  /// The id in the front matter.
  package let id: String?
  /// The name in the front matter.
  package let name: String?
  /// Every card, in the order of the file.
  package let cards: [Card]
  /// The questions of all cards, one card after the other.
  package let questions: [Question]

  package struct Card: Hashable, Sendable {
    /// The id in the heading, or the provisional one.
    package let id: CardID
    /// The ids that its stages have in their headings.
    package let stages: [CardID]
    package let status: Status
    package let isCase: Bool
    /// Whether the card and its stages can be read.
    package let isSound: Bool
    /// From its heading to the end of its last line.
    package let bytes: Range<Int>
    /// Its places among the questions.
    package let questions: Range<Int>
  }

  package struct Question: Hashable, Sendable {
    package let id: CardID
    /// Whether its stage is asked; true for a card without stages.
    package let isActive: Bool
    /// The fingerprint of what is right.
    package let key: UInt64
  }

  init(id: String?, name: String?, cards: [Card], questions: [Question]) {
    self.id = id
    self.name = name
    self.cards = cards
    self.questions = questions
  }

  /// The index of a deck; every key's fingerprint is computed.
  package init(of file: DeckFile) {
    let deck = file.deck
    var cards: [Card] = []
    var questions: [Question] = []
    cards.reserveCapacity(deck.cards.count)
    for placed in deck.cards {
      let card = placed.card
      let id = card.id ?? card.provisionalID
      let start = questions.count
      let inactive = card.inactiveQuestions(id: id)
      for question in card.questions(id: id, deck: file.id) {
        guard case .number(let key) = Fingerprint(question.hash.key) else { continue }
        let isActive = !inactive.contains(question.id)
        questions.append(Question(id: question.id, isActive: isActive, key: key))
      }
      cards.append(
        Card(
          id: id,
          stages: placed.stages.compactMap(\.card.id),
          status: card.status,
          isCase: !placed.stages.isEmpty || card.kind == .caseStudy,
          isSound: placed.isReadable,
          bytes: deck.bytes(of: placed),
          questions: start..<questions.count
        )
      )
    }
    self.init(
      id: deck.frontMatter.id,
      name: deck.frontMatter.name,
      cards: cards,
      questions: questions
    )
  }

  /// Cards that wait for a person to accept them.
  package var draftCount: Int { cards.count { $0.status == .draft } }
}

extension PlacedCard {
  /// Whether nothing in it keeps it from being studied.
  var isReadable: Bool {
    card.body != .unreadable && stages.allSatisfy { $0.card.body != .unreadable }
  }
}

extension Card {
  /// The questions of stages that are not active.
  fileprivate func inactiveQuestions(id: CardID) -> Set<CardID> {
    guard case .stages(let stages) = body else { return [] }
    return Set(
      zip(stages, stageIDs(caseID: id)).flatMap { stage, stageID in
        stage.status == .active ? [] : stage.questionIDs(id: stageID)
      }
    )
  }
}

/// One thing that is asked: a card, one direction of it, one cloze number, or one stage.
package struct Question: Hashable, Sendable {
  /// The id under which answers are recorded (`ket-liver/c1`).
  package let id: CardID
  /// The card or Case that the question shares with its siblings.
  package let group: CardID
  /// The deck's id, as the log has it.
  package let deck: String
  package let kind: Kind
  /// Never shown before the answer.
  package let title: String
  /// The Case's vignette, for a stage.
  package let caseVignette: String
  /// The stages before this one, shown with their keys.
  package let earlierStages: [Stage]
  package let vignette: String
  package let stem: String
  package let key: Key
  /// The card's own, with what a stage inherits from its Case.
  package let details: Card.Details
  /// For Cloze: the text with nothing hidden.
  package let fullText: String?
  /// For Cloze: the text with `____` for each blank that is asked, without its hint.
  package let gapText: String?

  /// A stage that was asked before.
  package struct Stage: Hashable, Sendable {
    package let vignette: String
    package let stem: String
    package let key: Key
  }

  /// What changed is seen by comparing this with the hash in the log.
  package var hash: ContentHash { ContentHash(of: self) }
}

extension Card {
  /// The questions that the card asks, in order; none where the card cannot be read.
  package func questions(id: CardID, deck: String) -> [Question] {
    let asker = QuestionMaker(group: id, deck: deck)
    guard case .stages(let stages) = body else { return asker.questions(of: self, id: id) }
    return asker.questions(ofStages: stages, of: self)
  }

  /// The ids of the questions, without making them.
  package func questionIDs(id: CardID) -> [CardID] {
    switch body {
    case .question: [id]
    case .reversed: [id.part("fwd"), id.part("rev")]
    case .cloze(let text, _):
      (try? ClozeText(reading: text))?.numbers.map { id.part("c\($0)") } ?? []
    case .stages(let stages):
      zip(stages, stageIDs(caseID: id)).flatMap { stage, stageID in
        stage.questionIDs(id: stageID)
      }
    case .unreadable: []
    }
  }

  /// Each stage's id: its own, or a provisional one beneath the Case.
  package func stageIDs(caseID: CardID) -> [CardID] {
    guard case .stages(let stages) = body else { return [] }
    return stages.map { $0.id ?? CardID("\(caseID).\($0.provisionalID)") }
  }

  /// The id of a card that has none in its file: `~` and 13 base-32 characters of its content.
  ///
  /// Only what is asked and what is right count, so mending a rationale does not change it.
  package var provisionalID: CardID {
    var digest = FieldDigest()
    digest.add(kind.rawValue, vignette)
    addContent(to: &digest)
    return CardID("~\(digest.base32())")
  }

  /// For a card with an id: the ids that its questions had before `format` named it or its stages.
  package func formerQuestionIDs(id: CardID) -> [(from: CardID, to: CardID)] {
    let former = provisionalID
    guard case .stages(let stages) = body else {
      return Array(zip(questionIDs(id: former), questionIDs(id: id))).map { (from: $0, to: $1) }
    }
    return zip(stages, stageIDs(caseID: id)).flatMap { stage, stageID in
      [former, id].flatMap { caseID in
        let before = CardID("\(caseID).\(stage.provisionalID)")
        return zip(stage.questionIDs(id: before), stage.questionIDs(id: stageID))
          .filter { $0 != $1 }.map { (from: $0, to: $1) }
      }
    }
  }

  private func addContent(to digest: inout FieldDigest) {
    switch body {
    case .question(let stem, let key):
      digest.add(stem)
      digest.add(key.contentFields)
    case .reversed(let front, let back, _): digest.add(front, back)
    case .cloze(let text, _): digest.add((try? ClozeText(reading: text))?.numberedText ?? text)
    case .stages(let stages):
      for stage in stages {
        digest.add(stage.kind.rawValue, stage.vignette)
        stage.addContent(to: &digest)
      }
    case .unreadable: digest.add(title)
    }
  }
}

/// Makes the questions of one card.
private struct QuestionMaker {
  let group: CardID
  let deck: String
  var caseVignette = ""
  var earlier: [Question.Stage] = []

  func questions(of card: Card, id: CardID) -> [Question] {
    switch card.body {
    case .question(let stem, let key):
      [question(card, id: id, stem: stem, key: key)]
    case .reversed(let front, let back, let accepted):
      [
        question(
          card,
          id: id.part("fwd"),
          stem: front,
          key: .text(TextKey(answer: back, accepted: accepted))
        ),
        question(
          card,
          id: id.part("rev"),
          stem: back,
          key: .text(TextKey(answer: front))
        ),
      ]
    case .cloze(let text, let accepted):
      clozeQuestions(card, id: id, text: text, accepted: accepted)
    case .stages, .unreadable:
      []
    }
  }

  func questions(ofStages stages: [Card], of parent: Card) -> [Question] {
    var maker = self
    maker.caseVignette = InlineMarkup.plain(parent.vignette)
    var questions: [Question] = []
    for (stage, stageID) in zip(stages, parent.stageIDs(caseID: group)) {
      let made = maker.questions(of: stage.inheriting(from: parent), id: stageID)
      questions += made
      maker.earlier += made.map {
        Question.Stage(vignette: $0.vignette, stem: $0.stem, key: $0.key)
      }
    }
    return questions
  }

  private func clozeQuestions(
    _ card: Card,
    id: CardID,
    text: String,
    accepted: [String]
  ) -> [Question] {
    guard let cloze = try? ClozeText(reading: text) else { return [] }
    return cloze.numbers.map { number in
      let blanks = cloze.blanks.filter { $0.number == number }.map {
        Blank(text: InlineMarkup.plain($0.text), hint: $0.hint, accepted: accepted)
      }
      return question(
        card,
        id: id.part("c\(number)"),
        stem: cloze.hiding(number),
        key: .blanks(blanks),
        fullText: cloze.revealed,
        // Escaped, because a row of underlines is a mark of emphasis.
        gapText: cloze.hiding(number, as: "\\_\\_\\_\\_")
      )
    }
  }

  private func question(
    _ card: Card,
    id: CardID,
    stem: String,
    key: Key,
    fullText: String? = nil,
    gapText: String? = nil
  ) -> Question {
    Question(
      id: id,
      group: group,
      deck: deck,
      kind: card.kind,
      title: card.title,
      caseVignette: caseVignette,
      earlierStages: earlier,
      vignette: InlineMarkup.plain(card.vignette),
      stem: InlineMarkup.plain(stem),
      key: key.plain,
      details: card.details,
      fullText: fullText.map(InlineMarkup.plain),
      gapText: gapText.map(InlineMarkup.plain)
    )
  }
}

extension Card {
  /// The stage with Source, Evidence, Disputed, Review-by and Tags of its Case where it has none.
  fileprivate func inheriting(from parent: Card) -> Card {
    var stage = self
    let from = parent.details
    if stage.details.citations.isEmpty { stage.details.citations = from.citations }
    stage.details.evidence = stage.details.evidence ?? from.evidence
    stage.details.disputed = stage.details.disputed ?? from.disputed
    stage.details.reviewBy = stage.details.reviewBy ?? from.reviewBy
    stage.details.tags = from.tags + stage.details.tags.filter { !from.tags.contains($0) }
    return stage
  }
}

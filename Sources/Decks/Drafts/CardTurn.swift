/// Turns a card into another kind where that needs nothing that the card does not say.
package enum CardTurn {
  /// Why a card cannot become a card of some kind.
  package enum Obstacle: Error, Hashable, Sendable {
    /// The card is of that kind already.
    case same
    /// Wrong options would have to be made up.
    case needsOptions
    /// A false statement would have to be made up.
    case needsStatement
    /// The sentence around the answer would have to be written.
    case needsSentence
    case needsSteps
    case needsStages
    /// The cloze hides several texts: split it first.
    case severalBlanks
    /// The answer is no number with a unit.
    case noQuantity
    /// It can be turned into Basic first.
    case notDirect
    /// The question leans on options, steps or stages that would be lost.
    case leansOnKind
    /// The card in its new kind would have a fault.
    case faulty
  }

  /// The kinds that the card can be turned into, in the order of all kinds.
  package static func kinds(for placed: PlacedCard, in deck: Deck) -> [Kind] {
    Kind.allCases.filter { (try? edit(placed, into: $0, in: deck)) != nil }
  }

  /// The edit that turns a card; a number is right exactly until its author gives a tolerance.
  package static func edit(
    _ placed: PlacedCard,
    into kind: Kind,
    in deck: Deck
  ) throws(Obstacle) -> DeckEdit {
    let body = try body(of: placed.card, as: kind)
    var edit = DeckEdit()
    edit.replace(placed.heading.kindBytes, with: kind.rawValue)
    try replaceFields(of: placed, with: body, in: deck, &edit)
    let after = DeckParser.parse(edit.applied(to: deck.source))
    let start = placed.heading.bytes.lowerBound
    guard let turned = after.everyCard.first(where: { $0.heading.bytes.lowerBound == start }),
      turned.card.kind == kind, turned.card.body == body.expected, !after.hasError(in: turned)
    else { throw .faulty }
    return edit
  }
}

/// What the fields of a turned card say.
private struct TurnedBody {
  /// Nil where the stem's field stays as it is.
  var stem: String?
  /// Nil where the answer's field stays as it is.
  var answer: String?
  var expected: Card.Body
}

extension CardTurn {
  private static func body(of card: Card, as kind: Kind) throws(Obstacle) -> TurnedBody {
    if card.kind == kind { throw .same }
    switch kind {
    case .singleBestAnswer, .multipleResponse: throw .needsOptions
    case .trueFalse: throw .needsStatement
    case .cloze: throw .needsSentence
    case .order: throw .needsSteps
    case .caseStudy: throw .needsStages
    case .basic, .reversed, .numeric: break
    }
    switch (card.body, kind) {
    case (.cloze(let text, let accepted), _): return try uncovered(text, accepted, as: kind)
    case (.question(let stem, .text(let key)), .reversed):
      return TurnedBody(
        expected: .reversed(front: stem, back: key.answer, accepted: key.accepted)
      )
    case (.question(let stem, .text(let key)), .numeric):
      let (answer, number) = try quantity(key.answer)
      return TurnedBody(answer: answer, expected: .question(stem: stem, key: .numeric(number)))
    case (.reversed(let front, let back, let accepted), .basic):
      let key = TextKey(answer: back, accepted: accepted)
      return TurnedBody(expected: .question(stem: front, key: .text(key)))
    case (.reversed, _): throw .notDirect
    default: throw .leansOnKind
    }
  }

  /// The sentence with its gap as the question, what was hidden as the answer.
  private static func uncovered(
    _ text: String,
    _ accepted: [String],
    as kind: Kind
  ) throws(Obstacle) -> TurnedBody {
    guard kind != .reversed else { throw .notDirect }
    guard let cloze = try? ClozeText(reading: text) else { throw .faulty }
    guard let blank = cloze.blanks.first, cloze.blanks.count == 1 else { throw .severalBlanks }
    let stem = cloze.hiding(blank.number)
    guard kind == .numeric else {
      let key = TextKey(answer: blank.text, accepted: accepted)
      return TurnedBody(
        stem: stem,
        answer: blank.text,
        expected: .question(stem: stem, key: .text(key))
      )
    }
    let (answer, number) = try quantity(blank.text)
    return TurnedBody(
      stem: stem,
      answer: answer,
      expected: .question(stem: stem, key: .numeric(number))
    )
  }

  /// The answer with a tolerance of nothing, which its author is to set.
  private static func quantity(_ text: String) throws(Obstacle) -> (String, NumericKey) {
    let answer = "\(text) +- 0"
    guard let value = try? NumericGrammar.read(answer) else { throw .noQuantity }
    let unit =
      switch value {
      case .point(let quantity, _, _): quantity.unit
      case .range(_, let high), .interval(_, let high, _): high.unit
      }
    guard unit != nil else { throw .noQuantity }
    return (answer, NumericKey(value: value, unit: .asked))
  }

  private static func replaceFields(
    of placed: PlacedCard,
    with body: TurnedBody,
    in deck: Deck,
    _ edit: inout DeckEdit
  ) throws(Obstacle) {
    guard let answer = body.answer else { return }
    let field: FieldName = body.stem == nil ? .answer : .cloze
    guard let range = deck.bytes(ofField: field, in: placed) else { throw .faulty }
    var text = body.stem.map { DeckPrinter.field("Q", $0) } ?? ""
    text += DeckPrinter.field("A", answer)
    edit.replace(range, with: String(text.dropLast()).withLineEnding(deck.lineEnding))
  }
}

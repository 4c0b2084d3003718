/// Makes cards of their lines, one after the other, and says what is wrong with them.
///
/// One builder serves a whole deck, so that its lists are not allocated anew for every card.
struct CardBuilder {
  private var heading: Heading
  private(set) var findings: [Finding] = []
  private var parts: CardParts
  private var isSound = true

  init(bytes: Bytes) {
    parts = CardParts(bytes: bytes)
    heading = .none
  }

  /// Makes the card below a heading; `stages` are those of a Case.
  mutating func build(_ heading: Heading, _ lines: ArraySlice<Line>, stages: [Card]) -> Card {
    self.heading = heading
    isSound = true
    parts.collect(lines)
    for finding in parts.findings { report(finding) }
    checkFields()
    let body = body(stages: stages)
    let details = details()
    return Card(
      kind: heading.kind,
      title: heading.title,
      id: heading.id,
      status: heading.status,
      silencedChecks: heading.silencedChecks,
      vignette: parts.vignette,
      body: isSound ? body : .unreadable,
      details: details
    )
  }

  /// Adds a finding; an error makes the card unreadable, so that it is not studied.
  mutating func report(_ finding: Finding) {
    findings.append(finding)
    if finding.severity == .error { isSound = false }
  }
}

// MARK: - Fields

extension CardBuilder {
  private mutating func checkFields() {
    var seen: UInt32 = 0
    for field in parts.fields {
      let mark: UInt32 = 1 << UInt32(field.name.rawValue)
      if seen & mark != 0, !field.name.mayRepeat {
        report(.repeatedField(field.name, at: field.bytes))
      }
      if !field.name.serves(heading.kind) {
        report(.uselessField(field.name, on: heading.kind, at: field.bytes))
      }
      if field.text.isEmpty { report(.emptyField(field.name, at: field.bytes)) }
      seen |= mark
    }
  }

  private func field(_ name: FieldName) -> CardParts.Field? {
    parts.fields.firstIndex { $0.name == name }.map { parts.fields[$0] }
  }

  private func text(_ name: FieldName) -> String? {
    field(name).map(\.text)
  }

  private mutating func required(_ name: FieldName) -> CardParts.Field? {
    if let field = field(name) { return field }
    report(.missingField(name, of: heading.kind, at: heading.bytes))
    return nil
  }

  private var accepted: [String] {
    text(.accept).map(AlternativeList.read) ?? []
  }

  private mutating func details() -> Card.Details {
    var details = Card.Details()
    details.hint = text(.hint)
    details.why = text(.why)
    details.evidence = text(.evidence)
    details.disputed = text(.disputed)
    details.reviewBy = reviewBy()
    details.reviewed = text(.reviewed)
    details.author = text(.author)
    details.objective = text(.objective)
    details.tags = text(.tags).map(TagList.read) ?? []
    details.difficulty = difficulty()
    for field in parts.fields {
      if field.name == .source { details.citations += citation(field) }
      if field.name == .extension { details.extensions += [Self.extensionField(field.text)] }
    }
    return details
  }

  private mutating func citation(_ field: CardParts.Field) -> [Citation] {
    do throws(CitationFault) {
      return [try CitationGrammar.read(field.text)]
    } catch {
      if !field.text.isEmpty { report(.badCitation(error, at: field.bytes)) }
      return []
    }
  }

  private static func extensionField(_ text: String) -> Card.Extension {
    let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
    return Card.Extension(
      name: String(text[..<colon]),
      text: String(text[colon...].dropFirst()).trimmed
    )
  }

  private mutating func difficulty() -> Int? {
    guard let field = field(.difficulty) else { return nil }
    guard let value = Int(field.text), (1...5).contains(value) else {
      report(.badDifficulty(at: field.bytes))
      return nil
    }
    return value
  }

  private mutating func reviewBy() -> String? {
    guard let field = field(.reviewBy) else { return nil }
    if CalendarText.endOfPeriod(field.text) == nil { report(.badReviewBy(at: field.bytes)) }
    return field.text
  }

  private mutating func score() -> Score {
    guard let field = field(.score) else { return .all }
    guard let score = Score(rawValue: field.text) else {
      report(.badScore(at: field.bytes))
      return .all
    }
    return score
  }
}

// MARK: - Kinds

extension CardBuilder {
  private mutating func body(stages: [Card]) -> Card.Body {
    switch heading.kind {
    case .caseStudy: caseBody(stages)
    case .cloze: clozeBody()
    case .reversed: reversedBody()
    case .basic, .singleBestAnswer, .multipleResponse, .trueFalse, .numeric, .order: questionBody()
    }
  }

  private mutating func questionBody() -> Card.Body {
    let stem = required(.question)?.text ?? ""
    guard let key = key() else { return .unreadable }
    return .question(stem: stem, key: key)
  }

  private mutating func key() -> Key? {
    switch heading.kind {
    case .trueFalse: truthKey()
    case .numeric: numericKey()
    case .singleBestAnswer, .multipleResponse: choiceKey()
    case .order: orderKey()
    case .basic, .reversed, .cloze, .caseStudy:
      required(.answer).map { .text(TextKey(answer: $0.text, accepted: accepted)) }
    }
  }

  private mutating func reversedBody() -> Card.Body {
    guard let front = required(.question), let back = required(.answer) else { return .unreadable }
    return .reversed(front: front.text, back: back.text, accepted: accepted)
  }

  private mutating func clozeBody() -> Card.Body {
    guard let field = required(.cloze) else { return .unreadable }
    do throws(ClozeFault) {
      let cloze = try ClozeText(reading: field.text)
      if let accept = self.field(.accept), cloze.blanks.count > 1 {
        report(.ambiguousAccept(at: accept.bytes))
      }
      return .cloze(text: field.text, accepted: cloze.blanks.count == 1 ? accepted : [])
    } catch {
      report(.badCloze(error, at: field.bytes))
      return .unreadable
    }
  }

  private mutating func caseBody(_ stages: [Card]) -> Card.Body {
    if stages.isEmpty { report(.emptyCase(at: heading.bytes)) }
    return .stages(stages)
  }

  private mutating func truthKey() -> Key? {
    guard let field = required(.answer) else { return nil }
    switch field.text.lowercased() {
    case "true": return .truth(true)
    case "false": return .truth(false)
    default:
      report(.badTruth(at: field.bytes))
      return nil
    }
  }

  private mutating func numericKey() -> Key? {
    guard let answer = required(.answer) else { return nil }
    let unit: UnitRule =
      switch text(.unit) {
      case nil: .asked
      case "none": .none
      case let unit?: .shown(unit)
      }
    do throws(NumericFault) {
      let value = try NumericGrammar.read(answer.text)
      return .numeric(NumericKey(value: value, unit: unit, accepted: acceptedQuantities()))
    } catch {
      if !answer.text.isEmpty { report(.badNumericAnswer(error, at: answer.bytes)) }
      return nil
    }
  }

  private mutating func acceptedQuantities() -> [Quantity] {
    guard let field = field(.accept) else { return [] }
    var quantities: [Quantity] = []
    for text in accepted {
      do throws(NumericFault) {
        quantities.append(try NumericGrammar.quantity(text))
      } catch {
        report(.badNumericAnswer(error, at: field.bytes))
      }
    }
    return quantities
  }

  private mutating func choiceKey() -> Key? {
    if parts.options.count < 2 { report(.tooFewOptions(parts.options.count, at: heading.bytes)) }
    if parts.options.count > 26 { report(.tooManyOptions(parts.options.count, at: heading.bytes)) }
    let right = parts.options.count(where: \.isRight)
    let isSingle = heading.kind == .singleBestAnswer
    if isSingle ? right != 1 : right == 0 {
      report(.rightOptions(right, of: heading.kind, at: heading.bytes))
    }
    var letters: Set<String> = []
    var read: [Choice.Option] = []
    for item in parts.options {
      let (letter, text) = OptionText.split(item.text)
      if text.isEmpty { report(.emptyOption(at: item.bytes)) }
      if !letter.isEmpty, !letters.insert(letter).inserted {
        report(.repeatedLetter(letter, at: item.bytes))
      }
      read.append(
        Choice.Option(letter: letter, text: text, isRight: item.isRight, rationale: item.rationale)
      )
    }
    return .choice(Choice(options: read, allowsSeveral: !isSingle, score: score()))
  }

  private mutating func orderKey() -> Key? {
    if parts.steps.count < 2 { report(.tooFewSteps(parts.steps.count, at: heading.bytes)) }
    if parts.steps.count > 9 { report(.tooManyOptions(parts.steps.count, at: heading.bytes)) }
    for step in parts.steps where step.text.isEmpty { report(.emptyOption(at: step.bytes)) }
    return .order(Ordering(steps: parts.steps.map(\.text), score: score()))
  }
}

import Reading

/// What a sentence says of its subject, so that it can be held against other sentences.
struct Assertion: Sendable {
  /// Matters in which one subject can have one value only.
  enum Matter: String, Hashable, Sendable {
    case onset
    case origin
  }

  /// What sort of values can contradict each other.
  enum Sort: Hashable, Sendable {
    case quantity(unit: String)
    case direction
    case polarity
    case phrase
  }

  let subject: String
  let matter: Matter?
  let sort: Sort
  /// The number, the phrase, `up` or `down`, `yes` or `no`; lower case.
  let value: String
  /// The roots of all other words that carry meaning.
  let roots: Set<String>
  /// The roots of the words and numbers right beside the value.
  let near: Set<String>
  /// All numbers of its sentence: who gives both gives no other.
  let numbers: Set<String>
  /// Drugs and groups of people: where these differ, two numbers may both be right.
  let bounds: Set<String>
  let document: String
  /// Scalars of the document that hold the sentence.
  let range: Range<Int>
  /// What a conflict shows of it; few assertions ever stand in one.
  let side: @Sendable () -> Conflict.Side

  /// Whether both cannot be right: nearly the same words, and another value.
  ///
  /// Two places of one document seldom contradict each other; there the words must agree better.
  func contradicts(_ other: Assertion, sharing count: Int) -> Bool {
    guard sort == other.sort, value != other.value, bounds == other.bounds,
      range != other.range || document != other.document,
      !(numbers.contains(other.value) && other.numbers.contains(value))
    else { return false }
    let overlap = Double(count) / Double(min(roots.count, other.roots.count))
    let isOneDocument = document == other.document
    let whole = Double(count) / Double(roots.union(other.roots).count)
    let beside = near.intersection(other.near)
    if case .quantity = sort, !isOneDocument, beside.count >= 3,
      beside.count * 2 >= min(near.count, other.near.count),
      beside.contains(where: { !Self.general.contains($0) })
    {
      return true
    }
    guard count >= 3 else { return false }
    switch sort {
    case .polarity, .direction: return whole >= (isOneDocument ? 0.8 : 0.6)
    case .quantity, .phrase:
      let shared = roots.intersection(other.roots)
      return shared.contains { !Self.general.contains($0) }
        && overlap >= (isOneDocument ? 0.9 : 0.6) && whole >= (isOneDocument ? 0.85 : 0.4)
    }
  }
}

extension Assertion {
  /// Beginnings of words that stand beside any dose and any number.
  private static let general: Set<String> = [
    "dose", "daily", "day", "week", "month", "hour", "minute", "year", "once", "twice", "usual",
    "starti", "initia", "target", "maximu", "minimu", "adult", "patien", "least", "three", "two",
    "four", "five", "six", "one", "mainte", "loadin", "oral", "intrav", "treatm", "given",
    "recomm", "people", "age", "aged", "score",
  ]
}

/// Reads the assertions of a document, of sentences about people too: they may be medicine.
struct AssertionFinder: Sendable {
  private let document: Document
  private let key: String
  private let salience: Salience
  private let people: People?

  /// `people` are those whose names no span may hold; nil where names are wanted.
  static func assertions(
    in document: Document,
    of prose: Prose,
    key: String,
    people: People?
  ) -> [Assertion] {
    let sentences = prose.sentences
    let finder = AssertionFinder(
      document: document,
      key: key,
      salience: Salience(sentences),
      people: people
    )
    return sentences.flatMap(finder.assertions)
  }

  private func assertions(of sentence: Sentence) -> [Assertion] {
    let analysis = PatternAnalyzer.analysis(of: Statement(sentence.text))
    guard analysis.tokens.count <= 60 else { return [] }
    let clauses = onsets(analysis, sentence) + origins(analysis, sentence)
    return clauses + quantities(analysis, sentence) + turns(analysis, sentence)
  }

  // MARK: Named matters

  /// "works within minutes", "relief after a few hours".
  private func onsets(_ analysis: Analysis, _ sentence: Sentence) -> [Assertion] {
    let words = Set(analysis.tokens.map(\.lower))
    guard !words.isDisjoint(with: Self.quick), !words.isDisjoint(with: Self.effects),
      words.isDisjoint(with: ["half-life", "excreted", "cleared", "wears", "lasts"]),
      let subject = salience.mainDrug
    else { return [] }
    return analysis.quantities.filter { $0.kind == .time }.compactMap { quantity in
      let before = analysis.tokens[..<quantity.words.lowerBound].suffix(3).map(\.lower)
      guard before.contains("within") || before.contains("after") else { return nil }
      guard !returns(analysis, quantity.words.lowerBound) else { return nil }
      return assertion(analysis, sentence, quantity.words, subject, .onset, .phrase)
    }
  }

  /// "with symptoms returning within a couple of days" is no onset.
  private func returns(_ analysis: Analysis, _ index: Int) -> Bool {
    analysis.tokens[..<index].suffix(4).contains { $0.lower.hasPrefix("return") }
  }

  /// "originally developed as a veterinary anesthetic".
  private func origins(_ analysis: Analysis, _ sentence: Sentence) -> [Assertion] {
    guard let subject = salience.mainDrug else { return [] }
    return analysis.tokens.indices.compactMap { index in
      guard ["originally", "initially", "first"].contains(analysis.word(index)),
        Self.made.contains(analysis.word(index + 1)),
        let mark = analysis.tokens[index...].prefix(8).firstIndex(where: { $0.lower == "as" }),
        ["a", "an"].contains(analysis.word(mark + 1)),
        let phrase = analysis.nounPhrases.first(where: { $0.words.lowerBound == mark + 2 })
      else { return nil }
      return assertion(analysis, sentence, phrase.words, subject, .origin, .phrase)
    }
  }

  // MARK: Numbers, directions and denials

  private func quantities(_ analysis: Analysis, _ sentence: Sentence) -> [Assertion] {
    let measured = analysis.quantities.filter {
      $0.kind != .year
        && analysis.tokens[$0.words].contains {
          $0.isNumber || Lexicon.numberWords.contains($0.lower)
        }
    }
    guard measured.count <= 3, analysis.tokens.contains(where: names) else { return [] }
    return measured.map { quantity in
      let unit = analysis.word(quantity.words.upperBound - 1)
      let name = AnswerType.singular(String(unit.drop { $0.isNumber || $0 == "." || $0 == "," }))
      return assertion(analysis, sentence, quantity.words, "", nil, .quantity(unit: name))
    }
  }

  /// "Children: 10 mg/kg once daily" says of no drug, and of another under each heading.
  private func names(_ token: Token) -> Bool {
    Salience.isContent(token.lower) && !token.isNumber && !Units.isUnit(token.lower)
      && AnswerType.of(token) != .population && AnswerType.of(token) != .route
      && !Self.dosing.contains(token.lower)
  }

  /// What a sentence says of a direction, and whether it denies anything.
  private func turns(_ analysis: Analysis, _ sentence: Sentence) -> [Assertion] {
    let directions = analysis.tokens.indices.filter { Self.directions[analysis.word($0)] != nil }
    var found: [Assertion] = []
    if directions.count == 1, let index = directions.first,
      let way = Self.directions[analysis.word(index)]
    {
      found.append(assertion(analysis, sentence, index..<(index + 1), "", nil, .direction, way))
    }
    guard let verb = analysis.verb, directions.isEmpty else { return found }
    let denies = analysis.tokens.contains { ["not", "no", "never", "cannot"].contains($0.lower) }
    let range = verb..<(verb + 1)
    let way = denies ? "no" : "yes"
    return found + [assertion(analysis, sentence, range, "", nil, .polarity, way)]
  }

  private func assertion(
    _ analysis: Analysis,
    _ sentence: Sentence,
    _ words: Range<Int>,
    _ subject: String,
    _ matter: Assertion.Matter?,
    _ sort: Assertion.Sort,
    _ way: String? = nil
  ) -> Assertion {
    let rest = analysis.tokens.indices.filter { !words.contains($0) }.map { analysis.tokens[$0] }
    let content = rest.filter {
      Salience.isContent($0.lower) && !$0.isNumber
        && (!Units.isUnit($0.lower) || AnswerType.of($0) == .population)
        && Self.directions[$0.lower] == nil
    }
    let value = analysis.text(words)
    let place = analysis.statement.source(analysis.range(words)) ?? sentence.range
    let range = sentence.range
    return Assertion(
      subject: subject,
      matter: matter,
      sort: sort,
      value: way ?? value.lowercased(),
      roots: Set(content.map { String(AnswerType.singular($0.lower).prefix(6)) }),
      near: near(analysis, words),
      numbers: Set(analysis.quantities.map { analysis.text($0.words).lowercased() }),
      bounds: Set(content.filter { Self.bounds(AnswerType.of($0)) }.map(\.lower)),
      document: key,
      range: range,
      side: { side(of: value, at: place, in: range) }
    )
  }

  private func side(of value: String, at place: Range<Int>, in range: Range<Int>) -> Conflict.Side {
    Conflict.Side(
      document: key,
      locator: CitationWriter.words(for: document.place(at: place.lowerBound)),
      value: value,
      span: span(place, within: range) ?? value,
      range: range
    )
  }

  /// A few words around a value; only the value where a person is named beside it.
  private func span(_ place: Range<Int>, within range: Range<Int>) -> String? {
    let span = CitationWriter.span(around: place, within: range, in: document)
    guard let text = span.map(document.string) else { return nil }
    return people?.appear(in: text) == true ? document.string(place) : text
  }

  /// Words of meaning and other numbers among the eight on either side.
  private func near(_ analysis: Analysis, _ words: Range<Int>) -> Set<String> {
    let before = analysis.tokens[..<words.lowerBound].suffix(8)
    let after = analysis.tokens[words.upperBound...].prefix(8)
    let telling = (before + after).filter {
      Salience.isContent($0.lower) && Self.directions[$0.lower] == nil || $0.isNumber
    }
    return Set(telling.map { String(AnswerType.singular($0.lower).prefix(6)) })
  }

  private static func bounds(_ type: AnswerType?) -> Bool {
    switch type {
    case .drug, .drugClass, .population, .route: true
    default: false
    }
  }

  // MARK: Words

  private static let dosing: Set<String> = [
    "dose", "doses", "dosage", "daily", "weekly", "max", "maximum", "minimum", "initial", "usual",
    "total", "body", "weight", "divided", "single", "morning", "evening", "night", "bedtime",
    "older", "younger", "aged", "people", "elderly",
  ]
  private static let quick: Set<String> = [
    "fast", "rapid", "rapidly", "quick", "quickly", "onset", "relief", "works", "work", "acting",
    "just", "only", "improvements", "reduce", "reduces", "reducing", "results", "effect",
  ]
  private static let effects: Set<String> = [
    "relief", "effect", "effects", "works", "work", "improvement", "improvements", "symptoms",
    "depression", "depressive", "reducing", "reduce", "response", "onset", "better",
  ]
  private static let made: Set<String> = [
    "developed", "introduced", "used", "synthesised", "synthesized", "discovered", "created",
    "approved", "marketed",
  ]
  private static let directions: [String: String] = [
    "increase": "up", "increases": "up", "increased": "up", "raises": "up", "raise": "up",
    "raised": "up", "higher": "up", "elevates": "up", "stimulates": "up", "enhances": "up",
    "decrease": "down", "decreases": "down", "decreased": "down", "lowers": "down",
    "lower": "down", "reduces": "down", "reduce": "down", "reduced": "down", "inhibits": "down",
    "suppresses": "down",
  ]
}

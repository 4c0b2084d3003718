import Reading

/// What a sentence says: the statements that pass the gates, with their facts.
struct SentenceReading {
  /// A statement that may become cards.
  struct Part {
    let analysis: Analysis
    let facts: [Fact]
    /// The sentences to which its words point back; empty where they do not.
    let setting: String
    /// The word or two that open its paragraph as a heading would.
    let label: String?
  }

  fileprivate(set) var parts: [Part] = []
  /// Why its last statement fell, or that none had a fact.
  fileprivate(set) var reason = Reason.noFact
  fileprivate(set) var parses: [Analysis.Parse] = []

  var facts: Int { parts.reduce(0) { $0 + $1.facts.count } }
}

/// Reads the sentences of a document one after the other, and knows what was said before each.
struct SentenceReader {
  private let maker: StatementMaker
  private let analyzer: any SentenceAnalyzer
  private var gates: SentenceGates
  private var headings: [String] = []
  private var label: String?
  /// What the next sentence may point back to.
  private var setting = Setting()
  private var previous: Sentence?

  init(_ gates: SentenceGates, salience: Salience, analyzer: any SentenceAnalyzer) {
    self.gates = gates
    self.analyzer = analyzer
    maker = StatementMaker(salience: salience, people: gates.includesPeople ? nil : gates.people)
  }

  /// Begins a passage, to whose sentences nothing before belongs but the drugs of its section.
  mutating func open(_ passage: Passage, _ sentences: [Sentence]) {
    if passage.headings != headings { gates.otherDrugs = [] }
    headings = passage.headings
    label = sentences.count > 1 ? sentences.first.flatMap(Self.label) : nil
    setting = Setting()
    previous = nil
  }

  /// `Lung.` and `Cardiac arrest:` before the sentences of a paragraph.
  private static func label(_ sentence: Sentence) -> String? {
    let words = Token.tokens(of: sentence.text.scalars).filter(\.isWord)
    guard (1...4).contains(words.count), words[0].isCapitalised,
      !Tagger.tags(of: words).contains(where: \.isFinite), !words.contains(where: \.isNumber)
    else { return nil }
    return words.map(\.text).joined(separator: " ")
  }

  mutating func read(_ sentence: Sentence) -> SentenceReading {
    defer {
      noteDrugs(in: sentence)
      previous = sentence
    }
    var reading = SentenceReading()
    if let reason = gates.reason(against: sentence) {
      reading.reason = reason
      setting = Setting()
      return reading
    }
    var latest = setting
    let whole = maker.withoutOpenings(Statement(sentence.text)).asSentence
    setting = follow(setting, by: PatternAnalyzer.analysis(of: whole), sentence)
    for statement in maker.statements(of: sentence, after: previous) {
      let pattern = PatternAnalyzer.analysis(of: statement)
      read(pattern, of: sentence, behind: latest, into: &reading)
      // The part behind a semicolon points back to the part before it.
      if !statement.isRecast { latest = follow(latest, by: pattern, sentence) }
    }
    return reading
  }

  private mutating func read(
    _ pattern: Analysis,
    of sentence: Sentence,
    behind setting: Setting,
    into reading: inout SentenceReading
  ) {
    if let reason = gates.reason(against: pattern, of: sentence, behind: setting, isRead: false) {
      reading.reason = reason
      return
    }
    let analysis = analyzer.refined(pattern)
    reading.parses.append(analysis.parse)
    if let reason = gates.reason(against: analysis, of: sentence, behind: setting) {
      reading.reason = reason
      return
    }
    guard let condition = sentence.condition(ofListed: analysis.statement.isListed) else {
      reading.reason = .anaphor
      return
    }
    // A lead-in passed no gate of its own, and without it an item may say too much.
    if !gates.includesPeople, let leadIn = sentence.leadIn, gates.people.appear(in: leadIn) {
      reading.reason = .people
      return
    }
    if let said = analysis.statement.label { label = said }
    let isNeeded =
      gates.pointing(analysis, in: sentence) == .back || setting.isTakenUp(by: analysis)
    reading.parts.append(
      SentenceReading.Part(
        analysis: analysis,
        facts: FactFinder.facts(in: analysis),
        setting: isNeeded ? setting.text : condition,
        label: label
      )
    )
  }

  /// What the next statement may point back to.
  private func follow(_ setting: Setting, by analysis: Analysis, _ sentence: Sentence) -> Setting {
    let reason = gates.reason(against: analysis, of: sentence, behind: setting, isRead: false)
    let pointing = gates.pointing(analysis, in: sentence)
    let isFit = reason == nil || reason == .length || reason == .vague
    guard isFit, sentence.kind == .paragraph, pointing != .outside else { return Setting() }
    return setting.followed(by: analysis.statement, pointsBack: pointing == .back)
  }

  private mutating func noteDrugs(in sentence: Sentence) {
    let tokens = Token.tokens(of: sentence.text.scalars)
    for (index, token) in tokens.enumerated() where token.lower != maker.salience.mainDrug {
      // What a route follows is given, whether its name is known or not: "+ eflornithine IV".
      let isGiven =
        index + 1 < tokens.count && Self.routes.contains(tokens[index + 1].text)
        && token.isWord && !token.isNumber && !Everyday.holds(token.lower)
        && !SentenceGates.numbered.contains(token.lower) && !Units.isUnit(token.lower)
        && (index == 0 || !tokens[index - 1].isNumber && !gates.isDrug(tokens[index - 1]))
      if isGiven || gates.isDrug(token) { gates.otherDrugs.insert(token.lower) }
    }
  }

  private static let routes: Set<String> = ["PO", "IV", "IM", "SC"]
}

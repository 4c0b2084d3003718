import Decks
import Reading

/// One document on its way from sentences to drafts.
struct DocumentDraft {
  let document: Document
  let key: String
  private let options: Generator.Options
  private let analyzer: any SentenceAnalyzer
  private let people: People
  private(set) var report: DocumentReport
  private var found: [Scored] = []
  /// What the documents contradict each other in; cards about it are marked.
  var conflicts = Conflicts([])
  private var distractors = Distractors()
  /// The word or two that open the paragraph being read as a heading would.
  private var label: String?
  /// Drugs that the passage has named so far, but for the one the document is about.
  private var otherDrugs: Set<String> = []
  /// The first row of the table that is being read.
  private var columns: TableRow?
  private let passages: [Passage]
  private let context: Context
  private let salience: Salience

  init(
    _ document: Document,
    key: String,
    people: People,
    known: [KnownCard],
    options: Generator.Options,
    analyzer: any SentenceAnalyzer
  ) {
    let sorted = Boilerplate.sorted(document.passages)
    self.document = document
    self.key = key
    self.people = people
    self.options = options
    self.analyzer = analyzer
    passages = sorted.kept
    salience = Salience(sorted.kept.flatMap(document.sentences))
    context = Context(
      title: document.title,
      salience: salience,
      people: options.includesPeople ? nil : people
    )
    report = DocumentReport(
      key: key,
      name: document.name,
      title: document.title,
      isExtracted: document.kind.isExtracted
    )
    report.boilerplate = sorted.dropped.count
    report.words = sorted.kept.filter(\.isProse).reduce(0) {
      $0 + Token.tokens(of: $1.text.scalars).count(where: \.isWord)
    }
    let cited = known.count { $0.isOwn && $0.citations.contains { $0.document == key } }
    report.allowance = max(0, report.words / Generator.wordsPerCard - cited)
  }

  // MARK: Sentences to candidates

  /// Reads every sentence; stops and returns false when told to.
  ///
  /// `reached` hears the offset of every passage.
  mutating func read(_ isCancelled: () -> Bool, reached: (Int) -> Void) -> Bool {
    for passage in passages {
      reached(passage.range.lowerBound)
      var previous: Sentence?
      read(row: passage)
      let sentences = document.sentences(of: passage)
      otherDrugs = []
      label = sentences.count > 1 ? sentences.first.flatMap(Self.label) : nil
      for sentence in sentences {
        if isCancelled() {
          addChoices()
          return false
        }
        read(sentence, after: previous)
        previous = sentence
      }
    }
    addChoices()
    return true
  }

  /// `Lung.` and `Cardiac arrest:` before the sentences of a paragraph.
  private static func label(_ sentence: Sentence) -> String? {
    let words = Token.tokens(of: sentence.text.scalars).filter(\.isWord)
    guard (1...4).contains(words.count), words[0].isCapitalised,
      !Tagger.tags(of: words).contains(where: \.isFinite), !words.contains(where: \.isNumber)
    else { return nil }
    return words.map(\.text).joined(separator: " ")
  }

  private mutating func read(_ sentence: Sentence, after previous: Sentence?) {
    let section = openSection(sentence.headings.last ?? "")
    report.sentences += 1
    report.sections[section].sentences += 1
    var gates = SentenceGates(people: people, includesPeople: options.includesPeople)
    gates.drugs = options.drugs
    gates.otherDrugs = otherDrugs
    defer { noteDrugs(in: sentence) }
    if let reason = gates.reason(against: sentence) {
      report.sentencesDropped[reason, default: 0] += 1
      return
    }
    let maker = StatementMaker(salience: salience, people: named)
    var reason = Reason.noFact
    var hasFact = false
    for statement in maker.statements(of: sentence, after: previous) {
      let pattern = PatternAnalyzer.analysis(of: statement)
      if let other = gates.reason(against: pattern, of: sentence) {
        reason = other
        continue
      }
      let analysis = analyzer.refined(pattern)
      report.parses.count(analysis.parse)
      distractors.add(analysis)
      let facts = FactFinder.facts(in: analysis)
      report.facts += facts.count
      for fact in facts {
        hasFact = true
        propose(fact, analysis, sentence, section)
      }
    }
    if !hasFact { report.sentencesDropped[reason, default: 0] += 1 }
  }

  /// Reads a row of a table under the names of its columns, which the first row gives.
  private mutating func read(row passage: Passage) {
    guard let row = document.row(of: passage) else {
      columns = nil
      return
    }
    guard let header = columns else {
      columns = TableRow(row)
      return
    }
    let section = openSection(row.headings.last ?? "")
    let gates = SentenceGates(people: people, includesPeople: options.includesPeople)
    report.sentences += 1
    report.sections[section].sentences += 1
    if let reason = gates.reason(againstRow: row) {
      report.sentencesDropped[reason, default: 0] += 1
      return
    }
    let written = TableWriter.candidates(of: TableRow(row), under: header)
    report.facts += written.count
    for (analysis, fact) in written { propose(fact, analysis, row, section) }
    if written.isEmpty { report.sentencesDropped[.noFact, default: 0] += 1 }
  }

  private mutating func noteDrugs(in sentence: Sentence) {
    for token in Token.tokens(of: sentence.text.scalars)
    where AnswerType.of([token], drugs: options.drugs) == .drug && token.lower != salience.mainDrug
    {
      otherDrugs.insert(token.lower)
    }
  }

  private mutating func openSection(_ heading: String) -> Int {
    if report.sections.last?.heading != heading {
      report.sections.append(DocumentReport.Section(heading: heading))
    }
    return report.sections.count - 1
  }

  private mutating func propose(
    _ fact: Fact,
    _ analysis: Analysis,
    _ sentence: Sentence,
    _ section: Int
  ) {
    for (form, blank) in Self.writers.flatMap({ $0(fact, analysis) }) {
      var candidate = Candidate(
        form: form,
        statement: analysis.statement,
        fact: fact,
        blank: blank,
        sentence: sentence
      )
      candidate.isParsed = analysis.parse == .unasked ? nil : analysis.isComplete
      candidate.isObject = analysis.isObject(fact.claim.focus)
      candidate.label = label
      candidate.context = context.words(for: candidate)
      candidate.type = fact.claim.asksForNumber ? nil : type(of: candidate)
      consider(candidate, section, report.sentences)
    }
  }

  /// The sort of thing asked for, unless its name would tell the answer or stands before it.
  private func type(of candidate: Candidate) -> AnswerType? {
    let answer = Token.tokens(of: candidate.answer)
    guard let type = AnswerType.of(answer, drugs: options.drugs) else { return nil }
    let told = Token.tokens(of: type.rawValue).map(\.lower)
    return answer.contains { told.contains(AnswerType.singular($0.lower)) } ? nil : type
  }

  private static let writers: [@Sendable (Fact, Analysis) -> [Draftable]] = [
    ClozeWriter.candidates, BasicWriter.candidates, TruthWriter.candidates,
  ]

  private mutating func consider(_ candidate: Candidate, _ section: Int, _ sentence: Int) {
    report.candidates += 1
    let gated = Gates.reason(against: candidate, in: document, people: named)
    if let reason = gated ?? (asksForSubject(candidate) ? .answer : nil) {
      report.candidatesDropped[reason, default: 0] += 1
      return
    }
    found.append(
      Scored(
        candidate: candidate,
        likeness: Likeness(text: candidate.text, answer: candidate.answer),
        score: Ranking(salience: salience).score(candidate),
        section: section,
        sentence: sentence
      )
    )
  }

  /// Whether the answer is what the whole document is about, and what any heading tells.
  private func asksForSubject(_ candidate: Candidate) -> Bool {
    switch candidate.fact.claim {
    case .quantity, .name, .cell: return false
    default:
      guard let main = salience.main else { return false }
      return Token.tokens(of: candidate.answer).contains { $0.lower == main }
    }
  }

  /// The people whom no card may name.
  private var named: People? { options.includesPeople ? nil : people }

  /// Every candidate that passed the gates, in the order of the document.
  var proposals: [Proposal] {
    let ranking = Ranking(salience: salience)
    return found.sorted { $0.place < $1.place }.compactMap { scored in
      card(scored.candidate).map {
        Proposal(
          card: $0,
          sentence: document.string(scored.candidate.sentence.range),
          features: ranking.features(of: scored.candidate),
          score: scored.score
        )
      }
    }
  }

  // MARK: Candidates that need the whole document

  /// Gives options to questions for which the document holds enough wrong answers.
  private mutating func addChoices() {
    for scored in found {
      guard case .basic(let question) = scored.candidate.form else { continue }
      let others = distractors.others(
        than: scored.candidate.answer,
        for: question,
        in: scored.candidate.statement
      )
      guard !others.isEmpty else { continue }
      var candidate = scored.candidate
      candidate.form = .choice(question: question, distractors: others)
      consider(candidate, scored.section, scored.sentence)
    }
  }

  // MARK: Candidates to drafts

  /// Takes the best candidates and counts why the others fell.
  mutating func select(
    against known: [KnownCard],
    rejected: Rejections,
    kept: inout LikenessIndex
  ) -> [Draft] {
    var selection = Selection(
      document: document,
      known: known,
      citing: key,
      rejected: rejected,
      kept: kept,
      allowance: report.allowance
    )
    selection.take(from: found)
    kept = selection.kept
    report.kept = selection.chosen.count
    report.candidatesDropped.merge(selection.fallen, uniquingKeysWith: +)
    for scored in selection.chosen { report.sections[scored.section].kept += 1 }
    let rivals = Dictionary(grouping: found, by: \.sentence)
    return selection.chosen.sorted { $0.place < $1.place }.compactMap { scored in
      draft(scored, selection, among: rivals[scored.sentence] ?? [])
    }
  }

  private func draft(_ scored: Scored, _ selection: Selection, among rivals: [Scored]) -> Draft? {
    let candidate = scored.candidate
    let ranking = Ranking(salience: salience)
    guard let card = card(candidate),
      let cited = CitationWriter.span(of: candidate, in: document)
    else { return nil }
    return Draft(
      card: card,
      cited: cited,
      sentence: document.string(candidate.sentence.range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " "),
      account: ranking.account(of: candidate, less: selection.loss(of: scored)),
      runnersUp: selection.runnersUp(of: scored, among: rivals).compactMap { rival, verdict in
        self.card(rival.candidate).map {
          RunnerUp(card: $0, account: ranking.account(of: rival.candidate), verdict: verdict)
        }
      }
    )
  }

  private func card(_ candidate: Candidate) -> Card? {
    var card = CardWriter.card(candidate, from: document, key: key, people: named)
    let conflict = conflicts.conflict(
      in: key,
      at: candidate.sentence.range,
      saying: candidate.answer
    )
    if let conflict { card?.dispute(conflict, in: key, at: candidate.sentence.range) }
    return card
  }
}

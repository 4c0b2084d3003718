import Decks
import Reading

/// One document on its way from sentences to drafts.
struct DocumentDraft {
  let document: Document
  let key: String
  let options: Generator.Options
  let gates: SentenceGates
  var reader: SentenceReader
  let people: People
  var report: DocumentReport
  var found: [Scored] = []
  /// What the documents contradict each other in; cards about it are marked.
  var conflicts = Conflicts([])
  var distractors = Distractors()
  var lists: [ItemList] = []
  var regimens: RegimenWriter
  /// The first row of the table that is being read.
  var columns: TableRow?
  var isBelowColumns = false
  /// The line of the row before.
  var lastRow: Int?
  let prose: Prose
  /// How many rows of tables have each name: of two with one name nothing can be asked.
  let rowNames: [RowName: Int]
  /// How many items stand under each lead-in.
  let listSizes: [ListName: Int]
  /// Lists of conditions that hold together, by an "and" at the end of an item.
  let jointLists: Set<ListName>
  let context: Context
  let salience: Salience
  /// Who proposes beside the patterns, if anybody does.
  var writer: (any QuestionWriter)?
  var open: [OpenSentence] = []
  /// Sentences that gave no candidate before the writer proposed one.
  var revived: Set<Int> = []
  /// Where the document says what a draft of an earlier one says.
  var echoes: [(draft: Likeness, citation: Citation)] = []
  var proofs: [Int: RoundTrip.Outcome] = [:]

  init(
    _ document: Document,
    of prose: Prose,
    key: String,
    people: People,
    known: [KnownCard],
    options: Generator.Options,
    analyzer: any SentenceAnalyzer
  ) {
    let passages = prose.kept.map(\.passage)
    self.document = document
    self.key = key
    self.people = people
    self.options = options
    self.prose = prose
    rowNames = passages.filter { $0.kind == .tableRow }.reduce(into: [:]) {
      $0[RowName($1), default: 0] += 1
    }
    listSizes = (prose.kept + prose.dropped).map(\.passage).reduce(into: [:]) { sizes, passage in
      if case .listItem = passage.kind { sizes[ListName(passage), default: 0] += 1 }
    }
    jointLists = Set(passages.filter(\.isPartOfCondition).map(ListName.init))
    let sentences = prose.sentences
    salience = Salience(sentences, title: document.title, drugs: options.drugs)
    gates = Self.gates(of: document, people, options, salience)
    regimens = RegimenWriter(isDrug: gates.isDrug)
    reader = SentenceReader(gates, salience: salience, analyzer: analyzer)
    context = Context(
      document,
      sentences: sentences,
      salience: salience,
      people: options.includesPeople ? nil : people
    )
    report = DocumentReport(
      key: key,
      name: document.name,
      title: document.title,
      isExtracted: document.kind.isExtracted
    )
    report.boilerplate = prose.dropped.count
    report.words = passages.filter(\.isProse).reduce(0) {
      $0 + Token.tokens(of: $1.text.scalars).count(where: \.isWord)
    }
    let cited = known.count { $0.isOwn && $0.citations.contains { $0.document == key } }
    report.allowance = max(0, report.words / Generator.wordsPerCard - cited)
  }

  private static func gates(
    of document: Document,
    _ people: People,
    _ options: Generator.Options,
    _ salience: Salience
  ) -> SentenceGates {
    let title = Token.tokens(of: document.title)
    let brands = title.filter {
      $0.isCapitalised && !salience.writesSmall($0.lower) && salience.count($0.lower) > 2
    }
    var gates = SentenceGates(
      people: people,
      includesPeople: options.includesPeople,
      drugs: options.drugs
    )
    gates.brands = Set(brands.map(\.lower))
    gates.title = document.title
    gates.isOfOneDrug = document.isOfOneProduct && salience.mainDrug != nil
    gates.isOfProduct = document.isOfOneProduct || salience.isTitledByDrug
    gates.isOfDisease = title.contains { AnswerType.of([$0]) == .condition }
    return gates
  }

  /// Takes the best candidates and counts why the others fell.
  mutating func select(
    against known: [KnownCard],
    rejected: Rejections,
    kept: inout LikenessIndex
  ) -> [(draft: Draft, likeness: Likeness)] {
    dropRivals()
    let best = Dictionary(found.map { ($0.sentence, $0.score) }, uniquingKeysWith: max)
    let words = prose.kept.reduce(0) { $0 + $1.passage.text.scalars.split(separator: " ").count }
    let least = options.least ?? Ranking.least(of: words, best: Array(best.values))
    var selection: Selection
    repeat {
      selection = Selection(
        document: document,
        known: known,
        citing: key,
        rejected: rejected,
        kept: kept,
        allowance: report.allowance,
        least: least
      )
      selection.take(from: found)
    } while proveFalse(selection.chosen)
    kept = selection.kept
    report.kept = selection.chosen.count
    report.candidatesDropped.merge(selection.fallen, uniquingKeysWith: +)
    for scored in selection.chosen { count(scored) }
    echoes = selection.echoes.compactMap { echo in
      CitationWriter.citation(of: echo.by.candidate, in: document, key: key, people: named).map {
        (echo.draft, $0)
      }
    }
    let rivals = Dictionary(grouping: found, by: \.sentence)
    return selection.chosen.sorted { $0.place < $1.place }.compactMap { scored in
      draft(scored, selection, among: rivals[scored.sentence] ?? []).map { ($0, scored.likeness) }
    }
  }

  private func draft(_ scored: Scored, _ selection: Selection, among rivals: [Scored]) -> Draft? {
    let candidate = scored.candidate
    guard let card = card(candidate),
      let cited = CitationWriter.span(of: candidate, in: document)
    else { return nil }
    return Draft(
      card: card,
      cited: cited,
      sentence: document.string(candidate.sentence.range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " "),
      account: scored.account(less: selection.loss(of: scored)),
      runnersUp: selection.runnersUp(of: scored, among: rivals).compactMap { rival, verdict in
        self.card(rival.candidate).map {
          RunnerUp(card: $0, account: rival.account(), verdict: verdict)
        }
      }
    )
  }

  private mutating func count(_ scored: Scored) {
    report.sections[scored.section].kept += 1
    guard let number = scored.candidate.proposal else { return }
    report.proposalsKept += 1
    if proofs[number] == .generalKnowledge { report.generalKnowledge += 1 }
  }

  func card(_ candidate: Candidate) -> Card? {
    var card = CardWriter.card(candidate, from: document, key: key, people: named)
    let conflict = conflicts.conflict(
      in: key,
      at: candidate.sentence.range,
      saying: candidate.text
    )
    if let conflict { card?.dispute(conflict, in: key, at: candidate.sentence.range) }
    guard let number = candidate.proposal else { return card }
    card?.details.author = writer?.name
    if proofs[number] == .generalKnowledge { card?.details.tags = [Generator.knownTag] }
    return card
  }
}

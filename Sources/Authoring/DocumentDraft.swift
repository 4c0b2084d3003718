import Decks
import Reading

/// One document on its way from sentences to drafts.
struct DocumentDraft {
  let document: Document
  let key: String
  private let options: Generator.Options
  private let people: People
  private(set) var report: DocumentReport
  private var found: [Scored] = []
  private let passages: [Passage]
  private let salience: Salience

  init(
    _ document: Document,
    key: String,
    people: People,
    known: [KnownCard],
    options: Generator.Options
  ) {
    let sorted = Boilerplate.sorted(document.passages)
    self.document = document
    self.key = key
    self.people = people
    self.options = options
    passages = sorted.kept
    salience = Salience(sorted.kept.flatMap(document.sentences))
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
      for sentence in document.sentences(of: passage) {
        if isCancelled() { return false }
        read(sentence, after: previous)
        previous = sentence
      }
    }
    return true
  }

  private mutating func read(_ sentence: Sentence, after previous: Sentence?) {
    let section = openSection(sentence.headings.last ?? "")
    report.sentences += 1
    report.sections[section].sentences += 1
    let gates = SentenceGates(people: people, includesPeople: options.includesPeople)
    if let reason = gates.reason(against: sentence) {
      report.sentencesDropped[reason, default: 0] += 1
      return
    }
    var reason = Reason.noFact
    var hasFact = false
    for statement in StatementMaker(salience: salience).statements(of: sentence, after: previous) {
      let analysis = PatternAnalyzer.analysis(of: statement)
      if let other = gates.reason(against: analysis, of: sentence) {
        reason = other
        continue
      }
      let facts = FactFinder.facts(in: analysis)
      report.facts += facts.count
      for fact in facts {
        hasFact = true
        propose(fact, analysis, sentence, section)
      }
    }
    if !hasFact { report.sentencesDropped[reason, default: 0] += 1 }
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
    let written =
      ClozeWriter.candidates(for: fact, in: analysis)
      + BasicWriter.candidates(for: fact, in: analysis)
    for (form, blank) in written {
      let candidate = Candidate(
        form: form,
        statement: analysis.statement,
        fact: fact,
        blank: blank,
        sentence: sentence
      )
      report.candidates += 1
      let named = options.includesPeople ? nil : people
      if let reason = Gates.reason(against: candidate, in: document, people: named) {
        report.candidatesDropped[reason, default: 0] += 1
        continue
      }
      found.append(
        Scored(
          candidate: candidate,
          likeness: Likeness(text: candidate.text, answer: candidate.answer),
          score: Ranking(salience: salience).score(candidate),
          section: section,
          sentence: report.sentences
        )
      )
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
    let named = options.includesPeople ? nil : people
    return CardWriter.card(candidate, from: document, key: key, people: named)
  }
}

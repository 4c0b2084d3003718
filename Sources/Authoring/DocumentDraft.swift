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
  /// Who proposes beside the patterns, if anybody does.
  var writer: (any QuestionWriter)?
  private var open: [OpenSentence] = []
  /// Sentences that gave no candidate before the writer proposed one.
  private var revived: Set<Int> = []
  private var proofs: [Int: RoundTrip.Outcome] = [:]

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
    var analyses: [Analysis] = []
    for statement in StatementMaker(salience: salience).statements(of: sentence, after: previous) {
      let analysis = PatternAnalyzer.analysis(of: statement)
      if let other = gates.reason(against: analysis, of: sentence) {
        reason = other
        continue
      }
      analyses.append(analysis)
      let facts = FactFinder.facts(in: analysis)
      report.facts += facts.count
      for fact in facts {
        hasFact = true
        propose(fact, analysis, sentence, section)
      }
    }
    if !hasFact { report.sentencesDropped[reason, default: 0] += 1 }
    guard writer != nil, !analyses.isEmpty else { return }
    open.append(
      OpenSentence(
        sentence: sentence,
        analyses: analyses,
        section: section,
        number: report.sentences,
        dropped: hasFact ? nil : reason
      )
    )
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
      consider(candidate, section: section, sentence: report.sentences)
    }
  }

  /// Keeps a candidate that the gates let through; else counts why it fell.
  private mutating func consider(_ candidate: Candidate, section: Int, sentence: Int) {
    let named = options.includesPeople ? nil : people
    if let reason = Gates.reason(against: candidate, in: document, people: named) {
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

  // MARK: Proposals to candidates

  /// Has the writer propose about the sentences read; stops and returns false when told to.
  mutating func ask(_ isCancelled: () -> Bool) -> Bool {
    guard let writer else { return true }
    for batch in open.batches(of: writer.mostSentences) {
      if isCancelled() { return false }
      for proposal in writer.proposals(about: batch.map(\.text)) { take(proposal, about: batch) }
    }
    return !isCancelled()
  }

  private mutating func take(_ proposal: Proposal, about batch: [OpenSentence]) {
    report.candidates += 1
    report.proposals += 1
    guard proposal.sentence > 0, proposal.sentence <= batch.count,
      var candidate = ProposalFitter.candidate(proposal, about: batch[proposal.sentence - 1])
    else {
      report.candidatesDropped[.misfit, default: 0] += 1
      return
    }
    if let reason = ProposalGates.reason(against: candidate, of: proposal) {
      report.candidatesDropped[reason, default: 0] += 1
      return
    }
    candidate.proposal = report.proposals
    let sentence = batch[proposal.sentence - 1]
    if let reason = sentence.dropped, revived.insert(sentence.number).inserted {
      report.sentencesDropped[reason] = report.sentencesDropped[reason].flatMap {
        $0 > 1 ? $0 - 1 : nil
      }
    }
    consider(candidate, section: sentence.section, sentence: sentence.number)
  }

  /// Puts the chosen proposals to the test; tells whether one fell, so that others may be chosen.
  private mutating func proveFalse(_ chosen: [Scored]) -> Bool {
    guard let writer else { return false }
    var fallen: Set<Int> = []
    for scored in chosen {
      guard let number = scored.candidate.proposal, proofs[number] == nil else { continue }
      let proof = RoundTrip.outcome(of: scored.candidate, by: writer)
      proofs[number] = proof
      guard let reason = proof.reason else { continue }
      report.candidatesDropped[reason, default: 0] += 1
      fallen.insert(number)
    }
    found.removeAll { $0.candidate.proposal.map(fallen.contains) == true }
    return !fallen.isEmpty
  }

  // MARK: Candidates to drafts

  /// Takes the best candidates and counts why the others fell.
  mutating func select(
    against known: [KnownCard],
    rejected: Rejections,
    kept: inout LikenessIndex
  ) -> [Card] {
    var selection: Selection
    repeat {
      selection = Selection(
        document: document,
        known: known,
        citing: key,
        rejected: rejected,
        kept: kept,
        allowance: report.allowance
      )
      selection.take(from: found)
    } while proveFalse(selection.chosen)
    kept = selection.kept
    report.kept = selection.chosen.count
    report.candidatesDropped.merge(selection.fallen, uniquingKeysWith: +)
    for scored in selection.chosen { count(scored) }
    return selection.chosen.sorted { $0.place < $1.place }.compactMap { card($0.candidate) }
  }

  private mutating func count(_ scored: Scored) {
    report.sections[scored.section].kept += 1
    guard let number = scored.candidate.proposal else { return }
    report.proposalsKept += 1
    if proofs[number] == .generalKnowledge { report.generalKnowledge += 1 }
  }

  private func card(_ candidate: Candidate) -> Card? {
    let named = options.includesPeople ? nil : people
    var card = CardWriter.card(candidate, from: document, key: key, people: named)
    guard let number = candidate.proposal else { return card }
    card?.details.author = writer?.name
    if proofs[number] == .generalKnowledge { card?.details.tags = [Generator.knownTag] }
    return card
  }
}

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

  private struct Scored {
    let candidate: Candidate
    let likeness: Likeness
    let score: Double
    let section: Int
    let sentence: Int
  }

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
    report = DocumentReport(key: key, name: document.name, title: document.title)
    report.boilerplate = sorted.dropped.count
    report.words = sorted.kept.filter { $0.kind != .heading }.reduce(0) {
      $0 + Token.tokens(of: $1.text.scalars).count(where: \.isWord)
    }
    let cited = known.count { $0.citations.contains { $0.document == key } }
    report.allowance = max(0, report.words / Generator.wordsPerCard - cited)
  }

  // MARK: Sentences to candidates

  /// Reads every sentence; stops and returns false when told to.
  mutating func read(_ isCancelled: () -> Bool) -> Bool {
    for passage in passages {
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

  /// Takes the best candidates, spread over the sections, and counts why the others fell.
  mutating func select(against known: [KnownCard], rejected: [Likeness], kept: inout [Likeness])
    -> [Card]
  {
    var chosen: [Scored] = []
    var open = found
    while let best = open.indices.max(by: { rank(open[$0], chosen) < rank(open[$1], chosen) }) {
      let next = open.remove(at: best)
      if let reason = reason(against: next, chosen, known, rejected, kept) {
        report.candidatesDropped[reason, default: 0] += 1
      } else {
        chosen.append(next)
        kept.append(next.likeness)
        report.sections[next.section].kept += 1
      }
    }
    report.kept = chosen.count
    return chosen.sorted { place($0) < place($1) }.compactMap { card($0.candidate) }
  }

  private func place(_ scored: Scored) -> (Int, Int) {
    (scored.sentence, scored.candidate.blank.lowerBound)
  }

  /// The score less what a crowded section or sentence costs; earlier candidates win ties.
  private func rank(_ scored: Scored, _ chosen: [Scored]) -> Double {
    let crowd = chosen.count { $0.section == scored.section }
    return worth(scored, chosen) - 0.5 * Double(crowd)
  }

  /// A second question about one sentence is worth less, the least where it asks for another
  /// sort of thing: two numbers of one sentence are soon confused.
  private func worth(_ scored: Scored, _ chosen: [Scored]) -> Double {
    guard let sibling = chosen.first(where: { $0.sentence == scored.sentence }) else {
      return scored.score
    }
    let claims = [sibling.candidate.fact.claim, scored.candidate.fact.claim]
    return scored.score - (claims.count(where: \.asksForNumber) == 1 ? 0.5 : 3)
  }

  private func reason(
    against scored: Scored,
    _ chosen: [Scored],
    _ known: [KnownCard],
    _ rejected: [Likeness],
    _ kept: [Likeness]
  ) -> Reason? {
    if worth(scored, chosen) < Ranking.least { return .weak }
    if rejected.contains(where: { $0.overlap(scored.likeness) >= 0.8 }) { return .rejected }
    if known.contains(where: { isKnown(scored, $0) }) { return .duplicate }
    if isRepeated(scored, chosen, kept) { return .duplicate }
    return chosen.count >= report.allowance ? .density : nil
  }

  private func isKnown(_ scored: Scored, _ card: KnownCard) -> Bool {
    if card.likeness.overlap(scored.likeness) >= 0.75 { return true }
    let source = document.string(scored.candidate.sentence.range)
    return scored.likeness.isAnswered(by: card.likeness)
      && card.citations.contains { $0.document == key && $0.span.map(source.contains) == true }
  }

  /// A sentence may give two drafts that ask for different things; two sentences may not say one.
  private func isRepeated(_ scored: Scored, _ chosen: [Scored], _ kept: [Likeness]) -> Bool {
    let siblings = chosen.filter { $0.sentence == scored.sentence }
    if siblings.count > 1 || siblings.contains(where: { overlaps($0, scored) }) { return true }
    let others = siblings.map(\.likeness)
    return kept.contains { likeness in
      let limit = likeness.sharesAnswer(with: scored.likeness) ? 0.3 : 0.6
      return likeness.overlap(scored.likeness) >= limit
        && !others.contains { $0.overlap(likeness) == 1 && !$0.sharesAnswer(with: scored.likeness) }
    }
  }

  private func overlaps(_ left: Scored, _ right: Scored) -> Bool {
    guard let first = left.candidate.statement.source(left.candidate.blank),
      let second = right.candidate.statement.source(right.candidate.blank)
    else { return true }
    return first.overlaps(second)
  }

  private func card(_ candidate: Candidate) -> Card? {
    let named = options.includesPeople ? nil : people
    return CardWriter.card(candidate, from: document, key: key, people: named)
  }
}

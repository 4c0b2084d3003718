import Decks
import Reading

/// From the sentences, lists and tables of a document to candidates.
extension DocumentDraft {
  /// Reads every sentence; stops and returns false when told to.
  ///
  /// `reached` hears the offset of every passage.
  mutating func read(_ isCancelled: () -> Bool, reached: (Int) -> Void) -> Bool {
    for (passage, sentences) in prose.kept {
      if passage.kind == .tableRow, isCancelled() {
        addChoices()
        return false
      }
      reached(passage.range.lowerBound)
      read(row: passage)
      read(dose: passage)
      reader.open(passage, sentences)
      note(passage, sentences)
      if jointLists.contains(ListName(passage)) {
        // Each is a part of one condition, and reads as if it were enough.
        report.sentences += sentences.count
        report.sentencesDropped[.notDeclarative, default: 0] += sentences.count
        continue
      }
      for sentence in sentences {
        if isCancelled() {
          addChoices()
          return false
        }
        read(sentence)
      }
    }
    addLists()
    addChoices()
    return true
  }

  private mutating func read(_ sentence: Sentence) {
    let section = openSection(sentence.headings.last ?? "")
    report.sentences += 1
    report.sections[section].sentences += 1
    let reading = reader.read(sentence)
    report.facts += reading.facts
    for parse in reading.parses { report.parses.count(parse) }
    for part in reading.parts {
      distractors.add(part.analysis)
      guard !part.facts.isEmpty else { continue }
      let ground = Ground(part.analysis.statement, of: sentence)
      for fact in part.facts { propose(fact, part, ground, section) }
      if let (fact, draftable) = HeadingWriter.candidate(
        from: part.analysis,
        under: sentence.headings
      ) {
        propose(draftable, for: fact, part, ground, section)
      }
    }
    let hasFact = reading.facts > 0
    if !hasFact { report.sentencesDropped[reading.reason, default: 0] += 1 }
    guard writer != nil, !reading.parts.isEmpty else { return }
    open.append(
      OpenSentence(
        sentence: sentence,
        parts: reading.parts,
        section: section,
        number: report.sentences,
        dropped: hasFact ? nil : reading.reason
      )
    )
  }

  /// Reads a row of a table under the names of its columns, which the first row gives.
  private mutating func read(row passage: Passage) {
    guard let row = document.row(of: passage) else {
      columns = nil
      return
    }
    // A blank line parts two tables; in Markdown a line of dashes stands under the header.
    let step = isBelowColumns && document.kind == .markdown ? 2 : 1
    if let last = lastRow, passage.lines.lowerBound > last + step { columns = nil }
    lastRow = passage.lines.upperBound
    guard let header = columns else {
      columns = TableRow(row)
      isBelowColumns = true
      return
    }
    defer { isBelowColumns = false }
    // A row of one cell heads those below it, and no column tells so.
    if isBelowColumns && header.goesOn(in: TableRow(row)) || TableRow(row).isHeading {
      columns = .unnamed
      return
    }
    let section = openSection(row.headings.last ?? "")
    report.sentences += 1
    report.sections[section].sentences += 1
    if let reason = gates.reason(againstRow: row) {
      report.sentencesDropped[reason, default: 0] += 1
      return
    }
    guard rowNames[RowName(passage)] == 1 else {
      report.sentencesDropped[.ambiguous, default: 0] += 1
      return
    }
    let written = TableWriter.candidates(of: TableRow(row), under: header)
    report.facts += written.count
    for (analysis, fact) in written {
      let part = SentenceReading.Part(analysis: analysis, facts: [fact], setting: "", label: nil)
      propose(fact, part, Ground(analysis.statement, of: row), section)
    }
    if written.isEmpty { report.sentencesDropped[.noFact, default: 0] += 1 }
  }

  /// Reads a line that gives a dose of the drug on the line above.
  private mutating func read(dose passage: Passage) {
    guard let (sentence, analysis, fact) = regimens.candidate(from: passage, in: document),
      gates.reason(againstRow: sentence) == nil
    else { return }
    let section = openSection(sentence.headings.last ?? "")
    report.facts += 1
    let part = SentenceReading.Part(analysis: analysis, facts: [fact], setting: "", label: nil)
    propose(fact, part, Ground(analysis.statement, of: sentence), section)
  }

  private mutating func openSection(_ heading: String) -> Int {
    if report.sections.last?.heading != heading {
      report.sections.append(DocumentReport.Section(heading: heading))
    }
    return report.sections.count - 1
  }

  private mutating func propose(
    _ fact: Fact,
    _ part: SentenceReading.Part,
    _ ground: Ground,
    _ section: Int
  ) {
    // A question in words of its own leaves no place for the sentence before.
    let writers = part.setting.isEmpty ? Self.writers : [ClozeWriter.candidates]
    for draftable in writers.flatMap({ $0(fact, part.analysis) }) {
      propose(draftable, for: fact, part, ground, section)
    }
  }

  private mutating func propose(
    _ draftable: Draftable,
    for fact: Fact,
    _ part: SentenceReading.Part,
    _ ground: Ground,
    _ section: Int
  ) {
    let analysis = part.analysis
    var candidate = Candidate(
      form: draftable.form,
      ground: ground,
      fact: fact,
      blank: draftable.blank
    )
    candidate.isParsed = analysis.parse == .unasked ? nil : analysis.isComplete
    candidate.isObject = analysis.isObject(fact.claim.focus)
    candidate.label = part.label
    candidate.setting = part.setting
    candidate.context = context.words(for: candidate)
    candidate.type = fact.claim.asksForNumber ? nil : type(of: candidate)
    report.candidates += 1
    consider(candidate, section: section, sentence: report.sentences)
  }

  /// The sort of thing asked for, unless its name would tell the answer or stands before it.
  func type(of candidate: Candidate) -> AnswerType? {
    let answer = candidate.answerTokens
    // Salts and hormones are given too; as an answer they are what the body has.
    guard let type = AnswerType.of(answer) ?? AnswerType.of(answer, drugs: options.drugs) else {
      return nil
    }
    let told = Token.tokens(of: type.rawValue).map(\.lower)
    return answer.contains { told.contains(AnswerType.singular($0.lower)) } ? nil : type
  }

  private static let writers: [@Sendable (Fact, Analysis) -> [Draftable]] = [
    ClozeWriter.candidates, BasicWriter.candidates, TruthWriter.candidates,
  ]

  /// Keeps a candidate that the gates let through; else counts why it fell.
  mutating func consider(_ candidate: Candidate, section: Int, sentence: Int) {
    let gated =
      Gates.reason(against: candidate, in: document, people: named)
      ?? (isBrokenItem(candidate) ? .parse : isOneDrugOfMany(candidate) ? .ambiguous : nil)
    let placed =
      asksForSubject(candidate)
      ? Reason.answer
      : isDoseOfNothing(candidate) || isUnderHiddenDenial(candidate) || lacksSubject(candidate)
        || hidesLabel(candidate)
        ? .anaphor : nil
    if let reason = gated ?? placed {
      report.candidatesDropped[reason, default: 0] += 1
      return
    }
    found.append(
      Scored(
        candidate: candidate,
        likeness: Likeness(candidate.textTokens, answer: candidate.answerTokens),
        features: Ranking(salience: salience).features(of: candidate),
        section: section,
        sentence: sentence
      )
    )
  }

  /// The people whom no card may name.
  var named: People? { options.includesPeople ? nil : people }

  /// Every candidate that passed the gates, in the order of the document.
  var ranked: [RankedCandidate] {
    found.sorted { $0.place < $1.place }.compactMap { scored in
      card(scored.candidate).map {
        RankedCandidate(
          card: $0,
          sentence: document.string(scored.candidate.sentence.range),
          features: scored.features,
          score: scored.score,
          words: WordWorth.words(of: scored.candidate),
          asksForNumber: scored.candidate.fact.claim.asksForNumber
        )
      }
    }
  }

  // MARK: Candidates that need the whole document

  private mutating func addLists() {
    for (candidate, list) in ListWriter.candidates(of: lists) {
      var candidate = candidate
      candidate.isParsed = nil
      candidate.context = context.words(for: candidate)
      report.candidates += 1
      report.facts += 1
      consider(candidate, section: list.section, sentence: list.number)
    }
  }

  /// Takes an item in under its lead-in; a list of which any item is missing is of no use.
  private mutating func note(_ passage: Passage, _ sentences: [Sentence]) {
    guard case .listItem(let isNumbered) = passage.kind,
      let leadIn = passage.leadIn ?? HeadingWriter.question(passage.headings),
      sentences.count == 1, named?.appear(in: leadIn + " " + passage.text.string) != true,
      !Phrases(passage.text.string).containsAny(of: Wording.promotion)
    else { return }
    if let last = lists.last, last.leadIn == leadIn {
      lists[lists.count - 1].add(sentences[0])
      return
    }
    lists.append(
      ItemList(
        sentences[0],
        leadIn: leadIn,
        isNumbered: isNumbered,
        expected: listSizes[ListName(passage), default: 0],
        section: openSection(passage.headings.last ?? ""),
        number: report.sentences + 1
      )
    )
  }

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
      report.candidates += 1
      consider(
        scored.candidate.offering(others),
        section: scored.section,
        sentence: scored.sentence
      )
    }
  }
}

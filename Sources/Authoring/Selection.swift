import Decks
import Reading

/// A candidate with what the choice among candidates needs to know.
struct Scored {
  let candidate: Candidate
  let likeness: Likeness
  /// What its score is the sum of.
  let features: [Account.Feature]
  let score: Double
  /// The number of its section in the document's report.
  let section: Int
  /// The number of its sentence in the document.
  let sentence: Int

  init(
    candidate: Candidate,
    likeness: Likeness,
    features: [Account.Feature],
    section: Int,
    sentence: Int
  ) {
    self.candidate = candidate
    self.likeness = likeness
    self.features = features
    self.section = section
    self.sentence = sentence
    score = Ranking.score(features)
  }

  /// By which drafts stand in the order of the document.
  var place: (Int, Int) { (sentence, candidate.blank.lowerBound) }
}

/// The choice of one document's drafts: the best first, spread over the sections.
struct Selection {
  private let document: Document
  private let allowance: Int
  /// The score that a candidate needs.
  let least: Double
  private let rejected: Rejections
  private let cards: LikenessIndex
  /// The spans that cards of the deck cite in this document, with what those cards say.
  private let spans: [(span: String, likeness: Likeness)]
  private var bySentence: [Int: [Scored]] = [:]
  private(set) var kept: LikenessIndex
  private(set) var chosen: [Scored] = []
  /// How many drafts ask for the same words.
  private var asked: [Set<String>: Int] = [:]
  private(set) var fallen: [Reason: Int] = [:]
  /// What fell because a draft of another document says the same.
  private(set) var echoes: [(draft: Likeness, by: Scored)] = []

  /// `kept` holds what other documents of the same run gave already.
  init(
    document: Document,
    known: [KnownCard],
    citing key: String,
    rejected: Rejections,
    kept: LikenessIndex,
    allowance: Int,
    least: Double
  ) {
    self.least = least
    self.document = document
    self.allowance = allowance
    self.rejected = rejected
    self.kept = kept
    cards = LikenessIndex(known.map(\.likeness))
    spans = known.flatMap { card in
      card.citations.filter { $0.document == key }.compactMap { citation in
        citation.span.map { ($0, card.likeness) }
      }
    }
  }

  /// Takes the best of each sentence before a second of any, and at first no more than its share
  /// from any section.
  mutating func take(from found: [Scored]) {
    let ranked = found.sorted {
      ($1.score, $0.place.0, $0.place.1) < ($0.score, $1.place.0, $1.place.1)
    }
    let sections = Set(found.map(\.section)).count
    let share = max(1, allowance / max(1, sections))
    var taken: [Int: Int] = [:]
    var rest: [Scored] = []
    var seconds: [Scored] = []
    for scored in ranked {
      if bySentence[scored.sentence] != nil {
        seconds.append(scored)
      } else if taken[scored.section, default: 0] >= share {
        rest.append(scored)
      } else if consider(scored) {
        taken[scored.section, default: 0] += 1
      }
    }
    for scored in rest {
      if bySentence[scored.sentence] != nil { seconds.append(scored) } else { _ = consider(scored) }
    }
    for scored in seconds { _ = consider(scored) }
  }

  private mutating func consider(_ scored: Scored) -> Bool {
    if let reason = reason(against: scored) {
      fallen[reason, default: 0] += 1
      if reason == .duplicate, let draft = twin(of: scored) { echoes.append((draft, scored)) }
      return false
    }
    chosen.append(scored)
    asked[scored.likeness.answer, default: 0] += 1
    bySentence[scored.sentence, default: []].append(scored)
    kept.add(scored.likeness)
    return true
  }

  private func reason(against scored: Scored) -> Reason? {
    if worth(scored) < least { return .weak }
    if isRejected(scored) { return .rejected }
    if isKnown(scored) || isRepeated(scored) || isAskedEnough(scored) { return .duplicate }
    return chosen.count >= allowance ? .density : nil
  }

  private func worth(_ scored: Scored) -> Double { scored.score - deduction(for: scored) }

  /// A second question about one sentence is worth less, the least where it asks for another
  /// sort of thing: two numbers of one sentence are soon confused.
  func deduction(for scored: Scored) -> Double {
    guard let sibling = bySentence[scored.sentence]?.first else { return 0 }
    let claims = [sibling.candidate.fact.claim, scored.candidate.fact.claim]
    return claims.count(where: \.asksForNumber) == 1 ? 0.2 : 0.5
  }

  /// The drafts about the same sentence so far, the best first.
  func siblings(of scored: Scored) -> [Scored] { bySentence[scored.sentence] ?? [] }

  func isRejected(_ scored: Scored) -> Bool {
    let sentence = document.string(scored.candidate.sentence.range)
    return rejected.hold(scored.likeness, sentence: sentence)
  }

  /// Whether a card of the deck says the same, or cites the sentence and answers the question.
  func isKnown(_ scored: Scored) -> Bool {
    if cards.holds(scored.likeness, overlap: 0.75) { return true }
    let answering = spans.filter { scored.likeness.isAnswered(by: $0.likeness) }
    guard !answering.isEmpty else { return false }
    let source = document.string(scored.candidate.sentence.range)
    return answering.contains { source.contains($0.span) }
  }

  /// A sentence may give two drafts that ask for different words; two sentences may not say one
  /// thing.
  private func isRepeated(_ scored: Scored) -> Bool {
    let siblings = siblings(of: scored)
    return siblings.count > 1 || siblings.contains(where: { overlap($0, scored) })
      || isLikeOthers(scored)
  }

  /// Whether two drafts ask for the same term already: a third would be answered unread.
  private func isAskedEnough(_ scored: Scored) -> Bool {
    guard !scored.candidate.fact.claim.asksForNumber else { return false }
    return asked[scored.likeness.answer, default: 0] > 1
  }

  /// Whether a draft about another sentence says the same.
  func isLikeOthers(_ scored: Scored) -> Bool {
    let siblings = siblings(of: scored)
    return kept.alike(scored.likeness).contains { likeness, overlap in
      let isSibling = siblings.contains { $0.likeness == likeness }
      let limit = likeness.sharesAnswer(with: scored.likeness) ? 0.3 : 0.6
      return overlap >= limit && !isSibling
    }
  }

  /// The draft of another document that asks for the same answer in nearly the same words.
  private func twin(of scored: Scored) -> Likeness? {
    kept.alike(scored.likeness).first { likeness, overlap in
      overlap >= 0.5 && likeness.sharesAnswer(with: scored.likeness)
        && !chosen.contains { $0.likeness == likeness }
    }?.likeness
  }

  func overlap(_ left: Scored, _ right: Scored) -> Bool {
    guard let first = left.candidate.statement.source(left.candidate.blank),
      let second = right.candidate.statement.source(right.candidate.blank)
    else { return true }
    return first.overlaps(second)
  }
}

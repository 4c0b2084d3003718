import Reading

/// The headings that tell what a question is about, where its own words do not.
struct Context: Sendable {
  private let title: DocumentTitle
  private let salience: Salience
  private let people: People?
  private let reach: TitleReach
  /// What each heading of the document tells, so that it is worked out once.
  private var parts: [String: Part] = [:]
  /// What each heading is about.
  private var topics: [String: String] = [:]

  /// What a heading tells over a question.
  private struct Part: Sendable {
    /// Without its number; empty where it tells nothing.
    let text: String
    let roots: [String]
    /// Its words, each by its singular.
    let words: Set<String>
  }

  /// `people` are those whose names no heading may bring in; nil where names are wanted.
  init(_ document: Document, sentences: [Sentence], salience: Salience, people: People?) {
    title = DocumentTitle(document.title)
    reach = TitleReach(title, in: sentences, isOfOneProduct: document.isOfOneProduct)
    self.salience = salience
    self.people = people
    for heading in Set(sentences.flatMap(\.headings)) where heading != title.text {
      let topic = topic(of: heading)
      topics[heading] = topic
      parts[topic] = part(topic)
    }
    parts[title.short] = part(title.short)
  }

  private func part(_ heading: String) -> Part {
    let text = Self.withoutNumber(heading)
    let words = Token.tokens(of: text)
    return Part(
      text: isFit(text) ? text : "",
      roots: Roots.of(words),
      words: Set(words.map { AnswerType.singular($0.lower) })
    )
  }

  /// `Lithium – Dosing`, or an empty string where the stem says as much or a heading would tell.
  func words(for candidate: Candidate) -> String {
    var said = Set(Roots.of(Token.tokens(of: candidate.setting) + candidate.stemTokens))
    var shown: [String] = []
    let labels = [candidate.label, candidate.statement.label].compactMap { $0 }
    let headings = candidate.sentence.headings.filter { $0 != title.text }.suffix(2).map {
      topics[$0] ?? topic(of: $0)
    }
    for heading in titles(of: candidate, asking: said) + headings + labels {
      let part = parts[heading] ?? part(heading)
      guard !part.text.isEmpty, !part.roots.isEmpty, !said.isSuperset(of: part.roots),
        !tells(part, candidate.answerTokens)
      else {
        continue
      }
      said.formUnion(part.roots)
      shown.append(part.text)
    }
    return shown.joined(separator: " – ")
  }

  /// Whether a word is made of the first letters of the title's words: `UTI`, `UTIs`.
  func isAcronymOfTitle(_ word: Token) -> Bool {
    let letters = word.text.unicodeScalars.filter(\.isUppercase).map { String($0).lowercased() }
    guard letters.count > 1 else { return false }
    let words = Token.tokens(of: title.text).filter(\.isWord)
    let initials = words.compactMap { $0.lower.first.map(String.init) }
    return initials.joined().contains(letters.joined())
  }

  /// What a heading that asks is about: "How can measles be prevented?" → `Measles`; with what it
  /// makes a condition of: `Preterm labour if the gestational age is unknown`.
  private func topic(of heading: String) -> String {
    guard heading.hasSuffix("?") else { return heading }
    let words = Token.tokens(of: heading).filter(\.isWord)
    guard var first = words.firstIndex(where: isTopical),
      let last = words.lastIndex(where: isTopical)
    else { return "" }
    // "Down syndrome".
    let isTitled = words.count(where: \.isCapitalised) * 2 > words.count
    while first > 1, !isTitled, words[first - 1].isCapitalised { first -= 1 }
    let isConditional = words[last...].contains { ["if", "when", "after"].contains($0.lower) }
    let span = words[first...(isConditional ? words.count - 1 : last)]
    let text = Array(heading.unicodeScalars)[
      span[first].range.lowerBound..<span[span.endIndex - 1].range.upperBound
    ].string
    return span.count > 9 ? "" : text.prefix(1).uppercased() + text.dropFirst()
  }

  private func isTopical(_ word: Token) -> Bool {
    switch AnswerType.of(word) {
    case .condition, .organism, .drugClass: true
    // The dose of one drug must not seem another's.
    case .drug: salience.mainDrug.map { $0 == word.lower } ?? true
    case nil: salience.topics.contains(word.lower) && !Everyday.holds(word.lower)
    default: false
    }
  }

  /// Whether a text says no more than the title does.
  func isTitle(_ text: String) -> Bool {
    let roots = Roots.of(text)
    return !roots.isEmpty && Set(Roots.of(title.text)).isSuperset(of: roots)
  }

  /// "sepsis or septic shock" in a document about sepsis.
  func isHalfOfPair(_ candidate: Candidate) -> Bool {
    candidate.answerTokens.contains { ["and", "or"].contains($0.lower) }
      && candidate.answerTokens.contains { title.telling.contains(Roots.of(word: $0.lower)) }
  }

  /// Whether a heading gives the answer away, half of its words or more.
  private func tells(_ heading: Part, _ answer: [Token]) -> Bool {
    let tokens = answer.filter { $0.isWord && Salience.isContent($0.lower) }
    // "pneumonia" does not give "S. pneumoniae".
    let isOrganism = AnswerType.of(tokens) == .organism
    let told = tokens.count { token in
      heading.words.contains(AnswerType.singular(token.lower))
        || !isOrganism && heading.roots.contains(Roots.of(word: token.lower))
    }
    return told * 2 >= max(1, tokens.count)
  }

  /// The title where it holds for the place, and the drug that the document is about.
  private func titles(of candidate: Candidate, asking stem: Set<String>) -> [String] {
    // A dose is one thing in anaphylaxis and another in cardiac arrest.
    let saysTitle =
      stem.isSuperset(of: title.telling)
      && stem.intersection(title.roots).count * 2 >= max(1, title.roots.count)
    let isAbove =
      candidate.sentence.headings.first == title.text && candidate.sentence.headings.count > 1
    let start = candidate.sentence.range.lowerBound
    let holds = isAbove || reach.holds(at: start)
    // "Nurturing Mental Health" is a slogan.
    let isSlogan =
      title.telling.isEmpty && title.short.prefix { $0 != " " }.lowercased().hasSuffix("ing")
    let isOther = salience.mainDrug.map { namesOtherDrug(candidate, than: $0) } == true
    let titles = isSlogan || saysTitle || !holds || isOther ? [] : [title.short]
    guard let drug = salience.mainDrug, !stem.contains(Roots.of(word: drug)),
      // Beyond its title's reach a drug is not what the text is about: the next may be.
      holds || saysTitle, !title.roots.contains(Roots.of(word: drug)),
      !isOther,
      candidate.fact.relation == .interaction
        || !candidate.stemTokens.contains(where: { AnswerType.of($0) == .drug })
    else { return titles }
    return [drug.prefix(1).uppercased() + drug.dropFirst()] + titles
  }

  /// "Gentamicin" over a sentence in a text whose title is amiodarone.
  private func namesOtherDrug(_ candidate: Candidate, than drug: String) -> Bool {
    candidate.sentence.headings.contains { heading in
      heading != title.text
        && Token.tokens(of: heading).contains { token in
          token.lower != drug && !title.roots.contains(Roots.of(word: token.lower))
            && [.drug, .drugClass].contains(AnswerType.of(token))
        }
    }
  }

  private func isFit(_ heading: String) -> Bool {
    let words = Token.tokens(of: heading).filter(\.isWord)
    guard !KindOfDocument.removed(from: heading).isEmpty,
      // `Age 200 000 IU capsule`, `0 to 7 days 8 to 28 days`: the first row of a table.
      words.count(where: \.isNumber) < 2, words.first?.lower != "to"
    else { return false }
    let isOpen = ["include", "includes", "are", "is", "if", "with", "of", "to", "and", "when"]
      .contains(words.last?.lower ?? "")
    let isDated = words.contains {
      ["updated", "reviewed", "published", "version"].contains($0.lower)
    }
    return (1...16).contains(words.count) && !isOpen && !isDated && !heading.contains("?")
      && !heading.contains("{")
      && !heading.contains("}") && !Self.generic.contains(heading.lowercased())
      && people?.appear(in: heading) != true
      && !Phrases(heading).containsAny(of: Wording.promotion)
  }

  /// `3.2 Dosing`, `2) Dosing`, `B1. Dosing`, `Chapter 3: Dosing` → `Dosing`.
  private static func withoutNumber(_ heading: String) -> String {
    let tokens = Token.tokens(of: heading)
    var first = 0
    if tokens.count > 1,
      ["chapter", "section", "part", "appendix", "annex"].contains(tokens[0].lower)
    {
      first = 2
    } else if let word = tokens.first, word.text.count <= 3, word.text.contains(where: \.isNumber),
      tokens.count > 1
    {
      first = 1
    }
    let start = first < tokens.count ? tokens[first].range.lowerBound : heading.unicodeScalars.count
    let rest = Array(heading.unicodeScalars)[start...].string.drop {
      $0.isNumber || $0 == "." || $0 == ")" || $0 == " " || $0 == ":" || $0 == "-" || $0 == "–"
    }
    return rest.isEmpty ? "" : String(rest).trimmingStops
  }

  /// Headings that say where one is in a document and nothing of its subject.
  private static let generic: Set<String> = [
    "introduction", "background", "overview", "summary", "conclusion", "conclusions", "notes",
    "general", "contents", "key points", "abstract", "discussion", "results", "methods", "scope",
    "references", "further reading", "about this leaflet", "purpose", "main text", "article",
    "stdin", "document", "untitled", "recommendations", "recommendation", "contents of the pack",
    "warning", "warnings", "note", "caution", "important", "tip", "remember", "example", "box",
    "key point", "synopsis", "rationale", "learning objectives", "summary of recommendations",
    "other", "yes", "no",
  ]
}

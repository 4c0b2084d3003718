import Reading

/// The headings that tell what a question is about, where its own words do not.
struct Context: Sendable {
  private let title: String
  /// The part of the title that names most.
  private let short: String
  private let titleRoots: Set<String>
  /// Those of them that name something of medicine.
  private let tellingRoots: Set<String>
  private let salience: Salience
  private let people: People?
  /// Where each run of sentences under the same headings begins, and whether the title holds there.
  private let runs: [(start: Int, holds: Bool)]

  /// `people` are those whose names no heading may bring in; nil where names are wanted.
  init(_ document: Document, sentences: [Sentence], salience: Salience, people: People?) {
    title = document.title
    short = Self.opening(of: title)
    titleRoots = Set(Self.roots(short))
    tellingRoots = Set(Self.telling(short))
    self.salience = salience
    self.people = people
    runs = document.isOfOneProduct ? [(0, true)] : Self.runs(of: sentences, under: title)
  }

  /// The title holds where its words stand, or between two such places, or anywhere in a document
  /// that keeps coming back to them, or until a heading names something else; what a file holds
  /// besides its first topic is not under it.
  private static func runs(of sentences: [Sentence], under title: String) -> [(Int, Bool)] {
    let short = opening(of: title)
    let named = telling(short)
    let words = Set(named.isEmpty ? roots(short) : named)
    // Of words that name nothing of medicine one is enough, of the others more than half.
    let least = named.isEmpty ? min(1, words.count) : words.count / 2 + 1
    func isSaid(in text: String) -> Bool { words.intersection(roots(text)).count >= least }
    var runs: [(start: Int, headings: [String], says: Bool)] = []
    for sentence in sentences {
      let says = isSaid(in: sentence.text.string)
      if runs.last?.headings == sentence.headings {
        runs[runs.count - 1].says = runs[runs.count - 1].says || says
      } else {
        let isHeaded = sentence.headings.contains { $0 != title && isSaid(in: $0) }
        runs.append((sentence.range.lowerBound, sentence.headings, says || isHeaded))
      }
    }
    let others = runs.indices.filter { index in
      runs[index].headings.contains { namesAnother($0, than: title) }
    }
    let last = runs.lastIndex(where: \.says) ?? 0
    let saying = runs.count(where: \.says)
    let returns = saying == 0 ? !named.isEmpty : saying * 5 >= runs.count * 2
    return runs.indices.map { index in
      let isBetween =
        (max(0, index - 3)..<index).contains { runs[$0].says }
        && (index + 1..<min(runs.count, index + 4)).contains { runs[$0].says }
      let isBeforeOthers = !named.isEmpty && index < others.first ?? runs.count
      let isLeft = others.contains { last < $0 && $0 <= index }
      return (
        runs[index].start,
        runs[index].says || isBetween || isBeforeOthers || returns && !isLeft
      )
    }
  }

  /// Whether a heading has a word that neither the title nor every other document has: "Treatment" is
  /// a section, "Herpes simplex" may be another topic.
  private static func namesAnother(_ heading: String, than title: String) -> Bool {
    let known = Set(roots(title))
    return heading != title
      && Token.tokens(of: heading).contains { token in
        token.isWord && !token.isNumber && !Everyday.holds(token.lower)
          && !known.contains(root(token.lower)) && !SectionWords.all.contains(token.lower)
      }
  }

  /// `Lithium – Dosing`, or an empty string where the stem says as much or a heading would tell.
  func words(for candidate: Candidate) -> String {
    var said = Set(Self.roots(Token.tokens(of: candidate.setting) + candidate.stemTokens))
    var parts: [String] = []
    let labels = [candidate.label, candidate.statement.label].compactMap { $0 }
    let headings = candidate.sentence.headings.filter { $0 != title }.suffix(2).map(topic)
    for heading in titles(of: candidate, asking: said) + headings + labels {
      let part = Self.withoutNumber(heading)
      let roots = Self.roots(part)
      guard isFit(part), !roots.isEmpty, !said.isSuperset(of: roots),
        !tells(part, candidate.answerTokens)
      else {
        continue
      }
      said.formUnion(roots)
      parts.append(part)
    }
    return parts.joined(separator: " – ")
  }

  /// Whether a word is made of the first letters of the title's words: `UTI`, `UTIs`.
  func isAcronymOfTitle(_ word: Token) -> Bool {
    let letters = word.text.unicodeScalars.filter(\.isUppercase).map { String($0).lowercased() }
    guard letters.count > 1 else { return false }
    let words = Token.tokens(of: title).filter(\.isWord)
    let initials = words.compactMap { $0.lower.first.map(String.init) }
    return initials.joined().contains(letters.joined())
  }

  /// What a heading that asks is about: "How can measles be prevented?" → `Measles`; with what it
  /// makes a condition of: `Preterm labour if the gestational age is unknown`.
  private func topic(of heading: String) -> String {
    guard heading.hasSuffix("?") else { return heading }
    let words = Token.tokens(of: heading).filter(\.isWord)
    guard let first = words.firstIndex(where: isTopical),
      let last = words.lastIndex(where: isTopical)
    else { return "" }
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
    let roots = Self.roots(text)
    return !roots.isEmpty && Set(Self.roots(title)).isSuperset(of: roots)
  }

  /// "sepsis or septic shock" in a document about sepsis.
  func isHalfOfPair(_ candidate: Candidate) -> Bool {
    candidate.answerTokens.contains { ["and", "or"].contains($0.lower) }
      && candidate.answerTokens.contains { tellingRoots.contains(Self.root($0.lower)) }
  }

  /// Whether a heading gives the answer away, half of its words or more.
  private func tells(_ heading: String, _ answer: [Token]) -> Bool {
    let tokens = answer.filter { $0.isWord && Salience.isContent($0.lower) }
    let words = Token.tokens(of: heading).map { AnswerType.singular($0.lower) }
    let roots = Set(Self.roots(heading))
    // "pneumonia" does not give "S. pneumoniae".
    let isOrganism = AnswerType.of(tokens) == .organism
    let told = tokens.count { token in
      words.contains(AnswerType.singular(token.lower))
        || !isOrganism && roots.contains(Self.root(token.lower))
    }
    return told * 2 >= max(1, tokens.count)
  }

  /// The title where it holds for the place, and the drug that the document is about.
  private func titles(of candidate: Candidate, asking stem: Set<String>) -> [String] {
    // A dose is one thing in anaphylaxis and another in cardiac arrest.
    let saysTitle =
      stem.isSuperset(of: tellingRoots)
      && stem.intersection(titleRoots).count * 2 >= max(1, titleRoots.count)
    let isAbove =
      candidate.sentence.headings.first == title && candidate.sentence.headings.count > 1
    let start = candidate.sentence.range.lowerBound
    let holds = isAbove || runs.last { $0.start <= start }?.holds ?? false
    // "Nurturing Mental Health" is a slogan.
    let isSlogan =
      tellingRoots.isEmpty && short.prefix { $0 != " " }.lowercased().hasSuffix("ing")
    let titles = isSlogan || saysTitle || !holds ? [] : [short]
    guard let drug = salience.mainDrug, !stem.contains(Self.root(drug)),
      !holds || !titleRoots.contains(Self.root(drug)),
      candidate.fact.relation == .interaction
        || !candidate.stemTokens.contains(where: { AnswerType.of($0) == .drug })
    else { return titles }
    return [drug.prefix(1).uppercased() + drug.dropFirst()] + titles
  }

  /// `Enteric (typhoid and paratyphoid) fevers` → `Enteric fevers`.
  private static func withoutAsides(_ title: String) -> String {
    var depth = 0
    let rest = title.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth <= 0
    }
    return rest.split(separator: " ").joined(separator: " ")
  }

  /// `Alendronic acid 70 mg tablets` → `Alendronic acid`.
  private static func withoutStrength(_ title: String) -> String {
    let tokens = Token.tokens(of: title)
    let strength = tokens.indices.dropLast().first { index in
      tokens[index].isNumber && strengths.contains(where: tokens[index + 1].lower.hasPrefix)
    }
    guard let first = strength, first > 0 else { return title }
    return Array(title.unicodeScalars)[..<tokens[first].range.lowerBound].string
  }

  private static let strengths = ["mg", "mcg", "microgram", "g", "iu", "unit", "%", "ml"]

  /// The part of a title that names most: `Protocol: Diabetic ketoacidosis` → the second.
  private static func opening(of title: String) -> String {
    let named = KindOfDocument.removed(from: title)
    let parts = withoutAsides(named.isEmpty ? title : named).split(separator: ":").map { part in
      withoutStrength(String(part.prefix { $0 != "," }.drop { $0 == " " })).trimmingStops
    }.filter { !roots($0).isEmpty }
    func typed(_ part: String) -> Int {
      Token.tokens(of: part).count { AnswerType.of($0) != nil }
    }
    let most = parts.map(typed).max() ?? 0
    return parts.first { typed($0) == most } ?? title
  }

  /// The roots of the words that name something of medicine.
  private static func telling(_ title: String) -> [String] {
    Token.tokens(of: title).filter { token in
      Salience.isTechnical(token.lower) || AnswerType.of(token).map { $0 != .population } == true
    }.map { root($0.lower) }
  }

  private static func root(_ word: String) -> String {
    String(AnswerType.singular(word).prefix(6))
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

  private static func roots(_ text: String) -> [String] { roots(Token.tokens(of: text)) }

  private static func roots(_ words: [Token]) -> [String] {
    words.filter { $0.isWord && Salience.isContent($0.lower) }.map {
      root($0.lower)
    }
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

extension String {
  fileprivate var trimmingStops: String {
    String(reversed().drop { $0 == "." || $0 == ":" || $0 == " " }.reversed())
  }
}

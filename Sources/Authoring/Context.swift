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
  init(title: String, sentences: [Sentence], salience: Salience, people: People?) {
    self.title = title
    short = Self.opening(of: title)
    titleRoots = Set(Self.roots(short))
    tellingRoots = Set(Self.telling(short))
    self.salience = salience
    self.people = people
    runs = Self.runs(of: sentences, under: title)
  }

  /// The title holds where its words stand, or between two such places, or anywhere in a document
  /// that keeps coming back to them; what a file holds besides its first topic is not under it.
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
    let saying = runs.count(where: \.says)
    let returns = saying == 0 ? !named.isEmpty : saying * 5 >= runs.count * 2
    return runs.indices.map { index in
      let isBetween =
        (max(0, index - 3)..<index).contains { runs[$0].says }
        && (index + 1..<min(runs.count, index + 4)).contains { runs[$0].says }
      return (runs[index].start, runs[index].says || isBetween || returns)
    }
  }

  /// `Lithium – Dosing`, or an empty string where the stem says as much or a heading would tell.
  func words(for candidate: Candidate) -> String {
    var said = Set(Self.roots(Token.tokens(of: candidate.setting) + candidate.stemTokens))
    var parts: [String] = []
    let labels = [candidate.label, candidate.statement.label].compactMap { $0 }
    let headings = candidate.sentence.headings.filter { $0 != title }.suffix(2)
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

  /// Whether a text says no more than the title does.
  func isTitle(_ text: String) -> Bool {
    let roots = Self.roots(text)
    return !roots.isEmpty && Set(Self.roots(title)).isSuperset(of: roots)
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

  /// The part of a title that names most: `Protocol: Diabetic ketoacidosis` → the second.
  private static func opening(of title: String) -> String {
    let parts = withoutAsides(title).split(separator: ":").map { part in
      String(part.prefix { $0 != "," }.drop { $0 == " " }).trimmingStops
    }.filter { !roots($0).isEmpty }
    func named(_ part: String) -> Int {
      Token.tokens(of: part).count { AnswerType.of($0) != nil }
    }
    let most = parts.map(named).max() ?? 0
    return parts.first { named($0) == most } ?? title
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
    let isOpen = ["include", "includes", "are", "is", "if", "with", "of", "to", "and", "when"]
      .contains(words.last?.lower ?? "")
    let isDated = words.contains {
      ["updated", "reviewed", "published", "version"].contains($0.lower)
    }
    return (1...9).contains(words.count) && !isOpen && !isDated && !heading.contains("?")
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
    "other",
  ]
}

extension String {
  fileprivate var trimmingStops: String {
    String(reversed().drop { $0 == "." || $0 == ":" || $0 == " " }.reversed())
  }
}

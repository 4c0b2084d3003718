import Reading

/// The headings that tell what a question is about, where its own words do not.
struct Context: Sendable {
  private let title: String
  private let salience: Salience
  private let people: People?

  /// `people` are those whose names no heading may bring in; nil where names are wanted.
  init(title: String, salience: Salience, people: People?) {
    self.title = title
    self.salience = salience
    self.people = people
  }

  /// `Lithium: Dosing`, or an empty string where the stem says as much or a heading would tell.
  func words(for candidate: Candidate) -> String {
    var said = Set(Self.roots(candidate.stem))
    let answer = Set(Self.roots(candidate.answer))
    var parts: [String] = []
    let title = namesSubject(candidate.stem) ? [] : [title]
    let label = candidate.label.map { [$0] } ?? []
    for heading in title + candidate.sentence.headings.suffix(1) + label {
      let part = Self.withoutNumber(heading)
      let roots = Self.roots(part)
      guard isFit(part), !roots.isEmpty, answer.isDisjoint(with: roots),
        !said.isSuperset(of: roots)
      else { continue }
      said.formUnion(roots)
      parts.append(part)
    }
    return parts.joined(separator: ": ")
  }

  /// Whether the stem says itself what it is about.
  private func namesSubject(_ stem: String) -> Bool {
    Token.tokens(of: stem).contains { token in
      token.lower == salience.main || AnswerType.isDrugName(token.lower)
        || salience.topics.contains(token.lower) && Salience.isTechnical(token.text)
    }
  }

  private func isFit(_ heading: String) -> Bool {
    let words = Token.tokens(of: heading).filter(\.isWord)
    return (1...9).contains(words.count) && !heading.contains("?") && !heading.contains("{")
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

  private static func roots(_ text: String) -> [String] {
    Token.tokens(of: text).filter { $0.isWord && Salience.isContent($0.lower) }.map {
      String(AnswerType.singular($0.lower).prefix(6))
    }
  }

  /// Headings that say where one is in a document and nothing of its subject.
  private static let generic: Set<String> = [
    "introduction", "background", "overview", "summary", "conclusion", "conclusions", "notes",
    "general", "contents", "key points", "abstract", "discussion", "results", "methods", "scope",
    "references", "further reading", "about this leaflet", "purpose", "main text", "article",
    "stdin", "document", "untitled", "recommendations", "recommendation", "contents of the pack",
    "warning", "warnings", "learning objectives", "summary of recommendations", "other",
  ]
}

extension String {
  fileprivate var trimmingStops: String {
    String(reversed().drop { $0 == "." || $0 == ":" || $0 == " " }.reversed())
  }
}

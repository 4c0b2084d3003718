import Reading

/// The title of a document, and what of it tells.
struct DocumentTitle: Sendable {
  let text: String
  /// The part that names most.
  let short: String
  let roots: Set<String>
  /// Those of the words that name something of medicine.
  let telling: Set<String>

  init(_ text: String) {
    self.text = text
    let short = Self.opening(of: text)
    self.short = short
    roots = Set(Roots.of(short))
    let words = Token.tokens(of: short).filter { token in
      Salience.isTechnical(token.lower) || AnswerType.of(token).map { $0 != .population } == true
        || Self.isAcronym(token, in: short)
    }
    telling = Set(words.map { Roots.of(word: $0.lower) })
  }

  /// "COPD" among words with small letters.
  private static func isAcronym(_ token: Token, in title: String) -> Bool {
    let letters = token.text.unicodeScalars.filter(\.isLetter)
    return letters.count > 2 && letters.allSatisfy(\.isUppercase)
      && title.unicodeScalars.contains(where: \.isLowercase)
  }

  /// `Caring for the patient with a chest drain` → `Chest drain`, `Managing acute asthma` → `Acute
  /// asthma`: what is done stands before what it is done about.
  private static func withoutDeed(_ title: String) -> String {
    let words = title.split(separator: " ")
    let opening = words.prefix(2).map { $0.lowercased() }
    guard let first = opening.first, opening.last != "and",
      deeds.contains(first)
        || ["living with", "nursing care"].contains(opening.joined(separator: " "))
    else { return title }
    var rest = words.dropFirst()
    while let word = rest.first?.lowercased(), linking.contains(word) {
      rest = rest.dropFirst()
      guard let with = rest.firstIndex(where: { $0.lowercased() == "with" }),
        with - rest.startIndex < 3
      else { continue }
      // "Older patients" are more than patients.
      let whom = rest[..<with].map { $0.lowercased() }
      if whom.allSatisfy({ treated.contains($0) || linking.contains($0) }) {
        rest = rest[(with + 1)...]
      }
    }
    let name = rest.joined(separator: " ")
    guard !Roots.of(name).isEmpty else { return title }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let deeds: Set<String> = [
    "managing", "caring", "understanding", "treating", "assessing", "diagnosing", "recognising",
    "recognizing", "monitoring",
  ]

  private static let linking: Set<String> = ["for", "with", "of", "the", "a", "an", "care"]

  private static let treated: Set<String> = [
    "patient", "patients", "person", "people", "client", "clients",
  ]

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

  /// `Chapter 14` says where one is.
  private static func isNumber(_ part: String) -> Bool {
    let words = Token.tokens(of: part)
    return words.count == 2 && words[1].isNumber
      && ["chapter", "unit", "module", "section", "part", "appendix"].contains(words[0].lower)
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
      withoutDeed(withoutStrength(String(part.prefix { $0 != "," }.drop { $0 == " " })))
        .trimmingStops
    }.filter { !Roots.of($0).isEmpty && !isNumber($0) }
    func typed(_ part: String) -> Int {
      Token.tokens(of: part).count { AnswerType.of($0) != nil }
    }
    let most = parts.map(typed).max() ?? 0
    return parts.first { typed($0) == most } ?? title
  }
}

extension String {
  /// Without the stops and blanks at its end.
  var trimmingStops: String {
    String(reversed().drop { $0 == "." || $0 == ":" || $0 == " " }.reversed())
  }
}

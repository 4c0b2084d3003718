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
    short = Self.opening(of: text)
    roots = Set(Roots.of(short))
    let words = Token.tokens(of: short).filter { token in
      Salience.isTechnical(token.lower) || AnswerType.of(token).map { $0 != .population } == true
    }
    telling = Set(words.map { Roots.of(word: $0.lower) })
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
    }.filter { !Roots.of($0).isEmpty }
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

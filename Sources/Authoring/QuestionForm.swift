import Reading

/// Whether a question reads as one, as far as its first words tell.
struct QuestionForm {
  private let tokens: [Token]
  private let candidate: Candidate
  private let source: Analysis

  /// Whether a question asks for the answer of a candidate in a form that people use.
  static func isSound(_ tokens: [Token], of candidate: Candidate, in source: Analysis) -> Bool {
    let form = QuestionForm(tokens: tokens, candidate: candidate, source: source)
    return form.opens && form.capitalsStand
  }

  /// "What does X …", "In which X is …", or "What blocks X" where the answer opens the statement.
  private var opens: Bool {
    guard let asking = tokens.prefix(2).firstIndex(where: { Self.asking.contains($0.lower) }),
      asking == 0 || Lexicon.prepositions.contains(tokens[0].lower)
    else { return false }
    let next = tokens.dropFirst(asking + 1)
    if next.prefix(4).contains(where: { Self.helping.contains($0.lower) }) { return true }
    guard candidate.blank.lowerBound <= Self.longestArticle else { return false }
    return next.prefix(3).contains { token in
      source.tokens.indices.contains {
        source.tokens[$0].lower == token.lower && source.tags[$0].isFinite
      }
    }
  }

  /// Whether a capital within the question stands within the statement too, not at its beginning.
  private var capitalsStand: Bool {
    tokens.dropFirst().filter(\.isCapitalised).allSatisfy { token in
      source.tokens.dropFirst().contains { $0.text == token.text }
        || token.text.unicodeScalars.dropFirst().contains(where: \.isUppercase)
    }
  }

  /// `The `, in scalars.
  private static let longestArticle = 4

  private static let asking: Set<String> = [
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how",
  ]

  private static let helping = Lexicon.modals.union([
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had",
  ])
}

extension Analysis {
  /// Whether some words are a whole noun phrase, or several joined by such words as `of`.
  func isWholePhrase(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last, tags[first].isNominal,
      tags[last].isNominal, tag(first - 1)?.isNominal != true, tag(last + 1)?.isNominal != true
    else { return false }
    return words.allSatisfy { index in
      tags[index].isNominal || ["of", "the", "a", "an", "and", "or"].contains(word(index))
    }
  }
}

import Reading

/// Words that tell how a question asks, apart from what it asks about; tables of data.
enum QuestionWords {
  /// What a question may say although its sentence does not.
  static let free: Set<String> = [
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "much", "many", "long",
    "a", "an", "the", "that", "is", "are", "was", "were", "be", "been", "being", "do", "does",
    "did", "has", "have", "had", "of", "in", "for", "at", "to",
    "drug", "medicine", "medication", "agent", "substance", "class", "type", "kind", "sort", "name",
    "term", "called", "group", "structure", "organ", "route", "site", "condition", "disease",
    "disorder", "percentage", "proportion", "share", "number", "value", "time", "year", "age",
    "effect", "mechanism", "process", "dose",
  ]

  /// Small words that hold a condition, a limit or a direction.
  private static let conditions: Set<String> = [
    "if", "when", "whenever", "while", "during", "until", "after", "before", "with", "without",
    "among", "within", "except", "unless", "under", "over", "above", "below", "between", "per",
    "following", "despite", "through", "throughout", "from", "since", "than", "against", "only",
  ]

  /// What makes a statement a rule.
  static let duties: PhraseTable = [
    "must", "will", "shall", "need", "needs", "ought", "required", "recommended",
  ]

  /// Whether a card that leaves the word out may say more than its sentence.
  static func carriesMeaning(_ token: Token) -> Bool {
    if conditions.contains(token.lower) { return true }
    guard token.isWord, !free.contains(token.lower) else { return false }
    let isAbbreviation =
      token.text.unicodeScalars.contains(where: \.isUppercase)
      && token.text.unicodeScalars.count == 2
    return token.isNumber || isAbbreviation || Salience.isContent(token.lower)
      || Lexicon.adverbs.contains(token.lower)
  }

  /// The words without the `many` of "how many", which doubts nothing.
  static func withoutMeasure(_ tokens: [Token]) -> [Token] {
    tokens.indices.filter { index in
      index == 0 || tokens[index - 1].lower != "how"
        || !["many", "much", "long", "often"].contains(tokens[index].lower)
    }
    .map { tokens[$0] }
  }
}

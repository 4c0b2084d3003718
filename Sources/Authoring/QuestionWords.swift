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

  /// What opens a condition, a population or a circumstance.
  static let conditions: Set<String> = [
    "in", "if", "when", "whenever", "while", "during", "until", "after", "before", "with",
    "without", "among", "within", "who", "whose", "where", "provided", "except", "unless", "at",
    "under", "over", "above", "below", "between", "for", "per", "following", "despite", "on",
    "through", "throughout", "from", "since", "than", "as", "by", "because", "only",
  ]

  /// The words without the `many` of "how many", which doubts nothing.
  static func withoutMeasure(_ tokens: [Token]) -> [Token] {
    tokens.indices.filter { index in
      index == 0 || tokens[index - 1].lower != "how"
        || !["many", "much", "long", "often"].contains(tokens[index].lower)
    }
    .map { tokens[$0] }
  }
}

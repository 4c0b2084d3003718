import Reading

/// Takes a long statement apart where each part says one thing by itself.
///
/// Only what stands side by side is parted, and a clause that describes is left out alone where it
/// holds no doubt, denial, condition or number; what opens the statement stays with its first part.
extension StatementMaker {
  /// The parts of a statement that is too long to be asked about; none where it is not.
  func parts(of statement: Statement) -> [Statement] {
    let tokens = statement.tokens
    guard tokens.count(where: \.isWord) > Self.longest, !tokens.contains(where: { $0.text == ":" })
    else { return [] }
    let tags = Tagger.tags(of: tokens)
    return tags.indices.filter { tags[$0] == .comma }.lazy.compactMap { comma in
      parted(statement, tokens, tags, at: comma) ?? undescribed(statement, tokens, tags, at: comma)
    }.first ?? unreasoned(statement, tokens, tags).map { [$0] } ?? []
  }

  /// Words above which a question is hard to take in.
  private static let longest = 26

  /// "X does this, and Y does that".
  private func parted(
    _ statement: Statement,
    _ tokens: [Token],
    _ tags: [Tag],
    at comma: Int
  ) -> [Statement]? {
    let next = comma + 1
    guard next + 4 < tokens.count, tokens[next].lower == "and",
      isClause(tags[..<comma]), opensClause(tokens[(next + 1)...], tags[(next + 1)...]),
      !holdsCondition(tokens[next...])
    else { return nil }
    let first = statement.slice(0..<tokens[comma].range.lowerBound)
    // What opens the first part may hold for the second as well.
    let isOpened =
      tags[0] == .preposition || tags[0] == .subordinator || tags[0] == .gerund
      || holdsCondition(tokens[..<comma])
    let isSure =
      Phrases(Array(tokens[..<comma])).those(of: Wording.hedges).isEmpty
      && !Phrases(Array(tokens[..<comma])).containsAny(of: Wording.negations)
    guard !isOpened, isSure else { return [first] }
    return [
      first, statement.slice(tokens[next + 1].range.lowerBound..<statement.scalars.count),
    ]
  }

  /// "X does this, which leads to that".
  private func undescribed(
    _ statement: Statement,
    _ tokens: [Token],
    _ tags: [Tag],
    at comma: Int
  ) -> [Statement]? {
    let next = comma + 1
    guard next < tokens.count, ["which", "where"].contains(tokens[next].lower),
      isClause(tags[..<comma]), tokens[..<comma].count(where: \.isWord) > 7,
      !tokens[next...].contains(where: \.isNumber), !holdsCondition(tokens[next...])
    else { return nil }
    let tail = Phrases(Array(tokens[next...]))
    guard tail.those(of: Wording.hedges).isEmpty, !tail.containsAny(of: Wording.negations) else {
      return nil
    }
    return [statement.slice(0..<tokens[comma].range.lowerBound)]
  }

  /// "X is not recommended because …": a reason takes nothing back.
  private func unreasoned(
    _ statement: Statement,
    _ tokens: [Token],
    _ tags: [Tag]
  ) -> Statement? {
    guard let because = tokens.firstIndex(where: { $0.lower == "because" }), because > 7,
      tokens[because + 1].lower != "of", isClause(tags[..<because]),
      !["not", "only"].contains(tokens[because - 1].lower), !holdsCondition(tokens[because...])
    else { return nil }
    return statement.slice(0..<tokens[because - 1].range.upperBound)
  }

  /// Whether words make a clause: a subject and then a verb.
  private func isClause(_ tags: ArraySlice<Tag>) -> Bool {
    guard let verb = tags.firstIndex(where: \.isFinite) else { return false }
    return tags[..<verb].contains(.noun)
  }

  /// "the weight of a heart is": a subject of its own, and soon a verb.
  private func opensClause(_ tokens: ArraySlice<Token>, _ tags: ArraySlice<Tag>) -> Bool {
    guard let verb = tags.firstIndex(where: \.isFinite), verb - tags.startIndex < 9,
      let first = tokens.first,
      tags.first == .determiner || tags.first == .noun
    else { return false }
    return !Self.pointing.contains(first.lower) && tags[..<verb].contains(.noun)
      && !tags[..<verb].contains(.comma) && !tags[..<verb].contains(.subordinator)
  }

  private static let pointing: Set<String> = [
    "this", "these", "those", "that", "such", "its", "their", "another", "other", "both", "some",
  ]

  private func holdsCondition(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { Self.conditions.contains($0.lower) }
  }

  private static let conditions: Set<String> = [
    "if", "unless", "except", "when", "until", "provided", "only", "however", "although", "but",
    "whereas", "respectively",
  ]
}

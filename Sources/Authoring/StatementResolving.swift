import Reading

/// Puts names in the place of pronouns.
extension StatementMaker {
  /// Puts what `it` stands for in its place, where the sentence before leaves no choice.
  func resolve(_ statement: Statement, after previous: Sentence?) -> Statement {
    let tokens = statement.tokens
    if let named = namingDrug(statement, tokens) { return named }
    let tags = Tagger.tags(of: tokens)
    let verb = tags.firstIndex(where: \.isFinite) ?? tokens.count
    let beginning = tokens.indices.prefix(verb + 1)
    guard
      let index = beginning.first(where: { tokens[$0].lower == "it" }),
      index == 0 || tokens[index - 1].text == ",", let previous,
      let referent = referent(in: previous), !isEmptySubject(tokens, index)
    else { return statement }
    let isContracted = tokens[index].range.count > 2
    var result = statement.slice(0..<tokens[index].range.lowerBound)
    result.append(
      "[\(index == 0 ? referent.capitalisedFirst : referent)]\(isContracted ? " is" : "")"
    )
    result.append(tokens[index].range.upperBound..<statement.scalars.count, of: statement)
    result.isResolved = true
    return result
  }

  /// Puts the name in the place of "the drug" where the document is about one drug alone.
  private func namingDrug(_ statement: Statement, _ tokens: [Token]) -> Statement? {
    guard let drug = salience.mainDrug, tokens.count > 3,
      ["the", "this"].contains(tokens[0].lower),
      ["drug", "medicine", "medication", "agent"].contains(tokens[1].lower),
      !tokens[1].isPossessive
    else { return nil }
    var result = Statement()
    result.append("[\(drug.capitalisedFirst)]")
    result.append(tokens[1].range.upperBound..<statement.scalars.count, of: statement)
    result.isResolved = true
    return result
  }

  /// "It is important that", "it is possible to": nothing is meant by `it`.
  private func isEmptySubject(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index...].prefix(8).contains { ["that", "to"].contains($0.lower) }
      && !tokens[index...].prefix(4).contains { $0.lower == "believed" || $0.lower == "thought" }
  }

  /// The subject of a sentence, or the document's main word where it stands alone inside it.
  private func referent(in sentence: Sentence) -> String? {
    let statement = withoutOpenings(Statement(sentence.text))
    let tokens = statement.tokens
    let tags = Tagger.tags(of: tokens)
    guard let verb = tags.firstIndex(where: \.isFinite), (1...9).contains(verb) else { return nil }
    let subject = tokens[..<verb]
    guard tags[..<verb].allSatisfy({ $0 != .comma && $0 != .pronoun && $0 != .mark }) else {
      return nil
    }
    let nouns = tags[..<verb].drop { $0 == .determiner }
    if nouns.count <= 5, verb - nouns.count <= 1, !nouns.isEmpty,
      nouns.allSatisfy({ $0 == .noun }), !subject.contains(where: \.isPossessive),
      verb == nouns.count || ["a", "an", "the"].contains(subject[0].lower),
      !Wording.pointing.contains(subject[verb - 1].lower), !isPlural(subject[verb - 1]),
      // "The usual cause is infarction. It …": the infarction, or what it causes.
      !Wording.vague.contains(subject[verb - 1].lower)
    {
      return name(statement.text(tokens[0].range.lowerBound..<tokens[verb - 1].range.upperBound))
    }
    guard let main = salience.main, let named = subject.first(where: { $0.lower == main }),
      !named.isPossessive
    else { return nil }
    return name(named.text)
  }

  private func isPlural(_ token: Token) -> Bool {
    AnswerType.singular(token.lower) != token.lower && !token.lower.hasSuffix("is")
      && !token.lower.hasSuffix("us")
  }

  /// Without the capital of a sentence's beginning, where the document writes the word small.
  private func name(_ text: String) -> String {
    let first = Token.tokens(of: text).first?.lower ?? ""
    return salience.writesSmall(first) ? text.smallFirst : text
  }
}

extension String {
  fileprivate var smallFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Reading

/// The persons that a set of documents names, and how to tell a sentence about one.
struct People: Sendable {
  /// Surnames and full names as written.
  private(set) var names: Set<String> = []

  init(in texts: [String]) {
    for text in texts {
      let tokens = Token.tokens(of: text)
      for index in tokens.indices { note(tokens, index) }
    }
  }

  /// Whether a text names a person, or points to one by a pronoun or by an office.
  func appear(in tokens: [Token]) -> Bool {
    tokens.indices.contains { isName(tokens, $0) } || isOfficeOrPronoun(tokens)
  }

  func appear(in text: String) -> Bool {
    appear(in: Token.tokens(of: text))
  }

  /// Whether a heading says that its section is about a person.
  func own(heading: String) -> Bool {
    let tokens = Token.tokens(of: heading)
    return tokens.indices.contains { tokens[$0].isPossessive && isName(tokens, $0) }
  }

  /// Whether the text names a person, speech and pronouns aside.
  func areNamed(in tokens: [Token]) -> Bool {
    tokens.indices.contains { isName(tokens, $0) }
  }

  private func isName(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].isCapitalised, names.contains(Self.plain(tokens[index])) else {
      return false
    }
    let next = index + 1 < tokens.count ? tokens[index + 1].lower : ""
    return !Self.eponymous.contains(next)
  }

  private func isOfficeOrPronoun(_ tokens: [Token]) -> Bool {
    let words = Set(tokens.map(\.lower))
    if !words.isDisjoint(with: Self.offices) { return true }
    return !words.isDisjoint(with: Self.pronouns) && words.isDisjoint(with: Self.anyone)
  }

  // MARK: Finding names

  private mutating func note(_ tokens: [Token], _ index: Int) {
    let word = tokens[index]
    guard Self.looksLikeName(word) else { return }
    let before = index > 0 ? tokens[index - 1].lower : ""
    let beforeStop = index > 1 && tokens[index - 1].text == "." ? tokens[index - 2].lower : ""
    let isTitled = Self.titles.contains(before) || Self.titles.contains(beforeStop)
    let next = index + 1 < tokens.count && !word.isPossessive ? tokens[index + 1] : nil
    if let next, Self.looksLikeName(next) {
      if isTitled || isPerson(tokens, index) { names.insert(Self.plain(next)) }
    } else if isTitled {
      names.insert(Self.plain(word))
    }
  }

  private func isPerson(_ tokens: [Token], _ first: Int) -> Bool {
    let before = first > 0 ? tokens[first - 1].lower : ""
    if Self.given.contains(tokens[first].lower) || Self.offices.contains(before) { return true }
    guard Self.isSentence(tokens) else { return false }
    let after = first + 2 < tokens.count ? tokens[first + 2].lower : ""
    let afterComma = first + 3 < tokens.count ? tokens[first + 3].lower : ""
    if Self.speech.contains(after) || Self.credentials.contains(afterComma) { return true }
    return tokens.contains { Self.pronouns.contains($0.lower) }
      && !tokens.contains { Self.anyone.contains($0.lower) }
  }

  private static func isSentence(_ tokens: [Token]) -> Bool {
    tokens.last.map { $0.text == "." || $0.text == "!" || $0.text == "?" || !$0.isWord } == true
  }

  /// One capital, then small letters only.
  private static func looksLikeName(_ token: Token) -> Bool {
    let scalars = Array(plain(token).unicodeScalars)
    return scalars.count > 1 && scalars[0].isUppercase
      && scalars.dropFirst().allSatisfy(\.isLowercase)
      && !common.contains(token.lower)
  }

  private static func plain(_ token: Token) -> String {
    let text = token.straight
    return token.isPossessive ? String(text.dropLast(text.hasSuffix("'s") ? 2 : 1)) : text
  }
}

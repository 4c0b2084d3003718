import Reading

/// Gives each token its tag in one pass from left to right.
struct Tagger {
  private let tokens: [Token]
  private var tags: [Tag] = []
  /// Whether the clause reached has its verb already.
  private var hasVerb = false

  static func tags(of tokens: [Token]) -> [Tag] {
    var tagger = Tagger(tokens: tokens)
    for index in tokens.indices {
      tagger.tags.append(tagger.tag(index))
      tagger.follow(index)
    }
    tagger.lookAgain()
    tagger.lookForOrder()
    return tagger.tags
  }

  /// `Measure baseline vital signs …`: a sentence without another verb is an order.
  private mutating func lookForOrder() {
    guard tags.first == .noun, let first = tokens.first, first.isCapitalised, tags.count > 2,
      Lexicon.orders.contains(first.lower), tags[1] == .noun || tags[1] == .determiner
    else { return }
    let clause = tags.prefix { $0 != .comma && $0 != .subordinator }
    if !clause.contains(where: \.isFinite) { tags[0] = .verb }
  }

  /// A sentence has a verb: where none was seen, the first noun that may be one is it.
  private mutating func lookAgain() {
    guard !tags.contains(where: \.isFinite), tokens.last?.text == ".",
      !Lexicon.orders.contains(tokens[0].lower)
    else { return }
    let verb = tags.indices.dropFirst().dropLast().first { index in
      let word = tokens[index].lower
      let mayFollow: Set<Tag> = [.noun, .adverb]
      return tags[index] == .noun && mayFollow.contains(tags[index - 1])
        && !tokens[index].isPossessive && !tokens[index].isCapitalised && word.hasSuffix("s")
        && !tokens[index - 1].lower.hasSuffix("s") && tags[index + 1] != .mark
        && tags[index + 1] != .comma && tags[index + 1] != .conjunction
        && stems(word).contains(where: Lexicon.isVerb)
    }
    if let verb { tags[verb] = .verb }
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  private var previous: Tag? { tags.last }

  /// Keeps track of clauses, and sees late that a word before a determiner was a verb.
  private mutating func follow(_ index: Int) {
    let tag = tags[index]
    if tag == .determiner || tag == .pronoun, index > 1, tags[index - 1] == .noun, !hasVerb,
      tags[index - 2] == .noun, !tokens[index - 1].isCapitalised, !tokens[index - 1].isPossessive,
      tokens[index - 1].lower.hasSuffix("s")
    {
      tags[index - 1] = .verb
      hasVerb = true
    }
    if tag.isFinite { hasVerb = true }
    if tag == .subordinator || tokens[index].text == ";" { hasVerb = false }
    if tag == .conjunction, index > 0, tags[index - 1] == .comma { hasVerb = false }
  }

  private func tag(_ index: Int) -> Tag {
    let token = tokens[index]
    guard token.isWord else { return token.text == "," ? .comma : .mark }
    if token.isNumber { return .number }
    let word = token.lower
    if token.isPossessive { return .noun }
    if let closed = closed(word, index) { return closed }
    if word.hasSuffix("ly"), word.count > 4, !Lexicon.lyNouns.contains(word) { return .adverb }
    if let verb = verbal(word, index) { return verb }
    return Lexicon.numberWords.contains(word) ? .number : .noun
  }

  private func closed(_ word: String, _ index: Int) -> Tag? {
    if word == "to" { return isPrepositionalTo(index) ? .preposition : .infinitiveMark }
    if word == "that", previous?.isNominal == true || previous == .verb || hasReporting {
      return .subordinator
    }
    guard Lexicon.functionWords.contains(word) || Lexicon.numberWords.contains(word) else {
      return nil
    }
    if Lexicon.modals.contains(word), previous != .determiner { return .modal }
    if Lexicon.auxiliaries.contains(word) { return .auxiliary }
    if Lexicon.numberWords.contains(word), word != "one" { return .number }
    if Lexicon.adverbs.contains(word), previous != .determiner || word == "most" || word == "very" {
      return .adverb
    }
    if Lexicon.determiners.contains(word) { return .determiner }
    if Lexicon.pronouns.contains(word) { return .pronoun }
    if Lexicon.conjunctions.contains(word) { return .conjunction }
    if Lexicon.subordinators.contains(word), !Lexicon.prepositions.contains(word) {
      return .subordinator
    }
    if Lexicon.prepositions.contains(word) { return .preposition }
    return nil
  }

  private var hasReporting: Bool {
    guard let last = tags.indices.last else { return false }
    return tokens[last].lower.hasSuffix("s") && previous == .noun
      || ["found", "shown", "believed", "suggest", "revealed", "reported"].contains(
        tokens[last].lower
      )
  }

  private func isPrepositionalTo(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return true }
    let next = tokens[index + 1].lower
    if Lexicon.determiners.contains(next) || tokens[index + 1].isNumber { return true }
    if next.hasSuffix("ing") || next.hasSuffix("ly") { return true }
    guard Lexicon.toPrepositional.contains(tokens[index - 1].lower) else {
      return !Lexicon.isVerb(next) && next != "be" && next != "have"
    }
    return true
  }

  // MARK: Verbs

  private func verbal(_ word: String, _ index: Int) -> Tag? {
    if let isFinite = Lexicon.irregularPasts[word] {
      return pastTag(index, canBeFinite: isFinite)
    }
    if word.hasSuffix("ing"), word.count > 4, !word.contains("-"), !Lexicon.ingNouns.contains(word)
    {
      return gerundTag(index)
    }
    if word.hasSuffix("ed"), word.count > 3, !word.contains("-"), !Lexicon.edNouns.contains(word) {
      return pastTag(index, canBeFinite: true)
    }
    if Lexicon.verbs.contains(word) || stems(word).contains(where: Lexicon.verbs.contains) {
      return isAfterNominalOpening ? nil : .verb
    }
    if Lexicon.nounVerbs.contains(word) || stems(word).contains(where: Lexicon.nounVerbs.contains) {
      return nounVerbTag(index)
    }
    return nil
  }

  /// Right after `the`, `of` or `their` a word is a noun whatever else it can be.
  private var isAfterNominalOpening: Bool {
    previous == .determiner || previous == .preposition
  }

  private func nounVerbTag(_ index: Int) -> Tag? {
    switch previous {
    case .modal, .infinitiveMark, .subordinator, .pronoun: return .verb
    case .adverb where !hasVerb || isAfterModal: return .verb
    case .noun where !hasVerb && isInPrepositionalPhrase: return nil
    case .noun where !hasVerb:
      let isLast = index + 1 >= tokens.count
      let next = isLast ? "" : tokens[index + 1].lower
      if next == "of" { return nil }
      let opens = Lexicon.determiners.contains(next) || Lexicon.prepositions.contains(next)
      return isLast || !tokens[index + 1].isWord || opens && !tokens[index].lower.hasSuffix("s")
        || next == "to"
        ? .verb : Lexicon.determiners.contains(next) ? .verb : nil
    default: return nil
    }
  }

  /// `can negatively impact`, `to fully block`.
  private var isAfterModal: Bool {
    let before = tags.last { $0 != .adverb }
    return before == .modal || before == .infinitiveMark
  }

  /// Nouns and articles alone since a preposition: no verb can stand among them.
  private var isInPrepositionalPhrase: Bool {
    tags.last { $0 != .noun && $0 != .determiner && $0 != .number } == .preposition
  }

  /// The second comma behind a subject: `X, a kind of Y, received …`.
  private var closesAside: Bool {
    tags.count { $0 == .comma } == 2 && (tags.first == .noun || tags.first == .determiner)
  }

  private func gerundTag(_ index: Int) -> Tag? {
    switch previous {
    case .determiner: return nil
    case .noun where index + 1 == tokens.count || !tokens[index + 1].isWord: return nil
    default: return .gerund
    }
  }

  private func pastTag(_ index: Int, canBeFinite: Bool) -> Tag? {
    switch previous {
    case .auxiliary, .modal: return .participle
    case .adverb where tags.dropLast().last == .auxiliary: return .participle
    case .determiner, .preposition, .number: return nextIsNominal(index) ? nil : .participle
    case .comma where canBeFinite && !hasVerb && closesAside: return .verb
    case .noun, .adverb, .pronoun:
      let next = index + 1 < tokens.count ? tokens[index + 1].lower : ""
      let opensPhrase = ["by", "in", "with", "as", "from", "to", "for"].contains(next)
      return canBeFinite && !hasVerb && !opensPhrase ? .verb : .participle
    default: return nextIsNominal(index) && previous != nil ? nil : .participle
    }
  }

  private func nextIsNominal(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.isWord && !next.isNumber && !Lexicon.determiners.contains(next.lower)
      && !Lexicon.prepositions.contains(next.lower) && !Lexicon.conjunctions.contains(next.lower)
      && !Lexicon.auxiliaries.contains(next.lower) && !Lexicon.pronouns.contains(next.lower)
      && !Lexicon.subordinators.contains(next.lower) && next.lower != "to"
      && !next.lower.hasSuffix("ly")
  }

  /// `acts` → `act`, `reaches` → `reach`, `carries` → `carry`.
  private func stems(_ word: String) -> [String] {
    guard word.hasSuffix("s"), !word.hasSuffix("ss") else { return [] }
    var stems = [String(word.dropLast())]
    if word.hasSuffix("es") { stems.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { stems.append(word.dropLast(3) + "y") }
    return stems
  }
}

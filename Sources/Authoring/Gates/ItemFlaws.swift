/// Faults of questions with options that a program can see.
///
/// The nineteen are those of Tarrant and others, "The frequency of item writing flaws in
/// multiple-choice questions used in high stakes nursing assessments", 2006, with the thresholds of
/// Moore and others, "Assessing the quality of multiple-choice questions", 2023.
struct ItemFlaws {
  let stem: String
  let right: [String]
  let wrong: [String]
  /// Whether more than one option may be right.
  let allowsSeveral: Bool

  enum Flaw: Int, Hashable, Sendable, CaseIterable {
    case implausibleDistractor = 1
    case noneOfTheAbove
    case allOfTheAbove
    case blankInStem
    case trueOrFalse
    case absoluteTerm
    case longestIsRight
    case negativeStem
    case wordRepeat
    case logicalCue
    case numbersOutOfOrder
    case severalRight
    case combinedOptions
    case ambiguousStem
    case gratuitousDetail
    case convergence
    case grammaticalCue
    case vagueTerm
    case unfocusedStem
  }

  /// The faults of a candidate; none where it has no options.
  static func flaws(of candidate: Candidate) -> [Flaw] {
    switch candidate.form {
    case .choice(let question, let distractors):
      ItemFlaws(
        stem: question,
        right: [candidate.answer],
        wrong: distractors,
        allowsSeveral: false
      ).all
    case .several(let question, let right, let wrong):
      ItemFlaws(stem: question, right: right, wrong: wrong, allowsSeveral: true).all
    case .cloze, .basic, .truth, .order: []
    }
  }

  /// The faults found, in their order.
  var all: [Flaw] { Flaw.allCases.filter(has) }

  private var options: [String] { right + wrong }

  private func has(_ flaw: Flaw) -> Bool {
    switch flaw {
    case .implausibleDistractor: hasStranger
    case .noneOfTheAbove: holds(["none of the above", "none of these", "neither of these"])
    case .allOfTheAbove: holds(["all of the above", "all of these", "both of the above"])
    case .blankInStem: stem.contains("…") || stem.contains("___")
    case .trueOrFalse:
      options.contains { ["true", "false", "yes", "no"].contains($0.lowercased()) }
    case .absoluteTerm: options.count { speaks($0, Self.absolutes) } == 1
    case .longestIsRight: isLongest
    case .negativeStem: speaks(stem, ["not", "except", "never", "least"])
    case .wordRepeat: hasRepeat
    case .logicalCue: stem.contains(where: \.isNumber) && options.count(where: isNumber) == 1
    case .numbersOutOfOrder: isOutOfOrder
    case .severalRight: Set(options.map { $0.lowercased() }).count < options.count
    case .combinedOptions: holds(["both a and b", "a and b", "a and c", "1 and 2", "1 and 3"])
    case .ambiguousStem: speaks(stem, ["it", "they", "this", "these", "those", "he", "she"])
    case .gratuitousDetail: words(stem).count > 30
    case .convergence: converges
    case .grammaticalCue: hasGrammaticalCue
    case .vagueTerm: options.contains { speaks($0, Self.vague) }
    case .unfocusedStem: !stem.hasSuffix("?")
    }
  }

  /// Numbers that no sorting puts into one order, because their units differ.
  private var isOutOfOrder: Bool {
    guard options.allSatisfy(isNumber) else { return false }
    let units = options.map { Token.tokens(of: $0).dropFirst().map(\.lower) }
    return Set(units).count > 1
  }

  // MARK: Options beside each other

  /// An option of another sort than the right one: a drug among enzymes, or another unit.
  private var hasStranger: Bool {
    guard let key = right.first, !allowsSeveral else { return false }
    let tokens = Token.tokens(of: key)
    if isNumber(key) { return wrong.contains { !isNumber($0) } }
    guard let type = AnswerType.of(tokens) else { return false }
    return wrong.contains { AnswerType.of(Token.tokens(of: $0)) != type }
  }

  private var isLongest: Bool {
    guard !allowsSeveral, let key = right.first, words(key).count >= 4,
      let longest = wrong.map(\.count).max()
    else { return false }
    return Double(longest) < 0.75 * Double(key.count)
  }

  /// A word of meaning that stem and key share and no distractor has.
  private var hasRepeat: Bool {
    let asked = Set(words(stem).filter { $0.count >= 4 && Salience.isContent($0) })
    return right.contains { key in
      let shared = asked.intersection(words(key))
      return !shared.isEmpty && !wrong.contains { !shared.isDisjoint(with: words($0)) }
    }
  }

  /// The key shares a word with every distractor, and these share none among themselves.
  private var converges: Bool {
    guard !allowsSeveral, wrong.count > 1, let key = right.first else { return false }
    let own = content(key)
    let others = wrong.map(content)
    guard others.allSatisfy({ !own.isDisjoint(with: $0) }) else { return false }
    let common = others.dropFirst().reduce(others[0]) { $0.intersection($1) }
    return common.isEmpty
  }

  /// "an" before the options, or a plural verb, that fits the key alone.
  private var hasGrammaticalCue: Bool {
    guard let key = right.first, !allowsSeveral else { return false }
    func isPlural(_ text: String) -> Bool {
      guard let head = words(text).last else { return false }
      return AnswerType.singular(head) != head
    }
    return wrong.count > 1 && !isNumber(key) && wrong.allSatisfy { isPlural($0) != isPlural(key) }
  }

  // MARK: Words

  private func holds(_ phrases: [String]) -> Bool {
    options.contains { phrases.contains($0.lowercased()) }
  }

  private func speaks(_ text: String, _ marks: Set<String>) -> Bool {
    !marks.isDisjoint(with: words(text))
  }

  private func isNumber(_ text: String) -> Bool {
    Token.tokens(of: text).first?.isNumber == true
  }

  private func content(_ text: String) -> Set<String> {
    Set(words(text).filter(Salience.isContent))
  }

  private func words(_ text: String) -> [String] {
    Token.tokens(of: text).filter(\.isWord).map(\.lower)
  }

  private static let absolutes: Set<String> = [
    "always", "never", "all", "only", "none", "every", "completely", "absolutely", "entirely",
  ]

  private static let vague: Set<String> = [
    "often", "sometimes", "usually", "frequently", "occasionally", "rarely", "generally", "many",
    "few",
  ]
}

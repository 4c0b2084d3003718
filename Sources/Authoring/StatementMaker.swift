import Reading

/// Turns a sentence into the statements that it makes on its own.
///
/// Only what carries no doubt, condition or number is ever left out: joining words, a label, an
/// announcement ("it is important to note that"), and a clause behind a semicolon.
struct StatementMaker {
  let salience: Salience
  /// Those whom no card may name; nil where names are wanted.
  var people: People?

  /// The statements of a sentence; `previous` is the sentence before it in the same passage.
  func statements(of sentence: Sentence, after previous: Sentence?) -> [Statement] {
    var statements: [Statement] = []
    for half in halves(Statement(sentence.text).withoutPronunciations) {
      let trimmed = underLeadIn(withoutOpenings(half), of: sentence)
      statements += recast(trimmed)
      let resolved = statements.isEmpty ? resolve(trimmed, after: previous) : trimmed
      statements.append(resolved)
    }
    return statements.filter { !$0.isEmpty }.map(\.asSentence)
  }

  // MARK: Lists

  /// Puts the lead-in of a list before an item that says nothing without it.
  private func underLeadIn(_ item: Statement, of sentence: Sentence) -> Statement {
    let tokens = item.tokens
    guard case .listItem(isNumbered: false) = sentence.kind, let leadIn = sentence.lastOfLeadIn,
      (2...20).contains(tokens.count(where: \.isWord)),
      isNoSentence(item, tokens) || goesOn(leadIn, tokens), people?.appear(in: leadIn) != true
    else { return item }
    var whole = Statement()
    whole.append(Self.withoutNumber(leadIn) + " ")
    whole.append(item.scalars.indices, of: item)
    whole.isListed = true
    return whole
  }

  /// "can be confirmed by:" over "noting that the infant …".
  private func goesOn(_ leadIn: String, _ item: [Token]) -> Bool {
    let last = Token.tokens(of: leadIn).last(where: \.isWord)?.lower ?? ""
    return item.first?.lower.hasSuffix("ing") == true && Lexicon.prepositions.contains(last)
  }

  /// `3.1.2 Give 1 point for each of:` without the number of the paragraph.
  private static func withoutNumber(_ leadIn: String) -> String {
    let words = leadIn.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].contains("."),
      words[0].allSatisfy({ $0.isNumber || $0 == "." })
    else { return leadIn }
    return String(words[1])
  }

  /// Whether an item has no verb, or none but a word that may be a noun and no full stop.
  private func isNoSentence(_ item: Statement, _ tokens: [Token]) -> Bool {
    let tags = Tagger.tags(of: tokens)
    let finite = tags.filter(\.isFinite)
    let hasStop = item.scalars.last { !$0.isBlank } == "."
    if let verb = tags.firstIndex(where: \.isFinite), verb > 0, tokens[0].isCapitalised,
      tags[verb - 1] == .noun, !tags[..<verb].contains(.subordinator)
    {
      return false
    }
    return finite.isEmpty || !hasStop && !finite.contains { $0 == .modal || $0 == .auxiliary }
  }

  // MARK: Cutting

  /// Cuts at semicolons, unless an earlier part doubts or denies.
  private func halves(_ whole: Statement) -> [Statement] {
    let cuts = whole.scalars.indices.filter { whole.scalars[$0] == ";" }
    guard !cuts.isEmpty else { return [whole] }
    var halves: [Statement] = []
    var start = 0
    for cut in cuts + [whole.scalars.count] {
      halves.append(whole.slice(start..<cut))
      start = min(cut + 1, whole.scalars.count)
    }
    let isDoubtful = halves.dropLast().contains { half in
      let phrases = Phrases(half.tokens)
      return phrases.containsAny(of: Wording.hedges) || phrases.containsAny(of: Wording.negations)
    }
    return isDoubtful || halves.dropFirst().contains(where: lacksSubject) ? [whole] : halves
  }

  /// "; should be taken one hour before": the subject stands before the semicolon.
  private func lacksSubject(_ half: Statement) -> Bool {
    Tagger.tags(of: half.tokens).first.map { $0 == .modal || $0 == .auxiliary } == true
  }

  func withoutOpenings(_ statement: Statement) -> Statement {
    var rest = withoutLabel(withoutNumber(withoutReference(statement)))
    while let start = openingEnd(rest.tokens) {
      rest = rest.slice(start..<rest.scalars.count)
    }
    return rest
  }

  /// Where the statement goes on behind an opening that may go, if it has one.
  private func openingEnd(_ tokens: [Token]) -> Int? {
    let announcement = openings(Wording.announcements, of: tokens).first?.count
    let lead = openings(Wording.leads, of: tokens).lazy.compactMap { opening -> Int? in
      if tokens[opening.count].text == "," { return opening.count + 1 }
      return ["and", "but", "so", "yet"].contains(opening.phrase) ? opening.count : nil
    }.first
    return (announcement ?? lead).map { tokens[$0].range.lowerBound }
  }

  /// The phrases that open a statement and leave more than two words of it.
  private func openings(_ table: PhraseTable, of tokens: [Token]) -> [PhraseTable.Entry] {
    guard !tokens.isEmpty else { return [] }
    return table.entries(at: 0, of: tokens.map(\.lower)).filter { tokens.count > $0.count + 2 }
  }

  /// Takes away the number of a paragraph: `3.2.1 In hospital, …`.
  private func withoutNumber(_ statement: Statement) -> Statement {
    if let graded = withoutGrade(statement) { return graded }
    let tokens = statement.tokens
    guard tokens.count > 3, tokens[0].isNumber, tokens[1].isCapitalised, !tokens[1].isNumber,
      tokens[0].text.contains(where: { ".-,–".contains($0) })
        || Self.joining.contains(tokens[1].lower),
      !Units.isUnit(tokens[1].lower)
    else { return statement }
    return statement.slice(tokens[1].range.lowerBound..<statement.scalars.count)
  }

  /// Words behind a number that can only be the mark of a reference: `11 Although …`.
  private static let joining: Set<String> = [
    "although", "however", "further", "furthermore", "moreover", "the", "a", "an", "in", "this",
    "these", "among", "for", "if", "when", "there", "it", "both", "thus", "therefore", "because",
  ]

  /// Takes away the grade of the recommendation before: `(1B) Fluoroquinolones …`.
  private func withoutGrade(_ statement: Statement) -> Statement? {
    guard statement.scalars.first == "(",
      let close = statement.scalars.prefix(6).firstIndex(of: ")"),
      let next = statement.scalars[(close + 1)...].first(where: { !$0.isBlank }), next.isUppercase
    else { return nil }
    return statement.slice((close + 1)..<statement.scalars.count)
  }

  /// Takes away what only points elsewhere at the end: `(see section 5)`, `[3]`.
  private func withoutReference(_ statement: Statement) -> Statement {
    let scalars = statement.scalars
    let opening = scalars.indices.first { index in
      guard scalars[index] == "(" || scalars[index] == "[",
        let close = closing(of: index, in: scalars),
        scalars[(close + 1)...].allSatisfy({ $0 == "." || $0.isBlank })
      else { return false }
      return isReference(Array(scalars[(index + 1)..<close]), isSquare: scalars[index] == "[")
    }
    return opening.map { statement.slice(0..<$0) } ?? statement
  }

  private func isReference(_ inside: [Unicode.Scalar], isSquare: Bool) -> Bool {
    let words = Token.tokens(of: inside)
    guard let first = words.first else { return false }
    let pointing = ["see", "refer", "figure", "fig", "table", "section", "chapter"]
    return pointing.contains(first.lower) || words.allSatisfy { Self.grading.contains($0.lower) }
      || isSquare && words.allSatisfy { $0.isNumber || !$0.isWord }
  }

  /// `(strong recommendation, low quality of evidence)`: "we suggest" says how sure the authors are.
  private static let grading: Set<String> = [
    "strong", "weak", "conditional", "recommendation", "very", "low", "moderate", "high", "quality",
    "of", "evidence", "certainty", "bps", "ungraded", "statement", "best", "practice", ",", "grade",
    "a", "b", "c", "d",
  ]

  /// Where the parenthesis that opens at a place closes, others inside it passed over.
  private func closing(of open: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var depth = 0
    return scalars[open...].indices.first { index in
      if scalars[index] == "(" || scalars[index] == "[" { depth += 1 }
      if scalars[index] == ")" || scalars[index] == "]" { depth -= 1 }
      return depth == 0
    }
  }

  /// Takes `Label: ` away where a whole sentence follows.
  private func withoutLabel(_ statement: Statement) -> Statement {
    let scalars = statement.scalars
    // The colon of "HLA-B*15:02" parts nothing.
    let parting = scalars.indices.prefix(70).dropLast(scalars.count > 70 ? 0 : 1).first {
      scalars[$0] == ":" && scalars[$0 + 1].isBlank
    }
    guard let colon = parting else { return statement }
    let label = Token.tokens(of: statement.text(0..<colon))
    let rest = statement.slice((colon + 1)..<statement.scalars.count)
    let isLabel =
      (1...7).contains(label.count) && Tagger.tags(of: label).allSatisfy { !$0.isFinite }
    guard isLabel, let first = rest.tokens.first else { return statement }
    var whole = rest.slice(first.range.lowerBound..<rest.scalars.count)
    whole.label = statement.text(0..<colon).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return whole
  }

  // MARK: Recasting

  /// "X, a Y, does Z" says that X is a Y; "As X is Y, …" says that X is Y.
  private func recast(_ statement: Statement) -> [Statement] {
    [apposition(statement), origin(statement), premise(statement)].compactMap { $0 }
  }

  private func apposition(_ statement: Statement) -> Statement? {
    guard let aside = Aside(statement), let article = aside.words.first?.lower,
      article == "a" || article == "an", aside.words.count >= 3
    else { return nil }
    return joined(aside, by: " is ", in: statement)
  }

  /// "X, originally developed as Y, …" says that X was originally developed as Y.
  private func origin(_ statement: Statement) -> Statement? {
    guard let aside = Aside(statement), aside.words.count >= 4,
      ["originally", "initially", "first"].contains(aside.words[0].lower),
      aside.words[1].lower.hasSuffix("ed")
    else { return nil }
    return joined(aside, by: " was ", in: statement)
  }

  private func joined(_ aside: Aside, by link: String, in statement: Statement) -> Statement? {
    var result = statement.slice(aside.subject)
    result.append(link)
    result.append(aside.range, of: statement)
    result.isRecast = true
    return result
  }

  private func premise(_ statement: Statement) -> Statement? {
    let tokens = statement.tokens
    let tags = Tagger.tags(of: tokens)
    guard let first = tokens.first, ["as", "since", "because"].contains(first.lower),
      let comma = tokens.firstIndex(where: { $0.text == "," }), comma > 5,
      let verb = tags.firstIndex(where: \.isFinite), verb < comma,
      ["is", "are"].contains(tokens[verb].lower)
    else { return nil }
    var result = statement.slice(tokens[1].range.lowerBound..<tokens[comma].range.lowerBound)
    result.isRecast = true
    return result
  }
}

/// A phrase set off by commas right behind the words that open a statement.
private struct Aside {
  /// Scalars of the statement.
  let subject: Range<Int>
  let range: Range<Int>
  let words: [Token]

  init?(_ statement: Statement) {
    let tokens = statement.tokens
    guard let open = tokens.firstIndex(where: { $0.text == "," }), (1...4).contains(open),
      tokens[..<open].allSatisfy({ $0.isWord }),
      Tagger.tags(of: Array(tokens[..<open])).allSatisfy({ $0 == .noun }),
      let close = tokens[(open + 1)...].firstIndex(where: { $0.text == "," }),
      close + 1 < tokens.count
    else { return nil }
    let tags = Tagger.tags(of: tokens)
    guard tags[close + 1].isFinite || tags[close + 1] == .adverb else { return nil }
    subject = tokens[0].range.lowerBound..<tokens[open - 1].range.upperBound
    range = tokens[open + 1].range.lowerBound..<tokens[close - 1].range.upperBound
    words = Array(tokens[(open + 1)..<close])
  }
}

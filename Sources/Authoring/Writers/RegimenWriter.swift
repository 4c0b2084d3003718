import Reading

/// Asks for doses that stand on lines of their own under a drug: "doxycycline PO for 7 days", and
/// below it "Adults: 100 mg 2 times daily".
struct RegimenWriter {
  private let isDrug: (Token) -> Bool
  /// The line of the drug whose doses may follow.
  private var drug: Passage?

  init(isDrug: @escaping (Token) -> Bool) {
    self.isDrug = isDrug
  }

  /// The dose that a passage gives for somebody, with the two lines as if they were one sentence.
  mutating func candidate(
    from passage: Passage,
    in document: Document
  ) -> (sentence: Sentence, analysis: Analysis, fact: Fact)? {
    let line = Statement(passage.text)
    let tokens = line.tokens
    guard let colon = label(of: tokens) else {
      drug = namesDrug(tokens) ? passage : nil
      return nil
    }
    guard let drug else { return nil }
    return fact(line, behind: colon, of: drug, document.joined(drug, passage))
  }

  // MARK: The two lines

  /// Whether a line is a drug with its route and duration, and neither a sentence nor a dose.
  private func namesDrug(_ tokens: [Token]) -> Bool {
    let words = tokens.drop { Self.joining.contains($0.lower) }
    guard words.prefix(2).contains(where: isDrug), words.count <= Self.longest,
      !Tagger.tags(of: Array(words)).contains(where: \.isFinite)
    else { return false }
    return QuantityFinder.quantities(in: tokens).allSatisfy { $0.kind == .time }
  }

  private static let longest = 12

  private static let joining: Set<String> = ["or", "and", "plus", "then", "+", ","]

  /// The place of the colon behind "Adults" or "Children under 45 kg".
  private func label(of tokens: [Token]) -> Int? {
    guard let colon = tokens.prefix(Self.longest).firstIndex(where: { $0.text == ":" }), colon > 0
    else { return nil }
    let isOfPeople = tokens[..<colon].contains { AnswerType.of($0) == .population }
    return isOfPeople && tokens[0].isCapitalised ? colon : nil
  }

  /// Without the mark of a footnote: `(a)`.
  private func withoutMark(_ words: [Token]) -> [Token] {
    let end = words.suffix(3).map(\.text)
    guard end.count == 3, end[0] == "(", end[1].count == 1, end[2] == ")" else { return words }
    return words.dropLast(3)
  }

  // MARK: The question

  private func fact(
    _ line: Statement,
    behind colon: Int,
    of drug: Passage,
    _ sentence: Sentence
  ) -> (sentence: Sentence, analysis: Analysis, fact: Fact)? {
    let name = Statement(drug.text)
    let words = name.tokens.drop { Self.joining.contains($0.lower) }.filter { $0.text != ":" }
    guard let first = words.first, let last = withoutMark(words).last else { return nil }
    var statement = name.slice(first.range.lowerBound..<last.range.upperBound)
    statement.append(" – ")
    let start = statement.scalars.count
    statement.append(line.scalars.indices, of: line)
    let label = line.tokens[colon].range.upperBound
    let analysis = PatternAnalyzer.analysis(of: statement.asSentence)
    let dose = analysis.quantities.first { quantity in
      quantity.kind == .measure
        && analysis.tokens[quantity.words.lowerBound].range.lowerBound >= start + label
    }
    guard let dose else { return nil }
    let phrases = Phrases(analysis.tokens)
    let fact = Fact(
      claim: .regimen(dose.words),
      hedges: phrases.those(of: Wording.hedges),
      isNegated: phrases.containsAny(of: Wording.negations),
      relation: .dose
    )
    return (sentence, analysis, fact)
  }
}

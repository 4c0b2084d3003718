import Reading

/// The statement that a question is about and the sentence it was made from, with what every
/// question of it is held against.
struct Ground: Sendable {
  let statement: Statement
  let sentence: Sentence
  /// The words of the statement.
  let tokens: [Token]
  let text: String
  /// What each of the words is, marks left out.
  let traits: [Trait]
  /// The words of the statement that the ranking weighs.
  let marks: [WordWorth.Mark]
  /// Whether a word of the statement is a verb, as far as patterns tell.
  let hasVerb: Bool
  /// Whether the statement has no number and no quantity but those of the sentence.
  let keepsNumbers: Bool
  /// Whether the statement has every word of doubt and denial of the sentence.
  let keepsHedges: Bool
  private let numbers: Set<String>
  private let quantities: Set<[String]>
  private let hedges: [[Int]]

  init(_ statement: Statement, of sentence: Sentence) {
    self.statement = statement
    self.sentence = sentence
    tokens = statement.tokens
    traits = tokens.filter(\.isWord).map(Trait.init)
    text = statement.text
    marks = WordWorth.marks(in: tokens)
    hasVerb = Tagger.tags(of: tokens).contains(where: \.isFinite)
    let cited = Token.tokens(of: Self.cited(statement, sentence))
    numbers = Set(cited.filter(\.isNumber).map(\.lower))
    quantities = Set(Self.quantities(in: cited))
    hedges = Self.hedges(in: cited)
    keepsNumbers = Self.hold(numbers, quantities, tokens)
    keepsHedges = Self.hold(Self.hedges(in: tokens), hedges)
  }

  /// Whether some words hold no number and no quantity but those of the sentence.
  func holdsNumbers(of words: [Token]) -> Bool { Self.hold(numbers, quantities, words) }

  /// Whether some words hold every word of doubt and denial of the sentence.
  func isHedged(in words: [Token]) -> Bool { Self.hold(Self.hedges(in: words), hedges) }

  /// The part of the sentence that the statement was made from, as normalised text.
  private static func cited(_ statement: Statement, _ sentence: Sentence) -> [Unicode.Scalar] {
    guard let source = statement.source else { return [] }
    let offsets = sentence.text.offsets
    guard let first = offsets.firstIndex(where: source.contains),
      let last = offsets.lastIndex(where: source.contains)
    else { return [] }
    return Array(sentence.text.scalars[first...last])
  }

  private static func hold(
    _ numbers: Set<String>,
    _ quantities: Set<[String]>,
    _ words: [Token]
  ) -> Bool {
    words.allSatisfy { !$0.isNumber || numbers.contains($0.lower) }
      && self.quantities(in: words).allSatisfy(quantities.contains)
  }

  private static func quantities(in tokens: [Token]) -> [[String]] {
    QuantityFinder.quantities(in: tokens).map { tokens[$0.words].map(\.lower) }
  }

  private static func hold(_ card: [[Int]], _ cited: [[Int]]) -> Bool {
    zip(card, cited).allSatisfy { zip($0, $1).allSatisfy(>=) }
  }

  /// How often each word of doubt, and each of denial, stands among some.
  private static func hedges(in tokens: [Token]) -> [[Int]] {
    let phrases = Phrases(tokens)
    return [Wording.hedges, Wording.negations].map(phrases.counts)
  }
}

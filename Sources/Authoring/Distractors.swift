/// What stands in the documents and could be taken for the answer of a question, and is not.
struct Distractors: Sendable {
  /// A phrase or number of the documents with the words of the sentences that it stands in.
  private struct Entry {
    let text: String
    let words: Int
    var sentences: [Set<String>]
  }

  private enum Sort: Hashable {
    case term(AnswerType, isPlural: Bool)
    case quantity(unit: String)
  }

  private var entries: [Sort: [String: Entry]] = [:]

  /// Never fewer than so many beside the right answer.
  static let least = 3

  /// Takes in the phrases and numbers of one statement.
  mutating func add(_ analysis: Analysis) {
    let roots = Self.roots(analysis.tokens)
    for phrase in analysis.nounPhrases where (1...4).contains(phrase.count) {
      add(Array(analysis.tokens[phrase.words]), analysis.text(phrase.words), roots)
    }
    for quantity in analysis.quantities where quantity.kind != .year {
      add(Array(analysis.tokens[quantity.words]), analysis.text(quantity.words), roots)
    }
  }

  private mutating func add(_ tokens: [Token], _ text: String, _ sentence: Set<String>) {
    guard let sort = Self.sort(of: tokens) else { return }
    let key = text.lowercased()
    entries[sort, default: [:]][
      key,
      default: Entry(text: text, words: tokens.count, sentences: [])
    ].sentences.append(sentence)
  }

  /// Three others of the same sort, none of which the documents tie to what the question asks.
  func others(than answer: String, for question: String, in statement: Statement) -> [String] {
    let tokens = Token.tokens(of: answer)
    guard let sort = Self.sort(of: tokens), let group = entries[sort] else { return [] }
    let asked = Self.roots(Token.tokens(of: question))
    let own = Self.roots(tokens)
    let said = statement.text.lowercased()
    let fit = group.filter { key, entry in
      !said.contains(key) && own.isDisjoint(with: Self.roots(Token.tokens(of: key)))
        && !entry.sentences.contains { Self.speaks(of: asked, $0) }
    }
    let ranked = fit.sorted { left, right in
      let near = (abs(left.value.words - tokens.count), abs(right.value.words - tokens.count))
      return (near.0, left.key) < (near.1, right.key)
    }
    let texts = Self.apart(ranked.map(\.value.text))
    return texts.count < Self.least ? [] : Array(texts.prefix(Self.least))
  }

  /// Whether a sentence holds most of what the question speaks of: then it may answer it too.
  private static func speaks(of asked: Set<String>, _ sentence: Set<String>) -> Bool {
    asked.intersection(sentence).count * 2 > asked.count
  }

  /// No two that share a word: one of them would give away the other.
  private static func apart(_ texts: [String]) -> [String] {
    var used: Set<String> = []
    return texts.filter { text in
      let roots = roots(Token.tokens(of: text))
      guard used.isDisjoint(with: roots) else { return false }
      used.formUnion(roots)
      return true
    }
  }

  private static func sort(of tokens: [Token]) -> Sort? {
    if tokens.first?.isNumber == true, let last = tokens.last {
      return .quantity(unit: unit(of: last))
    }
    guard let type = AnswerType.of(tokens), let last = tokens.last else { return nil }
    return .term(type, isPlural: AnswerType.singular(last.lower) != last.lower)
  }

  /// `mg` of `5 mg` and `5mg`, `%` of `50%`.
  private static func unit(of token: Token) -> String {
    let unit = token.lower.drop { $0.isNumber || $0 == "." || $0 == "," }
    return AnswerType.singular(String(unit))
  }

  private static func roots(_ tokens: [Token]) -> Set<String> {
    Set(
      tokens.filter { $0.isNumber || Salience.isContent($0.lower) }.map {
        $0.isNumber ? $0.lower : String($0.lower.prefix(6))
      }
    )
  }

  /// Numbers by their size, words by the alphabet.
  static func precede(_ left: String, _ right: String) -> Bool {
    if let first = number(left), let second = number(right), first != second {
      return first < second
    }
    return left.lowercased() < right.lowercased()
  }

  private static func number(_ text: String) -> Double? {
    let digits = text.replacing(",", with: "").prefix { $0.isNumber || $0 == "." }
    return Double(digits)
  }
}

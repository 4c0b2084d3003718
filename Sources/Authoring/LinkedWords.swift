/// The words and links of a linkage, with the tokens that each word covers.
struct LinkedWords {
  let links: [Linkage.Link]
  let tokens: [Token]
  private let isVerb: [Bool]
  /// The tokens of each word; nil for walls.
  private let spans: [Range<Int>?]
  /// The links that begin or end at each word, as their indices.
  private let touching: [[Int]]
  /// Whether a word covers the token; what brackets held is covered by none.
  private let isCovered: [Bool]

  init(_ linkage: Linkage, of text: ParserText, tokens: [Token]) {
    let count = linkage.words.count
    let links = linkage.links.filter {
      (0..<count).contains($0.left) && (0..<count).contains($0.right)
    }
    let spans = Self.spans(linkage.words, text, tokens)
    var touching = [[Int]](repeating: [], count: count)
    for (index, link) in links.enumerated() {
      touching[link.left].append(index)
      touching[link.right].append(index)
    }
    var isCovered = [Bool](repeating: false, count: tokens.count)
    for span in spans.compactMap(\.self) {
      for index in span { isCovered[index] = true }
    }
    self.links = links
    self.tokens = tokens
    self.spans = spans
    self.touching = touching
    self.isCovered = isCovered
    isVerb = linkage.words.map(\.isVerb)
  }

  private static func spans(
    _ words: [Linkage.Word],
    _ text: ParserText,
    _ tokens: [Token]
  ) -> [Range<Int>?] {
    var tokenAt: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      for scalar in token.range { tokenAt[scalar] = index }
    }
    return words.map { word in
      let places = text.origins[word.range.clamped(to: text.origins.indices)]
      let covered = places.compactMap { tokenAt[$0] }
      guard let first = covered.first, let last = covered.last else { return nil }
      return first..<(last + 1)
    }
  }

  /// The tokens that the parse takes for verbs, participles and gerunds aside.
  var verbs: Set<Int> {
    let tokens = spans.indices.compactMap { isVerb[$0] ? spans[$0]?.lowerBound : nil }
    return Set(
      tokens.filter {
        !self.tokens[$0].lower.hasSuffix("ing") && !self.tokens[$0].lower.hasSuffix("ed")
      }
    )
  }

  var isEmpty: Bool { spans.isEmpty }

  var leftWall: Int { 0 }

  func links(from word: Int) -> [Linkage.Link] {
    touching[word].map { links[$0] }.filter { $0.left == word }
  }

  func links(to word: Int) -> [Linkage.Link] {
    touching[word].map { links[$0] }.filter { $0.right == word }
  }

  func span(_ word: Int) -> Range<Int>? { spans[word] }

  func isVerb(_ word: Int) -> Bool { isVerb[word] }

  /// The word in lower case, empty for a wall.
  func lower(_ word: Int) -> String {
    spans[word].map { tokens[$0.lowerBound].lower } ?? ""
  }

  /// Whether the word is one of the two walls.
  func isWall(_ word: Int) -> Bool { spans[word] == nil }

  /// All that hangs together with a word by links that may be followed, walls aside.
  func hanging(on start: Int, barring barred: Set<Int>, following: (Linkage.Link) -> Bool)
    -> Set<Int>
  {
    var found: Set<Int> = [start]
    var waiting = [start]
    while let word = waiting.popLast() {
      for link in touching[word].map({ links[$0] }) where following(link) {
        let other = link.left == word ? link.right : link.left
        guard !isWall(other), !barred.contains(other), found.insert(other).inserted else {
          continue
        }
        waiting.append(other)
      }
    }
    return found
  }

  /// The tokens of some words, marks at the ends aside; nil unless they stand without a gap.
  ///
  /// What follows in brackets belongs to them, and so does the end of a quotation begun within.
  func range(of words: Set<Int>) -> Range<Int>? {
    let held = Set(words.compactMap { spans[$0] }.joined()).filter { tokens[$0].isWord }
    guard let first = held.min(), let last = held.max() else { return nil }
    let isWhole = (first...last).allSatisfy {
      held.contains($0) || !tokens[$0].isWord || !isCovered[$0]
    }
    return isWhole ? first..<closingEnd(first..<(last + 1)) : nil
  }

  private func closingEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    let isOpen = tokens[range].contains { ["“", "«", "„"].contains($0.text) }
    if isOpen, end < tokens.count, ["”", "»", "“"].contains(tokens[end].text) { end += 1 }
    guard end < tokens.count, tokens[end].text == "(",
      let close = tokens[end...].firstIndex(where: { $0.text == ")" }),
      !isCovered[end...close].contains(true)
    else { return end }
    return close + 1
  }
}

import Decks

/// The content of a card as a set of word roots, to find another that says the same.
struct Likeness: Hashable, Sendable {
  fileprivate let roots: Set<String>
  /// The roots of what it asks for.
  let answer: Set<String>

  init(_ words: [Token], answer: [Token] = []) {
    roots = Self.roots(words)
    self.answer = Self.roots(answer)
  }

  init(text: String, answer: String = "") {
    self.init(Token.tokens(of: text), answer: Token.tokens(of: answer))
  }

  /// Whether both ask for the same words.
  func sharesAnswer(with other: Likeness) -> Bool {
    !answer.isEmpty && answer == other.answer
  }

  /// Whether the other card speaks of what this one asks for.
  func isAnswered(by other: Likeness) -> Bool {
    answer.isSubset(of: other.roots)
  }

  private static func roots(_ words: [Token]) -> Set<String> {
    Set(
      words.filter { $0.isWord && (Salience.isContent($0.lower) || $0.isNumber) }
        .map {
          $0.isNumber ? $0.lower : String($0.lower.prefix(6))
        }
    )
  }
}

/// Many cards by the words they use, so that those like a new one are found without trying each.
struct LikenessIndex: Sendable {
  private var entries: [Likeness] = []
  private var users: [String: [Int]] = [:]

  init(_ likenesses: [Likeness] = []) {
    for likeness in likenesses { add(likeness) }
  }

  mutating func add(_ likeness: Likeness) {
    for root in likeness.roots { users[root, default: []].append(entries.count) }
    entries.append(likeness)
  }

  /// The cards that share words with this one in the order they came, each with the shared part of
  /// both, 0 to 1.
  func alike(_ likeness: Likeness) -> [(likeness: Likeness, overlap: Double)] {
    var shared: [Int: Int] = [:]
    for root in likeness.roots {
      for entry in users[root] ?? [] { shared[entry, default: 0] += 1 }
    }
    return shared.sorted { $0.key < $1.key }.map { entry, count in
      let all = entries[entry].roots.count + likeness.roots.count - count
      return (entries[entry], Double(count) / Double(all))
    }
  }

  /// Whether some card shares at least such a part of its words with this one.
  func holds(_ likeness: Likeness, overlap least: Double) -> Bool {
    alike(likeness).contains { $0.overlap >= least }
  }
}

/// A card of the deck, as far as the generator must not say it again.
struct KnownCard: Sendable {
  let likeness: Likeness
  let citations: [Citation]
  /// Whether it belongs to the deck itself, and so counts against a document's share of cards.
  let isOwn: Bool

  /// Every question of the card, stages of a case one by one.
  static func all(in cards: [Card], isOwn: Bool) -> [KnownCard] {
    cards.flatMap { card -> [KnownCard] in
      let cited = card.details.citations
      guard case .stages(let stages) = card.body else {
        let likeness = Likeness(text: words(of: card.body))
        return [KnownCard(likeness: likeness, citations: cited, isOwn: isOwn)]
      }
      return all(in: stages, isOwn: isOwn).map {
        KnownCard(likeness: $0.likeness, citations: $0.citations + cited, isOwn: isOwn)
      }
    }
  }

  private static func words(of body: Card.Body) -> String {
    switch body {
    case .question(let stem, let key): "\(stem) \(words(of: key))"
    case .reversed(let front, let back, _): "\(front) \(back)"
    case .cloze(let text, _): plain(text)
    case .stages, .unreadable: ""
    }
  }

  /// What answers a question, in words.
  static func words(of key: Key) -> String {
    switch key {
    case .text(let key): key.answer
    case .blanks(let blanks): blanks.map(\.text).joined(separator: " ")
    case .choice(let choice): choice.options.filter(\.isRight).map(\.text).joined(separator: " ")
    case .truth: ""
    case .numeric(let key):
      switch key.value {
      case .point(let quantity, _, _): quantity.text
      case .range(let low, let high), .interval(let low, let high, _): "\(low.text) \(high.text)"
      }
    case .order(let ordering): ordering.steps.joined(separator: " ")
    }
  }

  /// Cloze text with its blanks filled in: `{{c1::liver::organ}}` → `liver`.
  static func plain(_ text: String) -> String {
    var parts = text.split(separator: "{{", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let halves = parts[index].split(
        separator: "}}",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      let fields = (halves.first ?? "").split(separator: "::", omittingEmptySubsequences: false)
      let blank = fields.count > 1 ? fields[1] : fields.first ?? ""
      parts[index] = blank + (halves.count > 1 ? String(halves[1]) : "")
    }
    return parts.joined()
  }
}

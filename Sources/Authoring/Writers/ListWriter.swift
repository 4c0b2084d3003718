import Reading

/// By what a list is known in its document.
struct ListName: Hashable {
  private let leadIn: String?
  private let headings: [String]
  private let kind: Passage.Kind

  init(_ item: Passage) {
    leadIn = item.leadIn
    headings = item.headings
    kind = item.kind
  }
}

extension Passage {
  /// "a clearance below 30 mL/min and" under "Metformin is stopped when:".
  var isPartOfCondition: Bool {
    guard case .listItem = kind, let leadIn,
      Token.tokens(of: text.scalars).last(where: \.isWord)?.lower == "and"
    else { return false }
    return Token.tokens(of: leadIn).contains {
      ["if", "when", "where", "who", "with", "unless", "criteria"].contains($0.lower)
    }
  }
}

/// The items that stand under one lead-in of a document.
struct ItemList {
  let leadIn: String
  let isNumbered: Bool
  /// How many items the document has there.
  let expected: Int
  let section: Int
  /// The number of the first item among the sentences of the document.
  let number: Int
  private(set) var items: [Sentence]

  init(
    _ first: Sentence,
    leadIn: String,
    isNumbered: Bool,
    expected: Int,
    section: Int,
    number: Int
  ) {
    self.leadIn = leadIn
    self.isNumbered = isNumbered
    self.expected = expected
    self.section = section
    self.number = number
    items = [first]
  }

  mutating func add(_ item: Sentence) { items.append(item) }

  var texts: [String] {
    items.map { $0.text.string(0..<Self.end(of: $0.text.scalars)) }
  }

  /// Where the words of an item end, before the mark that parts it from the next.
  private static func end(of item: [Unicode.Scalar]) -> Int {
    func last(before end: Int) -> Int {
      item[..<end].lastIndex { !".;, ".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
    }
    let end = last(before: item.count)
    let joint = [" and", " or"].first {
      item[..<end].reversed().starts(with: $0.unicodeScalars.reversed())
    }
    return joint.map { last(before: end - $0.count) } ?? end
  }

  /// All items one after the other, each word with its place in the document.
  var statement: Statement {
    var whole = Statement()
    for item in items {
      if !whole.isEmpty { whole.append("; ") }
      let part = Statement(item.text)
      whole.append(0..<Self.end(of: part.scalars), of: part)
    }
    return whole
  }
}

/// Asks for whole lists: steps in their order, or the items of one of two opposed lists.
enum ListWriter {
  /// What the lists of a document could ask, with the list that each is cited from.
  static func candidates(of all: [ItemList]) -> [(candidate: Candidate, list: ItemList)] {
    let lists = all.filter { $0.items.count == $0.expected }
    return lists.compactMap { list in (order(list) ?? whole(list)).map { ($0, list) } }
      + opposed(lists)
  }

  /// Every list against those near it that may be its opposite.
  private static func opposed(_ all: [ItemList]) -> [(candidate: Candidate, list: ItemList)] {
    let lists = all.filter { (2...6).contains($0.items.count) && isShort($0, most: 7) }
    let leads = lists.map { Phrases($0.leadIn) }
    return lists.indices.flatMap { index in
      let near = max(0, index - reach)..<min(lists.count, index + reach + 1)
      return near.filter { $0 != index && oppose(leads[index], leads[$0]) }.compactMap {
        several(lists[index], against: lists[$0]).map { ($0, lists[index]) }
      }
    }
  }

  /// How many lists away the opposite of one may stand.
  private static let reach = 12

  // MARK: Steps

  private static func order(_ list: ItemList) -> Candidate? {
    let words = Phrases(list.leadIn)
    guard list.isNumbered, (3...8).contains(list.items.count),
      words.containsAny(of: sequences), isShort(list, most: 16)
    else { return nil }
    let question = "\(asked(list.leadIn)): in which order?"
    return candidate(.order(question: question, steps: list.texts), list)
  }

  private static let sequences: PhraseTable = [
    "steps", "stages", "phases", "order", "sequence", "first", "then", "procedure", "algorithm",
    "as follows", "sequentially", "successive",
  ]

  // MARK: Few items

  /// "The late signs are: […]" over two to four items that are short enough to be learnt together.
  private static func whole(_ list: ItemList) -> Candidate? {
    let lead = asked(lastSentence(of: list.leadIn))
    let items = list.statement
    let isQuestion = lead.hasSuffix("?")
    let hasVerb = Tagger.tags(of: items.tokens).contains(where: \.isFinite)
    guard !list.isNumbered || isQuestion, !hasVerb, (2...4).contains(list.items.count),
      isShort(list, most: 7), lead.split(separator: " ").count > 2, !pointsBack(lead)
    else { return nil }
    if isQuestion { return candidate(.basic(question: lead), list) }
    var statement = Statement()
    statement.append(lead + ": ")
    let start = statement.scalars.count
    statement.append(items.scalars.indices, of: items)
    return candidate(.cloze, list, statement, start..<statement.scalars.count)
  }

  private static func lastSentence(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let end = scalars.indices.dropLast().last { scalars[$0] == "." && scalars[$0 + 1].isBlank }
    return end.map { scalars[($0 + 2)...].string } ?? text
  }

  private static func pointsBack(_ lead: String) -> Bool {
    Token.tokens(of: lead).contains {
      ["it", "they", "this", "these", "those", "them", "he", "she", "such", "above"].contains(
        $0.lower
      )
    }
  }

  // MARK: Opposed lists

  /// Two lists whose lead-ins differ by words that exclude each other: mild and severe.
  private static func several(_ list: ItemList, against other: ItemList) -> Candidate? {
    let right = Array(list.texts.prefix(4))
    let wrong = Array(other.texts.prefix(5 - min(3, right.count - 1)))
    let roots = right.map { Likeness(text: $0) }
    guard
      !wrong.contains(where: { text in
        roots.contains { LikenessIndex([$0]).holds(Likeness(text: text), overlap: 0.3) }
      })
    else { return nil }
    let lead = asked(list.leadIn)
    let isOpen = ["include", "includes", "are", "comprise"].contains { lead.hasSuffix(" " + $0) }
    let question = lead + (isOpen ? " which of these?" : ": which of these?")
    return candidate(.several(question: question, right: right, wrong: wrong), list)
  }

  private static func oppose(_ first: Phrases, _ second: Phrases) -> Bool {
    opposites.contains { one, other in
      first.containsAny(of: one) && second.containsAny(of: other) && !first.containsAny(of: other)
        && !second.containsAny(of: one)
        || first.containsAny(of: other) && second.containsAny(of: one)
          && !first.containsAny(of: one) && !second.containsAny(of: other)
    }
  }

  private static let opposites: [(PhraseTable, PhraseTable)] = [
    ("mild", "severe"), ("early", "late"), ("acute", "chronic"), ("left", "right"),
    ("left-sided", "right-sided"), ("absolute", "relative"), ("common", "rare"),
    ("indications", "contraindications"), ("increase", "decrease"), ("raise", "lower"),
    ("increases", "decreases"), ("minor", "major"), ("typical", "atypical"),
    ("hyperthyroidism", "hypothyroidism"), ("moderate", "severe"), ("upper", "lower"),
    ("recommended", "avoided"), ("should", "should not"), ("inducers", "inhibitors"),
  ].map { (PhraseTable([$0]), PhraseTable([$1])) }

  // MARK: Both

  private static func isShort(_ list: ItemList, most: Int) -> Bool {
    list.texts.allSatisfy { text in
      (1...most).contains(Token.tokens(of: text).count(where: \.isWord))
    } && Set(list.texts).count == list.items.count
  }

  private static func asked(_ leadIn: String) -> String {
    String(leadIn.reversed().drop { $0 == ":" || $0 == " " || $0 == "." }.reversed())
  }

  private static func candidate(_ form: Candidate.Form, _ list: ItemList) -> Candidate? {
    let statement = list.statement
    return candidate(form, list, statement, statement.scalars.indices)
  }

  private static func candidate(
    _ form: Candidate.Form,
    _ list: ItemList,
    _ statement: Statement,
    _ blank: Range<Int>
  ) -> Candidate? {
    let phrases = Phrases(statement.tokens)
    guard !statement.isEmpty else { return nil }
    return Candidate(
      form: form,
      statement: statement,
      fact: Fact(
        claim: .series(0..<statement.tokens.count),
        hedges: phrases.those(of: Wording.hedges),
        isNegated: phrases.containsAny(of: Wording.negations),
        relation: Relation.of(Phrases(list.leadIn))
      ),
      blank: blank,
      sentence: list.items[0]
    )
  }
}

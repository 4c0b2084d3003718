import Decks

/// Pairs the quantities of a key with the typed ones; what is left over decides.
struct QuantityPairing {
  /// Typed quantities that differ or are too many.
  private(set) var faults: [Reason] = []
  /// Quantities of the key that were not typed.
  private(set) var missing: [String] = []
  /// The words of both sides; quantities of one kind that occur twice stand among them, so that
  /// doses cannot change places.
  private(set) var expectedWords: [ReadWord] = []
  private(set) var typedWords: [ReadWord] = []

  init(expected: Reading, typed: Reading) {
    let wanted = Self.numbers(in: expected)
    let found = Self.numbers(in: typed)
    var partner = [Int?](repeating: nil, count: found.count)
    var isOpen = [Bool](repeating: true, count: wanted.count)
    // A text with more quantities than this is no answer; the rest is left over.
    for (index, item) in found.enumerated().prefix(Self.most) {
      if let match = wanted.indices.first(where: { isOpen[$0] && Self.same(wanted[$0], item) }) {
        partner[index] = match
        isOpen[match] = false
      }
    }
    let open = wanted.indices.filter { isOpen[$0] }.map { wanted[$0] }
    for (index, item) in found.enumerated() where partner[index] == nil {
      faults = Self.fault(of: item, open: open)
      return
    }
    missing = open.map(Self.plain)
    let isRepeated = Self.repeats(wanted)
    expectedWords = Self.words(expected, marks: isRepeated ? Array(wanted.indices) : nil)
    typedWords = Self.words(typed, marks: isRepeated ? partner.map { $0 ?? -1 } : nil)
  }

  private static let most = 200

  private static func numbers(in reading: Reading) -> [ReadItem] {
    reading.items.filter { item in
      switch item {
      case .quantity, .ratio: true
      case .word, .symbol: false
      }
    }
  }

  private static func plain(_ item: ReadItem) -> String {
    switch item {
    case .quantity(let quantity): quantity.plain
    case .ratio(let ratio): ratio.plain
    case .word(let word): word.written
    case .symbol(let symbol): String(symbol)
    }
  }

  private static func same(_ expected: ReadItem, _ typed: ReadItem) -> Bool {
    switch (expected, typed) {
    case (.quantity(let wanted), .quantity(let found)):
      return wanted.comparator == found.comparator && same(wanted.low, found.low)
        && same(wanted.high, found.high)
    case (.ratio(let wanted), .ratio(let found)):
      return wanted.equals(found)
    default: return false
    }
  }

  private static func same(_ expected: ReadEnd?, _ typed: ReadEnd?) -> Bool {
    switch (expected, typed) {
    case (nil, nil): true
    case (let wanted?, let found?): faults(wanted, found).isEmpty
    default: false
    }
  }

  private static func faults(_ expected: ReadEnd, _ typed: ReadEnd) -> [Reason] {
    Comparison(expected: expected, tolerance: .absolute(Rational(0))).faults(of: typed)
  }

  /// What is said of a typed quantity that fits none, by the likeliest one of the key.
  private static func fault(of item: ReadItem, open: [ReadItem]) -> [Reason] {
    guard case .quantity(let found) = item else {
      let isRatio = open.contains { if case .ratio = $0 { true } else { false } }
      return open.isEmpty
        ? [.extraQuantity(plain(item))] : [isRatio ? .otherRatio(plain(item)) : .ratioIsNoNumber]
    }
    let quantities = open.compactMap { item -> ReadQuantity? in
      if case .quantity(let quantity) = item { quantity } else { nil }
    }
    let near = quantities.first { $0.unit?.dimensions == found.unit?.dimensions }
    guard let wanted = near ?? quantities.first else { return [.extraQuantity(found.plain)] }
    if wanted.comparator != found.comparator {
      return [.wrongComparator(expected: wanted.comparator, typed: found.comparator)]
    }
    let lower = faults(wanted.low, found.low)
    switch (wanted.high, found.high) {
    case (nil, nil): return lower
    case (let high?, let typedHigh?):
      let upper = faults(high, typedHigh)
      return (lower.isEmpty ? [] : [.lowerEnd] + lower)
        + (upper.isEmpty ? [] : [.upperEnd] + upper)
    case (nil, _): return [.oneValueWanted]
    case (let high?, nil): return [half(found.low, low: wanted.low, high: high)]
    }
  }

  /// Which end of a range is missing where one of them was typed.
  private static func half(_ typed: ReadEnd, low: ReadEnd, high: ReadEnd) -> Reason {
    if faults(low, typed).isEmpty { return .endMissing(.high) }
    return faults(high, typed).isEmpty ? .endMissing(.low) : .bothEndsWanted
  }

  /// Whether two quantities measure the same.
  private static func repeats(_ items: [ReadItem]) -> Bool {
    var seen: Set<[Dimension: Int]> = []
    return items.contains { item in
      guard case .quantity(let quantity) = item else { return false }
      return !seen.insert(quantity.unit?.dimensions ?? [:]).inserted
    }
  }

  private static func words(_ reading: Reading, marks: [Int]?) -> [ReadWord] {
    var words: [ReadWord] = []
    var number = 0
    for (index, item) in reading.items.enumerated() {
      switch item {
      case .word(let word):
        let next = index + 1 < reading.items.count ? reading.items[index + 1] : nil
        if !StopWords.drops(word, before: next) { words.append(word) }
      case .symbol(let symbol):
        let text = String(symbol)
        if !StopWords.contains(text) {
          words.append(ReadWord(folded: text, written: text, hasDigit: false))
        }
      case .quantity, .ratio:
        if let marks {
          let mark = "#\(marks[number])"
          words.append(ReadWord(folded: mark, written: plain(item), hasDigit: true))
        }
        number += 1
      }
    }
    return words
  }
}

/// Words that carry no meaning for a comparison; prepositions do ("to 5 mg", "by 5 mg").
enum StopWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word counts for nothing where it stands.
  ///
  /// An article that may be the beginning of the next word counts: "a symptomatic".
  static func drops(_ word: ReadWord, before next: ReadItem?) -> Bool {
    guard contains(word.folded) else { return false }
    guard ["a", "an"].contains(word.folded), case .word(let other)? = next else { return true }
    return !Lexicon.shared.contains(word.folded + other.folded)
  }

  private static let words: Set<String> = [
    "the", "a", "an", "of", "and", "is", "are", "it", "its", "be", "this", "that", "&", "=",
  ]
}

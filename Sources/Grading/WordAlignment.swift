import Decks

/// Lays typed words beside the expected ones, in order.
struct WordAlignment {
  private let expected: [ReadWord]
  private let typed: [ReadWord]
  private let typo: Typo
  /// Above this many pairs only equality is looked for.
  private static let mostPairs = 2500

  init(expected: [ReadWord], typed: [ReadWord], typo: Typo) {
    self.expected = expected
    self.typed = typed
    self.typo = typo
  }

  func verdict(
    expected text: String,
    missing quantities: [String],
    hasQuantities: Bool,
    notations: [Notation],
    readAs: String?
  ) -> Verdict {
    guard expected.count * typed.count <= Self.mostPairs else {
      return negations(expected) != negations(typed) && hasQuantities
        ? .wrong([.expected(text), .negation]) : .judge([.noMatch], notations: notations)
    }
    let (missing, extra, slips) = align()
    let touchesKey = missing.count < expected.count || expected.isEmpty || hasQuantities
    if negations(expected) != negations(typed), touchesKey {
      return .wrong([.expected(text), .negation], notations: notations, readAs: readAs)
    }
    if let other = otherWord(missing, extra) {
      return .wrong([.expected(text), other], notations: notations, readAs: readAs)
    }
    if missing.isEmpty, extra.isEmpty, quantities.isEmpty {
      return .right(slips.map(Reason.spelling), notations: notations, readAs: readAs)
    }
    if quantities.isEmpty, isDrugAndRoute, Self.sorted(missing) == Self.sorted(extra) {
      return .right(notations: notations, readAs: readAs)
    }
    return judge(text, missing, extra, quantities, notations: notations)
  }

  private func judge(
    _ text: String,
    _ missing: [ReadWord],
    _ extra: [ReadWord],
    _ quantities: [String],
    notations: [Notation]
  ) -> Verdict {
    let absent = quantities + missing.filter { !$0.folded.hasPrefix("#") }.map(\.written)
    if !missing.isEmpty, Self.sorted(missing) == Self.sorted(extra) {
      if hasSwappedDoses { return .wrong([.expected(text), .otherOrder]) }
      if KeyList(text)?.holds(typed.map(\.folded)) == true {
        return .judge([.listOrder], notations: notations)
      }
      return .judge([.otherOrder], notations: notations, suggested: .again)
    }
    var reasons: [Reason] = []
    for word in extra {
      if let meaning = Abbreviations.danger(word.folded) {
        reasons.append(.abbreviation(word.written, meaning: meaning))
      }
    }
    if extra.contains(where: { Self.hedges.contains($0.folded) }) {
      return .judge([.hedged] + reasons, notations: notations, suggested: .again)
    }
    if quantities.isEmpty, missing.count == expected.count, !expected.isEmpty || extra.isEmpty {
      return .judge(reasons + [.noMatch], notations: notations)
    }
    if !absent.isEmpty { reasons.append(.partMissing(absent)) }
    if !extra.isEmpty { reasons.append(.extraWords(extra.map(\.written))) }
    return .judge(reasons, notations: notations)
  }

  private static func sorted(_ words: [ReadWord]) -> [String] {
    words.map(\.folded).sorted()
  }

  /// Whether the key is one drug and one route, which may stand in any order.
  private var isDrugAndRoute: Bool {
    let routes = expected.count { Routes.route($0.folded) != nil }
    let drugs = expected.count {
      Lexicon.shared.drugs.contains(Spelling.canonical($0.folded))
    }
    return expected.count == 2 && routes == 1 && drugs == 1
  }

  /// Whether doses or what they belong to changed places, but not both: two doses of one kind
  /// then stand at each other's words.
  private var hasSwappedDoses: Bool {
    func order(_ words: [ReadWord], marks: Bool) -> [String] {
      words.map(\.folded).filter { $0.hasPrefix("#") == marks }
    }
    let sameMarks = order(expected, marks: true) == order(typed, marks: true)
    let sameWords = order(expected, marks: false) == order(typed, marks: false)
    return expected.contains { $0.folded.hasPrefix("#") } && sameMarks != sameWords
  }

  private static let hedges: Set<String> = ["or", "either", "maybe", "perhaps", "possibly", "/"]

  private static let negationWords: Set<String> = [
    "not", "no", "never", "without", "non", "neither", "nor", "cannot", "dont", "doesnt", "isnt",
    "arent", "cant", "wont", "shouldnt", "avoid", "except",
  ]

  private func negations(_ words: [ReadWord]) -> Int {
    words.count { Self.negationWords.contains($0.folded) }
  }

  /// A missing word in whose place another one stands that means something else.
  private func otherWord(_ missing: [ReadWord], _ extra: [ReadWord]) -> Reason? {
    guard missing.count * extra.count <= 400 else { return nil }
    let typed = extra.map(TypoWord.init)
    for wanted in missing.map(TypoWord.init) where !wanted.read.folded.hasPrefix("#") {
      for found in typed where typo.match(wanted, found) == .other {
        return .otherWord(typed: found.read.written, expected: wanted.read.written)
      }
    }
    return nil
  }

  /// The longest common sequence, equal words before slips.
  private func align() -> (missing: [ReadWord], extra: [ReadWord], slips: [String]) {
    let width = typed.count + 1
    var matches = [WordMatch](repeating: .none, count: expected.count * typed.count)
    let wanted = expected.map(TypoWord.init)
    let found = typed.map(TypoWord.init)
    var best = [Int](repeating: 0, count: (expected.count + 1) * width)
    for i in expected.indices.reversed() {
      for j in typed.indices.reversed() {
        let match = typo.match(wanted[i], found[j])
        matches[i * typed.count + j] = match
        let taken = best[(i + 1) * width + j + 1] + Self.weight(match)
        best[i * width + j] = max(taken, best[(i + 1) * width + j], best[i * width + j + 1])
      }
    }
    var missing: [ReadWord] = []
    var extra: [ReadWord] = []
    var slips: [String] = []
    var (i, j) = (0, 0)
    while i < expected.count, j < typed.count {
      let match = matches[i * typed.count + j]
      let here = best[i * width + j]
      if Self.weight(match) > 0, here == best[(i + 1) * width + j + 1] + Self.weight(match) {
        if match == .slip { slips.append(expected[i].written) }
        i += 1
        j += 1
      } else if here == best[(i + 1) * width + j] {
        missing.append(expected[i])
        i += 1
      } else {
        extra.append(typed[j])
        j += 1
      }
    }
    return (missing + expected[i...], extra + typed[j...], slips)
  }

  private static func weight(_ match: WordMatch) -> Int {
    switch match {
    case .same: 3
    case .slip: 2
    case .other, .none: 0
    }
  }
}

/// Where a sentence counts up a few things to its end, as in "The late signs are X, Y and Z".
struct Enumerations {
  private let analysis: Analysis

  static func claims(in analysis: Analysis) -> [Fact.Claim] {
    let isOfExamples = analysis.tokens.contains { ["example", "examples"].contains($0.lower) }
    guard analysis.tags.contains(.comma), !isOfExamples else { return [] }
    let finder = Enumerations(analysis: analysis)
    // The last word that can open a list leaves the shortest.
    let list = analysis.tokens.indices.reversed().lazy.compactMap(finder.list).first
    return list.map { [.enumeration($0)] } ?? []
  }

  /// The words behind an opening, where they are three or four members and nothing else.
  private func list(behind opening: Int) -> Range<Int>? {
    // "arms, legs and pelvis" with "arms" taken for a verb: the list began before.
    guard opens(opening), analysis.tags[opening + 1] != .comma else { return nil }
    var words = (opening + 1)..<end
    let passed: Set<Tag> = [.determiner, .adverb]
    while let first = words.first, passed.contains(analysis.tags[first]) {
      words = (first + 1)..<end
    }
    let members = members(of: words)
    guard words.count <= Self.longest, (3...4).contains(members.count),
      members.allSatisfy(isMember), areAlike(members)
    else { return nil }
    return words
  }

  /// Members with what joins them, in tokens.
  private static let longest = 18

  private var end: Int {
    analysis.tokens.count - (analysis.tokens.last?.text == "." ? 1 : 0)
  }

  /// A colon behind a clause, a verb, or the preposition of a participle: "caused by".
  private func opens(_ index: Int) -> Bool {
    guard index > 0, index + 1 < end else { return false }
    switch analysis.tags[index] {
    case .verb, .auxiliary: return !["have", "has", "had"].contains(analysis.word(index))
    case .preposition:
      let linked: Set<Tag> = [.verb, .participle]
      return !Self.examples.contains(analysis.word(index))
        && linked.contains(analysis.tags[index - 1])
    case .mark:
      return analysis.word(index) == ":" && analysis.tags[..<index].contains(where: \.isFinite)
    default: return false
    }
  }

  private static let examples: Set<String> = ["including", "like", "as", "than"]

  /// The parts between commas, the last of which "and" or "or" opens.
  private func members(of words: Range<Int>) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var start = words.lowerBound
    var isClosed = false
    for index in words where analysis.tags[index] == .comma || isJoint(index) {
      if isClosed { return [] }
      isClosed = isJoint(index)
      if start < index { members.append(start..<index) }
      start = index + 1
    }
    guard isClosed, start < words.upperBound else { return [] }
    return members + [start..<words.upperBound]
  }

  private func isJoint(_ index: Int) -> Bool { ["and", "or"].contains(analysis.word(index)) }

  /// A noun phrase, with an "of" at most, that names one thing.
  private func isMember(_ words: Range<Int>) -> Bool {
    guard let first = words.first, words.count <= 6 else { return false }
    let passed: Set<Tag> = [.noun, .number, .determiner, .participle, .gerund]
    return (analysis.tags[first].isNominal || analysis.tags[first] == .determiner)
      && words.allSatisfy { passed.contains(analysis.tags[$0]) || analysis.word($0) == "of" }
      && !analysis.tokens[words].contains { Self.open.contains($0.lower) }
  }

  /// Not "function of muscles, nerves, and the heart", nor "viral, bacterial or fungal infection":
  /// what all members share stands at one of them.
  private func areAlike(_ members: [Range<Int>]) -> Bool {
    let shared = members[0].contains { index in
      analysis.word(index) == "of" || analysis.tags[index] == .gerund
        || analysis.tags[index] == .participle
    }
    let ends = members.dropLast().map { analysis.word($0.upperBound - 1) }
    return !shared && !ends.contains { end in Self.adjectives.contains(where: end.hasSuffix) }
  }

  private static let adjectives = ["al", "ic", "ary", "ous", "ive"]

  /// Members that stand for more.
  private static let open: Set<String> = ["other", "others", "etc", "more", "so", "which", "both"]
}

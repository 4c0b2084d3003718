/// Different answers of the documents to one question.
package struct Conflict: Hashable, Sendable {
  /// What the documents differ in: `onset`, `origin`, or the words that the places share.
  package let matter: String
  /// In the order of the documents; two at least.
  package let sides: [Side]

  /// What one document says in one place.
  package struct Side: Hashable, Sendable {
    /// The key that citations use.
    package let document: String
    /// `line 12` or `p. 3`.
    package let locator: String
    /// The words that differ.
    package let value: String
    /// A few words around those, as the document has them.
    package let span: String
    /// Scalars of the document that hold the sentence.
    let range: Range<Int>
  }
}

/// Finds what the documents contradict each other in, and the sentences it stands in.
struct Conflicts: Sendable {
  let all: [Conflict]

  init(_ assertions: [Assertion]) {
    all = Self.named(assertions) + Self.opposed(assertions)
  }

  /// The conflict that a sentence takes part in, where the text still says what is disputed.
  func conflict(in document: String, at range: Range<Int>, saying text: String) -> Conflict? {
    all.first { conflict in
      conflict.sides.contains {
        $0.document == document && $0.range == range
          && text.lowercased().contains($0.value.lowercased())
      }
    }
  }

  // MARK: Matters with a name

  /// Onset and origin: whatever the words around them, one subject has one.
  private static func named(_ assertions: [Assertion]) -> [Conflict] {
    let named = assertions.filter { $0.matter != nil }
    let groups = Dictionary(grouping: named) { "\($0.subject)\n\($0.matter?.rawValue ?? "")" }
    return groups.sorted { $0.key < $1.key }.compactMap { _, group in
      guard Set(group.map(\.value)).count > 1, let first = group.first, let matter = first.matter
      else { return nil }
      return Conflict(matter: "\(matter.rawValue) of \(first.subject)", sides: sides(group))
    }
  }

  // MARK: Matters by their words

  /// Statements in nearly the same words that differ in a number, a direction or a "not".
  private static func opposed(_ assertions: [Assertion]) -> [Conflict] {
    let plain = assertions.filter { $0.matter == nil }
    var users: [String: [Int]] = [:]
    var conflicts: [Conflict] = []
    for (index, assertion) in plain.enumerated() {
      var shared: [Int: Int] = [:]
      for root in assertion.roots {
        for other in (users[root] ?? []).suffix(mostUsers) { shared[other, default: 0] += 1 }
        users[root, default: []].append(index)
      }
      let rivals = shared.filter { other, count in
        assertion.contradicts(plain[other], sharing: count)
      }
      guard let nearest = rivals.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
        continue
      }
      let pair = [plain[nearest.key], assertion]
      let words = pair[0].roots.intersection(pair[1].roots).sorted().prefix(4)
      conflicts.append(Conflict(matter: words.joined(separator: ", "), sides: sides(pair)))
    }
    return conflicts
  }

  /// A word used more often than this tells nothing of its statement.
  private static let mostUsers = 200

  private static func sides(_ assertions: [Assertion]) -> [Conflict.Side] {
    var seen: Set<String> = []
    return assertions.map { $0.side() }.filter {
      seen.insert("\($0.document) \($0.range) \($0.value)").inserted
    }
  }
}

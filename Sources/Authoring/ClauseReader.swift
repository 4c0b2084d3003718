/// Reads the main clause off a complete linkage.
struct ClauseReader {
  private let words: LinkedWords
  /// From the finite verb to the main verb.
  private let verbs: [Int]
  private let isPassive: Bool

  /// Nil where there is no plain statement: an order, "there is", or two verbs joined by "and".
  static func clause(in words: LinkedWords) -> Clause? {
    guard !words.isEmpty,
      words.links(from: words.leftWall).contains(where: { $0.kind == "W" }),
      let wall = words.links(from: words.leftWall).first(where: { $0.kind == "WV" })
    else { return nil }
    let subjects = words.links.filter { $0.kind == "S" && $0.left < $0.right }
    for link in subjects {
      guard let reader = ClauseReader(words, finite: link.right, main: wall.right) else { continue }
      return reader.clause(subject: link.left)
    }
    return nil
  }

  /// Nil where no chain of auxiliaries leads from one verb to the other.
  private init?(_ words: LinkedWords, finite: Int, main: Int) {
    var verbs = [finite]
    var isPassive = false
    while let last = verbs.last, last != main {
      let next = words.links(from: last).first {
        ["I", "PP"].contains($0.kind) || Self.isPassive($0) || $0.label.hasPrefix("Pg")
      }
      guard let next, !verbs.contains(next.right) else { return nil }
      isPassive = Self.isPassive(next)
      verbs.append(next.right)
    }
    if let participle = Self.participle(behind: main, words) {
      isPassive = true
      verbs.append(participle)
    } else if let link = words.links(from: main).first(where: { $0.label.hasPrefix("Pg") }) {
      verbs.append(link.right)
    }
    guard verbs.allSatisfy({ !["and", "or", "but", ","].contains(words.lower($0)) }) else {
      return nil
    }
    self.words = words
    self.verbs = verbs
    self.isPassive = isPassive
  }

  private static func isPassive(_ link: Linkage.Link) -> Bool { link.label.hasPrefix("Pv") }

  /// The participle that the dictionary takes for an adjective: `is needed`, `is not recommended`.
  private static func participle(behind main: Int, _ words: LinkedWords) -> Int? {
    guard VerbLemma.lemma(of: words.lower(main)) == "be" else { return nil }
    let not = words.links(from: main).first { $0.kind == "EB" && words.lower($0.right) == "not" }
    let behind =
      words.links(from: main).filter { $0.label.hasPrefix("Pa") }
      + (not.map { words.links(from: $0.right) } ?? []).filter { $0.kind == "EA" }
    return behind.map(\.right).first { words.isVerb($0) && !words.lower($0).hasSuffix("ing") }
  }

  private var main: Int { verbs[verbs.count - 1] }

  private func clause(subject head: Int) -> Clause? {
    guard let subject = subject(head), let verb = verb, subject.upperBound <= verb.finite,
      !isGerundTakenForOther, !isAuxiliaryTakenForMain(verb)
    else { return nil }
    var clause = Clause(subject: subject, verb: verb)
    let rest = rest.flatMap { $0.lowerBound > verb.main ? $0 : nil }
    if isCopula { clause.complement = rest } else { clause.object = rest }
    clause.appositions = words.links.compactMap(apposition)
    clause.relatives = words.links.compactMap(relative)
    return isLikely(clause) ? clause : nil
  }

  // MARK: Doubt

  /// `is being studied`, read as being a "being"; `is emerging`, read as being such.
  private var isGerundTakenForOther: Bool {
    words.links(from: main).contains {
      $0.kind == "O" && words.lower($0.right) == "being"
        || $0.label.hasPrefix("Pa") && words.isVerb($0.right)
          && words.lower($0.right).hasSuffix("ing")
    }
  }

  /// `has garnered attention`, read as having an attention that is garnered.
  private func isAuxiliaryTakenForMain(_ verb: Clause.Verb) -> Bool {
    guard verb.lemma == "have" else { return false }
    let next = words.tokens[(verb.main + 1)...].lazy.map(\.lower).first {
      !$0.hasSuffix("ly") && !Lexicon.adverbs.contains($0)
    }
    guard let next else { return false }
    return next.hasSuffix("ed") || Lexicon.irregularPasts[next] != nil
  }

  /// Not where a verb was passed over: one stands in the subject, or a relative clause breaks off.
  private func isLikely(_ clause: Clause) -> Bool {
    let relatives = clause.relatives.map(\.words)
    let isPlain = clause.subject.allSatisfy { index in
      !isAuxiliary(index) || relatives.contains { $0.contains(index) }
    }
    return isPlain
      && relatives.allSatisfy {
        !isAuxiliary($0.upperBound - 1) && words.tokens[$0.upperBound - 1].lower != "not"
      }
  }

  private func isAuxiliary(_ token: Int) -> Bool {
    let word = words.tokens[token].lower
    return Lexicon.auxiliaries.contains(word) || Lexicon.modals.contains(word)
  }

  // MARK: The verb

  private var verb: Clause.Verb? {
    guard let first = words.span(verbs[0]), let last = words.span(main),
      first.lowerBound < last.upperBound
    else { return nil }
    let group = first.lowerBound..<last.upperBound
    let word = words.lower(main)
    let isBare = verbs.count > 1 && words.links(to: main).contains { $0.kind == "I" }
    return Clause.Verb(
      words: group,
      lemma: isBare ? word : VerbLemma.lemma(of: word),
      isPassive: isPassive,
      isNegated: isNegated(group),
      modal: Self.modal(words.lower(verbs[0]))
    )
  }

  private func isNegated(_ group: Range<Int>) -> Bool {
    let beside = verbs.flatMap { words.links(from: $0) + words.links(to: $0) }
      .filter { ["E", "EB", "N"].contains($0.kind) }
      .flatMap { [words.lower($0.left), words.lower($0.right)] }
    return (words.tokens[group].map(\.lower) + beside).contains {
      ["not", "never", "cannot"].contains($0) || $0.hasSuffix("n't")
    }
  }

  private static func modal(_ word: String) -> String? {
    guard Lexicon.modals.contains(word) else { return nil }
    switch word {
    case "cannot", "can't": return "can"
    case "won't": return "will"
    default: return word.hasSuffix("n't") ? String(word.dropLast(3)) : word
    }
  }

  private var isCopula: Bool {
    let lemma = VerbLemma.lemma(of: words.lower(main)) ?? ""
    return !isPassive && ["be", "remain", "become", "seem", "appear"].contains(lemma)
  }

  // MARK: Noun phrases

  private func subject(_ head: Int) -> Range<Int>? {
    let hanging = words.hanging(on: head, barring: Set(verbs)) { link in
      if link.left == head || link.right == head, ["MX", "S", "C"].contains(link.kind) {
        return false
      }
      return link.kind != "CO" && link.kind != "W" && link.kind != "WV"
    }
    return words.range(of: hanging)
  }

  /// The object or the complement, where there is exactly one.
  private var rest: Range<Int>? {
    let heads = words.links(from: main).filter {
      $0.kind == "O" || $0.label.hasPrefix("Pa") && isCopula
    }
    guard heads.count == 1 else { return nil }
    var phrase: Set<Int> = []
    collect(heads[0].right, into: &phrase)
    return words.range(of: phrase)
  }

  /// A noun with what stands before it, and an "of" behind it.
  private func collect(_ head: Int, into phrase: inout Set<Int>) {
    guard phrase.insert(head).inserted else { return }
    for link in words.links(to: head) where Self.before.contains(link.kind) {
      collect(link.left, into: &phrase)
    }
    for link in words.links(from: head) {
      if link.kind == "SJ" || link.kind == "NI" || link.kind == "AJ" {
        collect(link.right, into: &phrase)
      } else if link.label.hasPrefix("Mf"), words.lower(link.right) == "of",
        let noun = words.links(from: link.right).first(where: { $0.kind == "J" })
      {
        phrase.insert(link.right)
        collect(noun.right, into: &phrase)
      }
    }
  }

  /// Links to what stands before a noun or an adjective and belongs to it.
  private static let before: Set<Substring> = [
    "A", "AJ", "AN", "D", "DD", "DG", "DT", "EA", "EE", "EN", "EF", "G", "GN", "L", "ND", "NI",
    "PH", "SJ", "YP", "YS",
  ]

  // MARK: Asides

  private func apposition(_ link: Linkage.Link) -> Clause.Aside? {
    guard ["MX", "MXs", "MXp"].contains(link.label), !isJoined(link.left), !isJoined(link.right),
      let aside = aside(link), aside.words.lowerBound > 0,
      words.tokens[aside.words.lowerBound - 1].text == ","
    else { return nil }
    return aside
  }

  /// Whether the word stands in a list, whose commas a parse confuses with those of asides.
  private func isJoined(_ word: Int) -> Bool {
    (words.links(from: word) + words.links(to: word)).contains { $0.kind == "SJ" }
  }

  private func relative(_ link: Linkage.Link) -> Clause.Aside? {
    guard link.kind == "R" || ["MXsr", "MXpr"].contains(link.label),
      ["which", "that", "who", "whom", "whose"].contains(words.lower(link.right))
    else { return nil }
    return aside(link)
  }

  private func aside(_ link: Linkage.Link) -> Clause.Aside? {
    guard let host = words.span(link.left) else { return nil }
    let hanging = words.hanging(on: link.right, barring: Set(verbs + [link.left])) { _ in true }
    guard let range = words.range(of: hanging), range.lowerBound >= host.upperBound else {
      return nil
    }
    return Clause.Aside(noun: host.upperBound - 1, words: range)
  }
}

/// Beginnings and ends that make another word of one: never a slip.
enum Affixes {
  static func areOpposed(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count > 3, other.utf8.count > 3 else { return false }
    // Where an affix is changed, three letters at one end stay: most pairs need no more looking.
    guard
      one.utf8.prefix(3).elementsEqual(other.utf8.prefix(3))
        || one.utf8.suffix(3).elementsEqual(other.utf8.suffix(3))
    else { return false }
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    return isNegated(one, other) || isNegated(other, one)
      || prefixes.contains { swaps($0, at: one, other, isPrefix: true) }
      || suffixes.contains { swaps($0, at: one, other, isPrefix: false) }
  }

  private static func isNegated(_ word: [UInt8], _ stem: [UInt8]) -> Bool {
    stem.count >= 4 && word.count > stem.count && word.suffix(stem.count).elementsEqual(stem)
      && negations.contains(String(decoding: word.dropLast(stem.count), as: UTF8.self))
  }

  private static func swaps(
    _ group: [[UInt8]],
    at one: [UInt8],
    _ other: [UInt8],
    isPrefix: Bool
  ) -> Bool {
    func rests(_ word: [UInt8]) -> [(part: Int, rest: ArraySlice<UInt8>)] {
      group.enumerated().compactMap { part, affix in
        guard word.count > affix.count + 2 else { return nil }
        let found = isPrefix ? word.prefix(affix.count) : word.suffix(affix.count)
        guard found.elementsEqual(affix) else { return nil }
        return (part, isPrefix ? word.dropFirst(affix.count) : word.dropLast(affix.count))
      }
    }
    let others = rests(other)
    return rests(one).contains { mine in
      others.contains { $0.part != mine.part && $0.rest.elementsEqual(mine.rest) }
    }
  }

  private static let negations: Set<String> = [
    "un", "in", "im", "ir", "il", "non", "de", "dis", "a", "an", "anti", "ant", "para", "nor",
  ]

  private static let prefixes = table([
    "hyper hypo", "inter intra", "ante anti", "pre post", "endo exo", "macro micro",
    "tachy brady", "poly oligo", "ab ad", "supra infra sub", "mono bi di tri", "super sub",
    "iso hyper", "iso hypo", "peri para", "epi endo", "extra intra", "hetero homo", "neo non",
    "vaso veno", "in ex", "eu dys", "antero retro", "multi mono",
  ])

  private static let suffixes = table([
    "itis osis oma", "ectomy otomy ostomy oscopy", "emia uria", "penia philia cytosis",
    "genesis lysis", "genic lytic", "gram graph graphy", "blast cyte clast", "ase ose",
    "ide ate ite", "ine one", "al ic", "tropic trophic", "plegia paresis", "phagia phasia phonia",
    "or ee", "ful less", "mide mine", "cillin mycin",
  ])

  private static func table(_ groups: [String]) -> [[[UInt8]]] {
    groups.map { $0.split(separator: " ").map { Array($0.utf8) } }
  }
}

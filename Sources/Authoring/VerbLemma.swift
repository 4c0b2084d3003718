/// Gives the base form of a verb where its spelling tells it.
enum VerbLemma {
  /// Nil for a form that could come of two verbs, as `rated` without a dictionary.
  static func lemma(of word: String) -> String? {
    if let known = irregular[word] { return known }
    if Lexicon.isVerb(word) { return word }
    let candidates = candidates(for: word)
    return candidates.first(where: Lexicon.isVerb) ?? regular(word)
  }

  /// The base forms that a form may come of by the rules of spelling.
  private static func candidates(for word: String) -> [String] {
    for (ending, added) in [("ies", ["y"]), ("ied", ["y"]), ("ying", ["y", "ie"])] {
      if let stem = stem(word, ending) { return added.map { stem + $0 } }
    }
    for ending in ["ing", "ed", "es", "s"] {
      guard let stem = stem(word, ending) else { continue }
      let isDoubled = stem.count > 2 && stem.last == stem.dropLast().last
      return [stem, stem + "e"] + (isDoubled ? [String(stem.dropLast())] : [])
    }
    return []
  }

  /// What spelling alone settles: a third person, and `-ate`, `-ise`, `-ify` and the like.
  private static func regular(_ word: String) -> String? {
    if let stem = stem(word, "ies") ?? stem(word, "ied") { return stem + "y" }
    if word.count > 2, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") {
      let doubled = ["ches", "shes", "sses", "xes", "zzes", "oes"].contains(where: word.hasSuffix)
      return String(word.dropLast(doubled ? 2 : 1))
    }
    guard let stem = stem(word, "ed") ?? stem(word, "ing") else { return nil }
    let endings = ["at", "is", "iz", "c", "v", "u", "bl", "pl"]
    let isLong = stem.count > 3 && !["eat", "oat", "aus"].contains(where: stem.hasSuffix)
    return isLong && endings.contains(where: stem.hasSuffix) ? stem + "e" : nil
  }

  private static func stem(_ word: String, _ ending: String) -> String? {
    guard word.hasSuffix(ending), word.count > ending.count + 1 else { return nil }
    return String(word.dropLast(ending.count))
  }

  private static let irregular: [String: String] = [
    "be": "be", "have": "have", "do": "do", "seem": "seem", "remain": "remain",
    "become": "become", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be",
    "being": "be",
    "am": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
    "goes": "go", "went": "go", "gone": "go", "given": "give", "gave": "give", "shown": "show",
    "found": "find", "known": "know", "knew": "know", "taken": "take", "took": "take",
    "made": "make", "began": "begin", "begun": "begin", "thought": "think", "held": "hold",
    "kept": "keep", "left": "leave", "seen": "see", "saw": "see", "written": "write",
    "risen": "rise", "rose": "rise", "fell": "fall", "fallen": "fall", "grew": "grow",
    "grown": "grow", "drawn": "draw", "driven": "drive", "chosen": "choose", "led": "lead",
    "undergone": "undergo", "underwent": "undergo", "arisen": "arise", "arose": "arise",
    "brought": "bring", "understood": "understand", "set": "set", "meant": "mean", "felt": "feel",
    "bound": "bind", "sought": "seek", "lost": "lose", "worn": "wear", "withdrawn": "withdraw",
    "became": "become", "put": "put", "cut": "cut", "told": "tell", "said": "say", "built": "build",
    "sent": "send", "spread": "spread", "dying": "die", "lying": "lie", "fed": "feed",
    "bled": "bleed",
  ]
}

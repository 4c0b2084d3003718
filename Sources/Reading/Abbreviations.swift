/// Words whose stop belongs to them, and which of those may still end a sentence.
enum Abbreviations {
  /// Whether the stop after a word belongs to the word and ends no sentence.
  ///
  /// `isBare` says that nothing but white space stands between the stop and the next word.
  static func holdsStop(
    _ word: ArraySlice<Unicode.Scalar>,
    before next: ArraySlice<Unicode.Scalar>,
    isBare: Bool
  ) -> Bool {
    guard isBare else { return false }
    let lower = word.string.lowercased()
    if neverFinal.contains(lower) { return true }
    if beforeNumbers.contains(lower) { return next.first?.isDigit == true }
    if isNumbering(word) { return false }
    if mayBeFinal.contains(lower) { return !startsSentence(next, after: word) }
    if isInitials(word) { return !starters.contains(next.string.lowercased()) }
    return false
  }

  /// `J`, `U.S`, `N.I.H`: capitals, one at a time.
  private static func isInitials(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.last?.isUppercase == true else { return false }
    return word.split(separator: ".").allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  private static func isNumbering(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.allSatisfy { $0.isDigit || $0 == "," || $0 == "." }
  }

  /// After `p.m` any capital begins anew; after a route or `etc` only a usual first word does.
  private static func startsSentence(
    _ next: ArraySlice<Unicode.Scalar>,
    after word: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let first = next.drop { $0.isOpener }
    guard first.first?.isUppercase == true else { return false }
    return !titled.contains(word.string.lowercased())
      || starters.contains(first.string.lowercased())
  }

  private static let neverFinal: Set<String> = [
    "dr", "drs", "mr", "mrs", "ms", "prof", "st", "rev", "sr", "hon", "gen", "col", "lt", "capt",
    "e.g", "eg", "i.e", "ie", "vs", "v", "cf", "viz", "resp", "incl", "excl",
    "inj", "tab", "tabs", "cap", "caps", "vit", "syr", "susp", "supp", "soln",
  ]

  private static let beforeNumbers: Set<String> = [
    "no", "nos", "fig", "figs", "p", "pp", "vol", "ch", "sect", "eq", "ca", "approx", "max", "min",
    "ref", "refs", "art", "para", "ver",
  ]

  private static let mayBeFinal: Set<String> = [
    "a.m", "p.m", "am", "pm", "etc", "al", "u.s", "u.k", "u.s.a", "e.u", "inc", "ltd", "co", "corp",
    "jr", "i.v", "i.m", "s.c", "p.o", "s.l", "p.r", "o.d", "b.d", "b.i.d", "t.d.s", "t.i.d",
    "q.d.s",
    "q.i.d", "q.d", "p.r.n", "ph.d", "m.d", "d.o", "r.n", "b.c", "a.d", "dept", "est", "hr", "hrs",
  ]

  /// Those that often stand before a name.
  private static let titled: Set<String> = [
    "u.s", "u.k", "u.s.a", "e.u", "inc", "ltd", "co", "corp", "jr", "al", "dept", "ph.d", "m.d",
    "etc", "i.v", "i.m", "s.c", "p.o", "est",
  ]

  /// Words that begin a sentence more often than they follow an abbreviation.
  private static let starters: Set<String> = [
    "a", "about", "after", "again", "all", "also", "although", "an", "and", "another", "any", "as",
    "at", "because", "before", "both", "but", "by", "common", "consider", "do", "during", "each",
    "either", "even", "every", "few", "finally", "first", "for", "from", "further", "furthermore",
    "give", "he", "here", "how", "however", "if", "in", "it", "its", "like", "many", "most",
    "moreover", "no", "not", "of", "on", "once", "one", "only", "or", "other", "others", "our",
    "patients", "recent", "second", "several", "she", "since", "so", "some", "such", "than", "that",
    "the", "their", "then", "there", "therefore", "these", "they", "this", "those", "though",
    "through", "to", "treatment", "two", "under", "unlike", "until", "use", "used", "we", "what",
    "when", "where", "whether", "which", "while", "who", "with", "without", "you", "your",
  ]
}

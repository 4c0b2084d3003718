import Decks

/// How a typed word relates to an expected one.
enum WordMatch: Hashable {
  case same
  /// A slip that is forgiven; the right spelling is shown.
  case slip
  /// A word of its own that means something else.
  case other
  case none
}

/// Decides whether a word is a slip of another: rule 7.
struct Typo {
  let context: GradingContext
  /// Words longer than this are compared exactly.
  private static let longest = 40

  func match(_ expected: ReadWord, _ typed: ReadWord) -> WordMatch {
    if expected.folded == typed.folded { return .same }
    if let match = Routes.match(expected.folded, typed: typed.folded) { return match }
    if Alleles.isAllele(expected.folded), Alleles.isAllele(typed.folded) { return .other }
    if expected.hasDigit || typed.hasDigit {
      return Self.letters(expected) == Self.letters(typed) && expected.hasDigit && typed.hasDigit
        ? .other : .none
    }
    guard expected.folded.utf8.count <= Self.longest, typed.folded.utf8.count <= Self.longest
    else { return .none }
    let wanted = Spelling.canonical(expected.folded)
    let found = Spelling.canonical(typed.folded)
    if wanted == found { return .same }
    if isOther(wanted, found) || isOther(expected.folded, typed.folded) { return .other }
    return slip(wanted, found, typed: typed.folded)
  }

  private static func letters(_ word: ReadWord) -> String {
    word.folded.filter { $0 != "-" && !($0.isASCII && $0.isNumber) }
  }

  private func isOther(_ wanted: String, _ found: String) -> Bool {
    if LookAlikes.contains(wanted, found) { return true }
    if Lexicon.forms.contains(wanted), Lexicon.forms.contains(found) { return true }
    let drugs = Lexicon.shared.drugs
    if drugs.contains(wanted), drugs.contains(found) { return true }
    return areKindred(wanted, found) || Affixes.areOpposed(wanted, found)
  }

  /// Two shipped terms with a part in common: hyperkalaemia and hypernatraemia.
  private func areKindred(_ one: String, _ other: String) -> Bool {
    let terms = Lexicon.shared.terms
    guard terms.contains(one), terms.contains(other), !Self.isInflection(one, other) else {
      return false
    }
    let head = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let tail = zip(one.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
    return max(head, tail) >= 4
  }

  private func slip(_ wanted: String, _ found: String, typed: String) -> WordMatch {
    let (a, b) = (Array(wanted.utf8), Array(found.utf8))
    let limit = Self.limit(min(a.count, b.count))
    guard limit > 0, a.first == b.first,
      let distance = Self.distance(a, b, limit: limit)
    else { return .none }
    if Lexicon.shared.contains(typed) {
      return Self.isInflection(wanted, found) ? .none : .other
    }
    // A word that decks or dictionaries use is no slip, and may be a right one in another form.
    if context.isUsedWord(typed) { return .none }
    // Where the slip may as well be one of another word, nobody but the learner knows.
    let rivals = found.first.map(Lexicon.shared.words(beginning:)) ?? []
    let isTorn = rivals.contains { rival in
      rival != wanted && Self.distance(Array(rival.utf8), b, limit: distance) != nil
    }
    return isTorn ? .none : .slip
  }

  /// One slip in words of five letters, two from nine.
  private static func limit(_ letters: Int) -> Int {
    letters < 5 ? 0 : letters < 9 ? 1 : 2
  }

  static func isInflection(_ one: String, _ other: String) -> Bool {
    ["s", "es", "ed", "d", "ing"].contains { one == other + $0 || other == one + $0 }
  }

  /// Edits between two words, a swap of neighbours counting as one; nil above `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var above = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replaced = above[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replaced, min(above[j + 1], row[j]) + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      if row.min() ?? 0 > limit { return nil }
      (before, above) = (above, row)
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }
}

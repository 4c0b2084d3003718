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

/// A word with what every comparison needs of it.
struct TypoWord {
  let read: ReadWord
  /// The one spelling for all of the word's.
  let canonical: String
  let bytes: [UInt8]
  let route: String?
  let isAllele: Bool
  let isForm: Bool
  let isDrug: Bool
  let isTerm: Bool
  let lookAlikes: Set<String>?

  var isRespelled: Bool { canonical != read.folded }

  init(_ read: ReadWord) {
    self.read = read
    canonical = read.hasDigit ? read.folded : Spelling.canonical(read.folded)
    bytes = Array(canonical.utf8)
    route = Routes.route(read.folded)
    isAllele = Alleles.isAllele(read.folded)
    isForm = Lexicon.forms.contains(canonical) || Lexicon.forms.contains(read.folded)
    isDrug = Lexicon.shared.drugs.contains(canonical)
    isTerm = Lexicon.shared.terms.contains(canonical)
    lookAlikes = LookAlikes.of(canonical)
  }
}

/// Decides whether a word is a slip of another: rule 7.
struct Typo {
  let context: GradingContext
  /// Words longer than this are compared exactly.
  private static let longest = 40

  func match(_ expected: TypoWord, _ typed: TypoWord) -> WordMatch {
    let (wanted, found) = (expected.read, typed.read)
    if wanted.folded == found.folded { return .same }
    if expected.route != nil, typed.route != nil,
      let match = Routes.match(wanted.folded, typed: found.folded)
    {
      return match
    }
    if expected.isAllele, typed.isAllele { return .other }
    if wanted.hasDigit || found.hasDigit {
      return wanted.hasDigit && found.hasDigit && Self.letters(wanted) == Self.letters(found)
        ? .other : .none
    }
    guard wanted.folded.utf8.count <= Self.longest, found.folded.utf8.count <= Self.longest
    else { return .none }
    if expected.canonical == typed.canonical { return .same }
    return isOther(expected, typed) ? .other : slip(expected, typed)
  }

  private static func letters(_ word: ReadWord) -> String {
    word.folded.filter { $0 != "-" && !($0.isASCII && $0.isNumber) }
  }

  private func isOther(_ wanted: TypoWord, _ found: TypoWord) -> Bool {
    if wanted.isForm && found.isForm || wanted.isDrug && found.isDrug { return true }
    if wanted.lookAlikes?.contains(found.canonical) == true { return true }
    if wanted.isTerm, found.isTerm, Self.areKindred(wanted.canonical, found.canonical) {
      return true
    }
    if Affixes.areOpposed(wanted.canonical, found.canonical) { return true }
    guard wanted.isRespelled || found.isRespelled else { return false }
    let (wanted, found) = (wanted.read.folded, found.read.folded)
    return LookAlikes.contains(wanted, found) || Affixes.areOpposed(wanted, found)
  }

  /// Two shipped terms with a part in common: hyperkalaemia and hypernatraemia.
  private static func areKindred(_ one: String, _ other: String) -> Bool {
    guard !isInflection(one, other) else { return false }
    let head = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let tail = zip(one.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
    return max(head, tail) >= 4
  }

  private func slip(_ expected: TypoWord, _ found: TypoWord) -> WordMatch {
    let (a, b) = (expected.bytes, found.bytes)
    let (wanted, typed) = (expected.canonical, found.read.folded)
    let found = found.canonical
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
      rival != wanted && abs(rival.utf8.count - b.count) <= distance
        && Self.distance(Array(rival.utf8), b, limit: distance) != nil
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

/// The main clause of a statement, as far as a parse tells it reliably.
///
/// All ranges are indices of tokens and stand in the order subject, verb, object or complement.
/// What a preposition hangs on is not told: no phrase may be moved or left out by it.
package struct Clause: Hashable, Sendable {
  /// The noun phrase with what defines it, without what commas set off.
  var subject: Range<Int>
  var verb: Verb
  /// The noun phrase alone, with an "of" behind it but no other preposition.
  var object: Range<Int>?
  /// What a form of "be", "remain", "become", "seem" or "appear" says of its subject.
  var complement: Range<Int>?
  /// Noun phrases set off by commas that say what another is; they may stand in any part.
  var appositions: [Aside] = []
  /// Clauses that "which", "that" or "who" opens.
  var relatives: [Aside] = []

  struct Verb: Hashable, Sendable {
    /// From the first auxiliary to the main verb, with what stands between.
    var words: Range<Int>
    /// The base form of the main verb, nil where spelling does not tell it.
    var lemma: String?
    var isPassive = false
    /// Whether `not`, `never` or `n't` stands by the verb; a `no` elsewhere is not seen.
    var isNegated = false
    /// `can` for `cannot` and `can't`, nil without a modal verb.
    var modal: String?

    /// The token of the finite verb.
    var finite: Int { words.lowerBound }
    /// The token of the main verb.
    var main: Int { words.upperBound - 1 }
  }

  /// Something that is said of a noun on the side.
  struct Aside: Hashable, Sendable {
    /// The token of the noun.
    let noun: Int
    let words: Range<Int>
  }
}

/// Words that exclude each other, one of which a question can ask for; a table of data.
enum Opposites {
  /// How a word must stand to be asked for.
  enum Use: Hashable, Sendable {
    case verb
    /// Before "than".
    case comparative
    /// Between "a" or "an" and "in".
    case change
    /// Anywhere.
    case term
  }

  /// `decreases or increases` for `increases`, in the order of the alphabet, so that it tells nothing.
  static func choice(for word: String, as use: Use?) -> String? {
    guard let use, let other = tables[use]?[word] else { return nil }
    return [word, other].sorted().joined(separator: " or ")
  }

  /// Whether a word elsewhere in the stem shows which way things go.
  static func tell(_ word: String) -> Bool { telling.contains(word) }

  private static let telling = Set((verbs + comparatives + changes).flatMap { [$0.0, $0.1] })
    .union([
      "increasing", "decreasing", "raising", "lowering", "reducing", "rising", "falling",
      "stimulating", "inhibiting", "activating", "more", "less", "fewer", "too", "high", "low",
    ])

  private static let tables = pairs.mapValues { pairs in
    var table: [String: String] = [:]
    for (left, right) in pairs {
      table[left] = right
      // Of several words with one opposite the first is the one named.
      if table[right] == nil { table[right] = left }
    }
    return table
  }

  private static let pairs: [Use: [(String, String)]] = [
    .verb: verbs, .comparative: comparatives, .change: changes, .term: terms,
  ]

  private static let verbs = [
    ("increases", "decreases"), ("increase", "decrease"), ("increased", "decreased"),
    ("raises", "lowers"), ("raise", "lower"), ("raised", "lowered"),
    ("reduces", "increases"), ("reduce", "increase"), ("reduced", "increased"),
    ("rises", "falls"), ("rise", "fall"), ("elevates", "lowers"), ("elevate", "lower"),
    ("stimulates", "inhibits"), ("stimulate", "inhibit"), ("stimulated", "inhibited"),
    ("activates", "inhibits"), ("activate", "inhibit"), ("activated", "inhibited"),
    ("dilates", "constricts"), ("dilate", "constrict"), ("relaxes", "contracts"),
    ("relax", "contract"), ("prolongs", "shortens"), ("prolong", "shorten"),
    ("narrows", "widens"), ("narrow", "widen"),
    ("retain", "excrete"), ("retains", "excretes"), ("enhances", "reduces"),
    ("enhance", "reduce"), ("potentiates", "antagonises"), ("potentiate", "antagonise"),
  ]

  private static let comparatives = [
    ("higher", "lower"), ("greater", "smaller"), ("longer", "shorter"), ("faster", "slower"),
    ("stronger", "weaker"), ("earlier", "later"), ("older", "younger"),
  ]

  private static let changes = [
    ("increase", "decrease"), ("rise", "fall"), ("reduction", "increase"), ("gain", "loss"),
  ]

  private static let terms = [
    ("acidic", "alkaline"), ("acidosis", "alkalosis"), ("agonist", "antagonist"),
    ("agonists", "antagonists"), ("vasodilation", "vasoconstriction"),
    ("vasodilatation", "vasoconstriction"), ("bronchodilation", "bronchoconstriction"),
    ("hypertonic", "hypotonic"), ("afferent", "efferent"), ("sympathetic", "parasympathetic"),
    ("gram-positive", "gram-negative"), ("left-sided", "right-sided"),
    ("proximal", "distal"), ("unconjugated", "conjugated"),
  ]
}

/// What the question says that an answer may repeat without harm.
struct StemWords {
  private let words: [String]

  init(_ stem: String) {
    words = FoldedText(stem).scalars.split { !$0.isWordPart }.map { WordFold.fold($0.text) }
  }

  /// Whether a route is the only one that the question names, or it names none.
  func allows(route: String) -> Bool {
    Routes.routes(in: words).isSubset(of: [route])
  }

  /// Whether the question asks how many of this there are.
  func counts(_ noun: String) -> Bool {
    guard noun.utf8.count >= 3, !Self.comparisons.contains(noun) else { return false }
    return words.indices.contains { index in
      ["many", "number"].contains(words[index])
        && words[(index + 1)...].prefix(Self.reach).contains {
          $0 == noun || Typo.isInflection($0, noun)
        }
    }
  }

  /// How many words behind "how many" still belong to the noun: "how many of the adult patients".
  private static let reach = 4

  private static let comparisons: Set<String> = [
    "more", "less", "fewer", "least", "most", "than", "not", "none", "per", "times", "over",
    "under", "about", "and", "the", "are", "for", "percent",
  ]
}

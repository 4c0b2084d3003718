/// Routes of administration: words that do not change a dose, unless they contradict the card.
enum Routes {
  /// One name for all words of a route, or nil for other words.
  static func route(_ word: String) -> String? { routes[word] }

  /// The routes among words in lower case.
  static func routes(in words: some Sequence<String>) -> Set<String> {
    Set(words.compactMap(route))
  }

  /// How two words relate as routes; nil where one of them is none, or a danger itself.
  static func match(_ expected: String, typed: String) -> WordMatch? {
    guard let wanted = routes[expected], let found = routes[typed] else { return nil }
    if wanted == found { return Abbreviations.danger(typed) == nil ? .same : nil }
    return lungs.contains(wanted) && lungs.contains(found) ? nil : .other
  }

  /// Two ways to say that a drug is breathed in.
  private static let lungs: Set<String> = ["neb", "inhaled"]

  private static let routes: [String: String] = {
    rows.reduce(into: [:]) { routes, row in
      let words = row.split(separator: " ").map(String.init)
      for word in words { routes[word] = words[0] }
    }
  }()

  private static let rows = [
    "iv intravenous intravenously", "im intramuscular intramuscularly",
    "sc sq subcut subcutaneous subcutaneously", "po oral orally", "io intraosseous intraosseously",
    "pr rectal rectally", "sl sublingual sublingually", "intranasal intranasally nasal nasally",
    "neb nebs nebulised nebulized", "inhaled inh", "intrathecal intrathecally",
    "epidural epidurally", "topical topically", "buccal buccally", "ng nasogastric",
  ]
}

import Reading

extension Sentence {
  /// The lead-in without the sentences that stand before it in its paragraph.
  var lastOfLeadIn: String? {
    guard let leadIn, let stop = leadIn.range(ofLast: ". ") else { return leadIn }
    let rest = leadIn[stop...].drop { $0 == "." || $0 == " " }
    guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return String(rest) }
    return String(rest[rest.index(after: close)...].drop { $0 == " " })
  }

  /// What a learner must read before an item of a list: "In case of alcohol withdrawal:" over
  /// "Administer diazepam", "Do not take it if you:" over "take nitrates", or the sentence before a
  /// lead-in that the item goes on; empty for none, nil where it is too long to be shown.
  func condition(ofListed isListed: Bool) -> String? {
    guard case .listItem(isNumbered: false) = kind, let leadIn, let last = lastOfLeadIn else {
      return ""
    }
    if isListed {
      guard let stop = leadIn.range(ofLast: ". ") else { return "" }
      let earlier = String(leadIn[...stop])
      let start = earlier.dropLast().range(ofLast: ". ").map { earlier.index($0, offsetBy: 2) }
      return Self.short(String(earlier[(start ?? earlier.startIndex)...]))
    }
    let words = Token.tokens(of: last)
    // "Tell your doctor if:" over "Do not breastfeed": the order is none of what follows the "if".
    let isOpen = ["if", "when", "you"].contains(words.last(where: \.isWord)?.lower ?? "")
    let item = Token.tokens(of: text.scalars)
    if isOpen, let first = item.first, first.isCapitalised,
      first.lower == "do" || Lexicon.orders.contains(first.lower)
    {
      return nil
    }
    let isNeeded =
      Self.openings.contains(words.first?.lower ?? "")
      || words.contains { Self.conditions.contains($0.lower) }
      || Phrases(words).containsAny(of: Wording.negations)
    guard isNeeded else { return "" }
    let shown = Self.short(last)
    return shown.isEmpty ? nil : shown
  }

  private static let openings: Set<String> = [
    "in", "for", "after", "before", "during", "where", "once", "with",
  ]

  private static let conditions: Set<String> = ["if", "when", "unless", "until"]

  /// More would bury the question.
  private static func short(_ text: String) -> String {
    let words = Token.tokens(of: text)
    return words.count(where: \.isWord) <= 40 && words.first?.isCapitalised == true ? text : ""
  }
}

extension StringProtocol {
  /// Where two characters stand for the last time.
  fileprivate func range(ofLast pair: String) -> Index? {
    indices.last { self[$0...].hasPrefix(pair) }
  }
}

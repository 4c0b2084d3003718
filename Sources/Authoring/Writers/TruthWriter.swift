/// Makes a false claim of a true one by exchanging one word for its opposite.
///
/// Never by adding "not": a learner who knows nothing would see it.
enum TruthWriter {
  static func candidates(for fact: Fact, in analysis: Analysis) -> [Draftable] {
    guard !fact.isNegated, fact.hedges.isEmpty, !analysis.tags.contains(.subordinator),
      !analysis.tags.contains(.comma)
    else { return [] }
    let turning = analysis.tokens.indices.filter { opposites[analysis.word($0)] != nil }
    guard turning.count == 1, let index = turning.first, isSaid(index, analysis),
      let opposite = opposites[analysis.word(index)], fact.claim.focus.lowerBound > index
    else { return [] }
    let range = analysis.range(index..<(index + 1))
    let text = analysis.statement
    let claim =
      text.text(0..<range.lowerBound) + opposite + text.text(range.upperBound..<text.scalars.count)
    return [(.truth(claim: claim, isTrue: false), range)]
  }

  /// Whether the word is the verb or behind it, before any preposition: of "in patients with
  /// hyperkalaemia", a condition, the opposite may be as true.
  private static func isSaid(_ index: Int, _ analysis: Analysis) -> Bool {
    guard let verb = analysis.verb, index >= verb else { return false }
    return !analysis.tags[verb..<index].contains(.preposition)
  }

  private static let opposites: [String: String] = {
    let pairs = [
      ("increases", "decreases"), ("increase", "decrease"), ("increased", "decreased"),
      ("raises", "lowers"), ("raise", "lower"), ("higher", "lower"), ("stimulates", "inhibits"),
      ("inhibits", "stimulates"), ("prolongs", "shortens"), ("activates", "blocks"),
      ("blocks", "activates"), ("constricts", "dilates"), ("dilates", "constricts"),
      ("agonist", "antagonist"), ("antagonist", "agonist"), ("hyperkalaemia", "hypokalaemia"),
      ("hypokalaemia", "hyperkalaemia"), ("hyperkalemia", "hypokalemia"),
      ("hypokalemia", "hyperkalemia"), ("bradycardia", "tachycardia"),
      ("tachycardia", "bradycardia"), ("acidosis", "alkalosis"), ("alkalosis", "acidosis"),
      ("faster", "slower"), ("slower", "faster"), ("more", "less"), ("promotes", "prevents"),
      ("enhances", "reduces"), ("reduces", "increases"), ("lowers", "raises"),
      ("decreases", "increases"), ("decrease", "increase"), ("reduce", "increase"),
    ]
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}

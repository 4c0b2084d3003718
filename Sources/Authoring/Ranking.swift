import Reading

/// How good a candidate promises to be: the sum of its features, each worth what the table says.
///
/// A score is the logarithm of the odds that an educator keeps the card as it stands. The weights
/// are fitted to the judgements in Tests/AuthoringTests/Labels together with as many of drafts from
/// guidelines, labels, textbooks and leaflets whose texts are not ours to ship; see Tests/Ranking.
package struct Ranking: Sendable {
  let salience: Salience

  /// A candidate below this is not worth an educator's time: of those above it three in four were
  /// acceptable in leaflets, labels and textbooks that neither the weights nor the gates had seen, and
  /// nine in ten in plainer prose.
  static let least = 0.5

  /// What a candidate needs in a document that is rich in good ones: there seven in ten of those
  /// between the two were acceptable, elsewhere half.
  static let leastOfRich = 0.0

  /// From this score on a candidate is a good one.
  private static let good = 0.9

  /// A document is rich where so many of its words give a good candidate, and there are some.
  private static let wordsPerGood = 110
  private static let fewestGood = 5

  /// The score that the candidates of a document need, of which so many sentences gave one of these.
  static func least(of words: Int, best: [Double]) -> Double {
    let many = best.count { $0 >= good }
    return many >= fewestGood && many * wordsPerGood >= words ? leastOfRich : least
  }

  /// The score of a candidate that has no feature.
  static let constant = -0.89

  /// The score of a candidate by its features.
  static func score(_ features: [Account.Feature]) -> Double {
    features.reduce(constant) { $0 + $1.worth }
  }

  /// What the score is the sum of; a feature that the candidate lacks is left out.
  func features(of candidate: Candidate) -> [Account.Feature] {
    let features = Features(candidate, salience)
    let applied = Self.table.compactMap { row in
      let value = row.feature(features)
      return value == 0
        ? nil : Account.Feature(name: row.name, value: value, weight: row.weight)
    }
    let words = WordWorth.sum(of: candidate)
    return words == 0
      ? applied : applied + [Account.Feature(name: "words", value: 1, weight: words)]
  }

  /// The names of all features, in the order of the table.
  package static var names: [String] { table.map(\.name) }

  private typealias Row = (name: String, weight: Double, feature: @Sendable (Features) -> Double)

  private static let table: [Row] = [
    // What the statement claims. Too few of name, passive, cell, antidote, heading, whole list,
    // options, true or false and of a model's proposals were judged: theirs are set by hand.
    (
      "measure", 0.84, { $0.claims { if case .quantity(_, .measure) = $0 { true } else { false } } }
    ),
    ("time", 0.76, { $0.claims { if case .quantity(_, .time) = $0 { true } else { false } } }),
    ("year", -0.37, { $0.claims { if case .quantity(_, .year) = $0 { true } else { false } } }),
    ("regimen", 0.20, { $0.claims { if case .regimen = $0 { true } else { false } } }),
    ("superlative", 0.36, { $0.claims { if case .superlative = $0 { true } else { false } } }),
    ("name", 2.00, { $0.claims { if case .name = $0 { true } else { false } } }),
    ("definition", -0.22, { $0.claims { if case .definition = $0 { true } else { false } } }),
    ("contrast", -0.14, { $0.claims { if case .contrast = $0 { true } else { false } } }),
    ("category", -0.29, { $0.claims { if case .category = $0 { true } else { false } } }),
    ("rule", -0.70, { $0.claims { if case .rule = $0 { true } else { false } } }),
    ("relation", -0.35, { $0.claims { if case .relation = $0 { true } else { false } } }),
    ("term", -0.03, { $0.claims { if case .term = $0 { true } else { false } } }),
    ("agent", -0.29, { $0.claims { if case .agent = $0 { true } else { false } } }),
    ("called", 0.54, { $0.claims { if case .called = $0 { true } else { false } } }),
    ("direction", -0.56, { $0.claims { if case .direction = $0 { true } else { false } } }),
    ("passive", 0.24, { $0.claims { if case .passive = $0 { true } else { false } } }),
    ("cell", 2.20, { $0.claims { if case .cell = $0 { true } else { false } } }),
    ("heading", 1.50, { $0.claims { if case .heading = $0 { true } else { false } } }),
    ("series", 0.02, { $0.claims { if case .series = $0 { true } else { false } } }),
    ("enumeration", -0.12, { $0.claims { if case .enumeration = $0 { true } else { false } } }),
    ("mention", -0.59, { $0.claims { if case .mention = $0 { true } else { false } } }),
    ("list item", -0.31, { $0.isListed }),
    // What it tells of its subject.
    ("contraindication", 0.24, { $0.tells(.contraindication) }),
    ("indication", 0.03, { $0.tells(.indication) }),
    ("interaction", 0.06, { $0.tells(.interaction) }),
    ("monitoring", -0.14, { $0.tells(.monitoring) }),
    ("adverse effect", -0.09, { $0.tells(.adverseEffect) }),
    ("antidote", 0.40, { $0.tells(.antidote) }),
    ("dose", -0.05, { $0.tells(.dose) }),
    ("timing", -0.09, { $0.tells(.timing) }),
    ("elimination", 0.30, { $0.tells(.elimination) }),
    ("mechanism", 0.19, { $0.tells(.mechanism) }),
    ("cause", 0.19, { $0.tells(.cause) }),
    ("diagnosis", 0.04, { $0.tells(.diagnosis) }),
    ("treatment", -0.12, { $0.tells(.treatment) }),
    ("frequency", 0.10, { $0.tells(.frequency) }),
    ("no relation", -0.08, { $0.tells(nil) }),
    // How it is asked.
    ("question", 0.09, { $0.isQuestion }),
    ("options", -0.30, { $0.hasOptions }),
    ("true or false", -0.60, { $0.isTruth }),
    ("whole list", 2.20, { $0.isList }),
    ("proposed by a model", 1.50, { $0.isProposed }),
    ("hint", 0.33, { $0.hasHint }),
    ("context", 0.20, { $0.hasContext }),
    ("setting", 0.06, { $0.hasSetting }),
    // The words that are shown.
    ("stem names topic", 0.15, { $0.stemNamesTopic }),
    ("few words", -0.39, { $0.hasFewWords }),
    ("long stem", -0.01, { $0.isLong }),
    ("vague words", -0.07, { $0.vagueWords }),
    ("much hedged", 0.21, { $0.isMuchHedged }),
    ("negated", 0.16, { $0.isNegated }),
    ("recast", 0.08, { $0.isRecast }),
    ("conditional", -0.03, { $0.isConditional }),
    ("names a drug", -0.09, { $0.namesDrug }),
    ("aside", -0.06, { $0.hasAside }),
    ("trial", -0.42, { $0.isOfTrial }),
    ("resolved", -0.60, { $0.isResolved }),
    ("fragment", -0.29, { $0.isFragment }),
    ("loose item", -0.10, { $0.isLooseItem }),
    ("labelled", 0.18, { $0.isLabelled }),
    ("parsed", 0.01, { $0.isParsed }),
    ("object", 0.18, { $0.isObject }),
    ("instruction", 0.07, { $0.isInstruction }),
    ("glossed", 0.05, { $0.isGlossed }),
    ("before of", -0.16, { $0.isBeforeOf }),
    ("risk of it", 0.30, { $0.isRisk }),
    ("technical stem", 0.05, { $0.technicalStem }),
    ("rare words in stem", 0.11, { $0.rareStem }),
    ("circumstance", -0.14, { $0.isCircumstance }),
    // The words that are asked for.
    ("technical answer", 0.08, { $0.isTechnical }),
    ("everyday phrase", 0.16, { $0.isEverydayPhrase }),
    ("acronym", 0.07, { $0.isAcronym }),
    ("rare answer", 0.63, { $0.isRare }),
    ("rare head", 0.39, { $0.isRareHeaded }),
    ("drug", 0.35, { $0.asks(for: .drug) }),
    ("organ", -0.19, { $0.asks(for: .organ) }),
    ("group of people", -0.38, { $0.asks(for: .population) }),
    ("two to four words", 0.47, { $0.isManyWorded }),
    ("salient answer", 0.05, { $0.isSalient }),
    ("late blank", 0.05, { $0.isLate }),
    ("ends with the blank", 0.16, { $0.endsStatement }),
    ("mass of a drug", 0.57, { $0.isMass }),
    ("abstract head", -0.08, { $0.isAbstract }),
    ("behind a", -0.14, { $0.isBehindArticle }),
    ("before a comma", 0.15, { $0.isBeforeComma }),
    ("to the reader", -0.26, { $0.isToReader }),
    ("has been", -0.22, { $0.isOfPast }),
    ("of a place", -0.42, { $0.isOfPlace }),
    ("unnumbered time", -0.29, { $0.isUnnumbered }),
    ("stated outright", 0.10, { $0.isStatedOutright }),
    ("pair", -0.14, { $0.isPair }),
    ("past number", -0.89, { $0.isPastNumber }),
    ("percentage", 0.08, { $0.isShare }),
    ("second number", -0.48, { $0.otherNumbers }),
    ("answer is topic", 0.06, { $0.isTopic }),
    ("answer is main topic", 0.20, { $0.isMainTopic }),
    ("plain word", -0.37, { $0.isPlainWord }),
    ("vague head", -0.21, { $0.isVagueHeaded }),
    ("general answer", -0.03, { $0.isGeneral }),
  ]
}

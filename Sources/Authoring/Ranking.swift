import Reading

/// How good a candidate promises to be: a sum of features, each worth what the table says.
struct Ranking: Sendable {
  let salience: Salience

  /// A candidate below this is not worth an educator's time.
  static let least = 4.0

  func score(_ candidate: Candidate) -> Double {
    Self.table.reduce(Self.worth(of: candidate.fact.claim)) { sum, row in
      sum + row.weight * row.feature(Features(candidate, salience))
    }
  }

  private static func worth(of claim: Fact.Claim) -> Double {
    switch claim {
    case .quantity(_, .measure): 4
    case .quantity(_, .time): 3
    case .quantity(_, .year): 3.5
    case .superlative: 3.5
    case .name: 5.5
    case .definition: 3
    case .contrast: 3
    case .category: 2.5
    case .rule: 2.5
    case .relation: 2
    }
  }

  private static let table: [(weight: Double, feature: @Sendable (Features) -> Double)] = [
    (1.0, { $0.isBasic }),
    (1.0, { $0.stemNamesTopic }),
    (1.0, { $0.hasShortStem }),
    (1.0, { $0.isTechnical }),
    (0.5, { $0.isManyWorded }),
    (0.5, { $0.isSalient }),
    (0.5, { $0.isLate }),
    (0.5, { $0.isRecast }),
    (-0.5, { $0.isResolved }),
    (-0.5, { $0.vagueWords }),
    (-0.5, { $0.isMuchHedged }),
    (-1.0, { $0.isTopic }),
    (-2.0, { $0.isMainTopic }),
    (-1.5, { $0.isLong }),
    (-1.5, { $0.isPlainWord }),
    (-1.5, { $0.isAmongEquals }),
    (-2.0, { $0.isVagueHeaded }),
  ]
}

/// What the table asks of a candidate, each 0 or 1 but for counts.
struct Features {
  private let candidate: Candidate
  private let salience: Salience
  private let answer: [Token]
  private let stem: [Token]

  init(_ candidate: Candidate, _ salience: Salience) {
    self.candidate = candidate
    self.salience = salience
    answer = Token.tokens(of: candidate.answer).filter(\.isWord)
    stem = Token.tokens(of: candidate.stem).filter(\.isWord)
  }

  var isBasic: Double { candidate.form == .cloze ? 0 : 1 }

  /// Without a word of the document's subject the learner cannot know what is asked.
  var stemNamesTopic: Double {
    stem.contains { salience.topics.contains($0.lower) || Salience.isTechnical($0.text) } ? 1 : 0
  }

  var hasShortStem: Double { (6...20).contains(stem.count) ? 1 : 0 }

  var isLong: Double { stem.count > 24 ? 1 : 0 }

  var isTechnical: Double { answer.contains { Salience.isTechnical($0.text) } ? 1 : 0 }

  var isManyWorded: Double { (2...4).contains(answer.count) ? 1 : 0 }

  var isSalient: Double { answer.contains { salience.count($0.lower) >= 3 } ? 1 : 0 }

  /// A blank near the end lets the stem build the question first.
  var isLate: Double { candidate.blank.lowerBound * 2 > candidate.statement.scalars.count ? 1 : 0 }

  var isRecast: Double { candidate.statement.isRecast ? 1 : 0 }

  var isResolved: Double { candidate.statement.isResolved ? 1 : 0 }

  var vagueWords: Double {
    Double(
      stem.count {
        ["some", "several", "many", "various", "often", "sometimes", "certain", "very"].contains(
          $0.lower
        )
      }
    )
  }

  var isMuchHedged: Double { candidate.fact.hedges.count > 3 ? 1 : 0 }

  /// Asking for the very subject of the document is asking for nothing.
  var isTopic: Double {
    answer.allSatisfy { salience.topics.contains($0.lower) } ? 1 : 0
  }

  var isMainTopic: Double {
    answer.allSatisfy { $0.lower == salience.main } ? 1 : 0
  }

  /// Other members of the same series stand in the stem: any of them would fit.
  var isAmongEquals: Double {
    candidate.stem.contains("… and ") || candidate.stem.contains(" and …")
      || candidate.stem.contains("… or ")
      ? 1 : 0
  }

  /// One everyday word, which many others could replace.
  var isPlainWord: Double {
    switch candidate.fact.claim {
    case .quantity, .name, .superlative: 0
    default: answer.count == 1 && isTechnical == 0 ? 1 : 0
    }
  }

  var isVagueHeaded: Double {
    guard let head = answer.last?.lower, Wording.vague.contains(head) else { return 0 }
    switch candidate.fact.claim {
    case .quantity, .rule: return 0
    default: return 1
    }
  }
}

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

  static func worth(of claim: Fact.Claim) -> Double {
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

  /// What each row of the table makes of a candidate.
  func features(of candidate: Candidate) -> [Account.Feature] {
    Self.table.map { row in
      let value = row.feature(Features(candidate, salience))
      return Account.Feature(name: row.name, value: value, weight: row.weight)
    }
  }

  private static let table:
    [(
      name: String, weight: Double, feature: @Sendable (Features) -> Double
    )] = [
      ("asks a question of its own", 1.0, { $0.isBasic }),
      ("the question names a term of the subject", 1.0, { $0.stemNamesTopic }),
      ("the question has 6 to 20 words", 1.0, { $0.hasShortStem }),
      ("the answer is a technical term", 1.0, { $0.isTechnical }),
      ("the answer has 2 to 4 words", 0.5, { $0.isManyWorded }),
      ("the answer is a word that the document often uses", 0.5, { $0.isSalient }),
      ("the blank stands in the second half", 0.5, { $0.isLate }),
      ("the sentence was made simpler", 0.5, { $0.isRecast }),
      ("a pronoun was replaced", -0.5, { $0.isResolved }),
      ("vague words in the question", -0.5, { $0.vagueWords }),
      ("many words of doubt", -0.5, { $0.isMuchHedged }),
      ("the answer is the subject of the document", -1.0, { $0.isTopic }),
      ("the answer is the main word of the document", -2.0, { $0.isMainTopic }),
      ("the question has over 24 words", -1.5, { $0.isLong }),
      ("the answer is one everyday word", -1.5, { $0.isPlainWord }),
      ("the answer is one of a series", -1.5, { $0.isAmongEquals }),
      ("the answer is vague", -2.0, { $0.isVagueHeaded }),
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

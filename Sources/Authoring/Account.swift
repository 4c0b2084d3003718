/// Why a candidate ranked as it did.
package struct Account: Hashable, Sendable {
  package let form: Form
  package let claim: Claim
  /// What every candidate begins with.
  package let worth: Double
  /// The rows of the ranking that apply.
  package let features: [Feature]
  /// What the candidate lost as the second question about its sentence.
  package let deduction: Double

  package init(form: Form, claim: Claim, worth: Double, features: [Feature], deduction: Double) {
    self.form = form
    self.claim = claim
    self.worth = worth
    self.features = features
    self.deduction = deduction
  }

  package var score: Double { features.reduce(worth) { $0 + $1.worth } - deduction }

  /// How a card asks.
  package enum Form: String, Hashable, Sendable {
    case cloze
    case question
    case options
    case several
    case truth
    case order
  }

  /// What a card is about.
  package enum Claim: String, Hashable, Sendable {
    case measure
    case time
    case year
    case superlative
    case name
    case definition
    case contrast
    case category
    case rule
    case relation
    case term
    case agent
    case passive
    case called
    case direction
    case cell
    case mention
    case regimen
    case heading
    case series
    case enumeration
  }

  /// One row of the ranking, applied.
  package struct Feature: Hashable, Sendable {
    package let name: String
    /// 0 or 1, but for counts.
    package let value: Double
    package let weight: Double

    package init(name: String, value: Double, weight: Double) {
      self.name = name
      self.value = value
      self.weight = weight
    }

    package var worth: Double { value * weight }
  }
}

extension Scored {
  /// Its account, with what it lost beside another question about its sentence.
  func account(less deduction: Double = 0) -> Account {
    Account(
      form: Account.Form(candidate.form),
      claim: Account.Claim(candidate.fact.claim),
      worth: Ranking.constant,
      features: features,
      deduction: deduction
    )
  }
}

extension Account.Form {
  init(_ form: Candidate.Form) {
    switch form {
    case .cloze: self = .cloze
    case .basic: self = .question
    case .choice: self = .options
    case .several: self = .several
    case .truth: self = .truth
    case .order: self = .order
    }
  }
}

extension Account.Claim {
  init(_ claim: Fact.Claim) {
    switch claim {
    case .quantity(_, .measure): self = .measure
    case .quantity(_, .time): self = .time
    case .quantity(_, .year): self = .year
    case .regimen: self = .regimen
    case .superlative: self = .superlative
    case .name: self = .name
    case .definition: self = .definition
    case .contrast: self = .contrast
    case .category: self = .category
    case .rule: self = .rule
    case .relation: self = .relation
    case .term: self = .term
    case .agent: self = .agent
    case .passive: self = .passive
    case .called: self = .called
    case .direction: self = .direction
    case .cell: self = .cell
    case .mention: self = .mention
    case .heading: self = .heading
    case .series: self = .series
    case .enumeration: self = .enumeration
    }
  }
}

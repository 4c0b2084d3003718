import Reading

/// A question that one fact of one sentence could become.
struct Candidate: Sendable {
  enum Form: Hashable, Sendable {
    /// The statement with the answer taken out.
    case cloze
    /// A question of its own words, answered by the answer.
    case basic(question: String)
    /// The same with other answers to choose from.
    case choice(question: String, distractors: [String])
    /// The statement, or one that says the opposite of it.
    case truth(claim: String, isTrue: Bool)
    /// A question answered by some of its options.
    case several(question: String, right: [String], wrong: [String])
    /// A question answered by the steps in their order.
    case order(question: String, steps: [String])
  }

  private(set) var form: Form
  let ground: Ground
  let fact: Fact
  /// Scalars of the statement.
  let blank: Range<Int>
  let answer: String
  /// What the learner sees, with `…` for the answer.
  let stem: String
  /// The words of the answer, of what stands before and behind it, and of the stem.
  let answerTokens: [Token]
  let tokensBefore: [Token]
  let tokensAfter: [Token]
  let stemTokens: [Token]
  /// Whether a grammar found a place for every word of the statement; nil where none was asked.
  var isParsed: Bool?
  /// Whether the answer is the object or the complement of the main clause.
  var isObject = false
  /// The word or two that open the paragraph as a heading would.
  var label: String?
  /// The headings that tell what the question is about; empty where it says so itself.
  var context = ""
  /// The sentences before, to which its words point back; empty where they do not.
  var setting = ""
  /// What sort of thing the answer is, where one can tell.
  var type: AnswerType?
  /// The number of the proposal that it was made from; nil where the patterns found it.
  var proposal: Int?

  init(form: Form, ground: Ground, fact: Fact, blank: Range<Int>) {
    let statement = ground.statement
    let before = 0..<blank.lowerBound
    let after = blank.upperBound..<statement.scalars.count
    self.form = form
    self.ground = ground
    self.fact = fact
    self.blank = blank
    answer = statement.text(blank)
    answerTokens = statement.tokens(blank)
    tokensBefore = statement.tokens(before)
    tokensAfter = statement.tokens(after)
    let question = form.question
    stem = question ?? "\(statement.text(before))…\(statement.text(after))"
    stemTokens = question.map(Token.tokens) ?? tokensBefore + Self.gap + tokensAfter
  }

  init(form: Form, statement: Statement, fact: Fact, blank: Range<Int>, sentence: Sentence) {
    self.init(form: form, ground: Ground(statement, of: sentence), fact: fact, blank: blank)
  }

  private static let gap = Token.tokens(of: "…")

  var statement: Statement { ground.statement }
  var sentence: Sentence { ground.sentence }

  /// The same question with other answers beside the right one; only a plain question takes them.
  func offering(_ distractors: [String]) -> Candidate {
    guard case .basic(let question) = form else { return self }
    var candidate = self
    candidate.form = .choice(question: question, distractors: distractors)
    return candidate
  }

  /// What stands for the answer: its sort, or the two words of which it is one.
  var hint: String? {
    if case .direction(_, let choice) = fact.claim { choice } else { type?.rawValue }
  }

  /// Whether it is the document's own question.
  var isHeaded: Bool { if case .heading = fact.claim { true } else { false } }

  /// Whether the answer is all of several things.
  var asksForList: Bool {
    switch fact.claim {
    case .series, .enumeration: true
    default: false
    }
  }

  /// Everything that the card says of the document, the answer in its place.
  var text: String { restates ? ground.text : "\(stem) \(answer)" }

  /// The words of that.
  var textTokens: [Token] { restates ? ground.tokens : stemTokens + answerTokens }

  /// Whether the card says the statement in its own words.
  var restates: Bool {
    switch form {
    case .cloze, .truth: true
    case .basic, .choice, .order, .several: false
    }
  }

  /// The statement as a cloze card writes it.
  var clozeText: String {
    let hint = hint.map { "::\($0)" } ?? ""
    let before = statement.text(0..<blank.lowerBound)
    let after = statement.text(blank.upperBound..<statement.scalars.count)
    return "\(before){{c1::\(answer)\(hint)}}\(after)"
  }
}

extension Candidate.Form {
  /// The words in which it asks; nil where the statement with its blank is the question.
  fileprivate var question: String? {
    switch self {
    case .basic(let question), .choice(let question, _), .order(let question, _),
      .several(let question, _, _):
      question
    case .truth(let claim, _): claim
    case .cloze: nil
    }
  }
}

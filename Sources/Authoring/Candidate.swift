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

  var form: Form
  let statement: Statement
  let fact: Fact
  /// Scalars of the statement.
  let blank: Range<Int>
  let sentence: Sentence
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

  var answer: String { statement.text(blank) }

  /// What stands for the answer: its sort, or the two words of which it is one.
  var hint: String? {
    if case .direction(_, let choice) = fact.claim { choice } else { type?.rawValue }
  }

  /// What the learner sees, with `…` for the answer.
  var stem: String {
    switch form {
    case .basic(let question), .choice(let question, _), .order(let question, _),
      .several(let question, _, _):
      question
    case .truth(let claim, _): claim
    case .cloze: statement.text(0..<blank.lowerBound) + "…" + after
    }
  }

  /// Everything that the card says of the document, the answer in its place.
  var text: String {
    switch form {
    case .basic(let question), .choice(let question, _), .order(let question, _),
      .several(let question, _, _):
      "\(question) \(answer)"
    case .cloze, .truth: statement.text
    }
  }

  /// The statement as a cloze card writes it.
  var clozeText: String {
    let hint = hint.map { "::\($0)" } ?? ""
    return "\(statement.text(0..<blank.lowerBound)){{c1::\(answer)\(hint)}}\(after)"
  }

  /// The part of the sentence that the statement was made from, as normalised text.
  var cited: String {
    guard let source = statement.source else { return "" }
    let within = sentence.text.offsets.indices.filter { source.contains(sentence.text.offsets[$0]) }
    guard let first = within.first, let last = within.last else { return "" }
    return sentence.text.string(first..<(last + 1))
  }

  /// What stands before and behind the answer in its statement.
  var tokensBefore: [Token] { Token.tokens(of: statement.text(0..<blank.lowerBound)) }
  var tokensAfter: [Token] { Token.tokens(of: after) }

  private var after: String {
    statement.text(blank.upperBound..<statement.scalars.count)
  }
}

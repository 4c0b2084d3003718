import Reading

/// A question that one fact of one sentence could become.
struct Candidate: Sendable {
  enum Form: Hashable, Sendable {
    /// The statement with the answer taken out.
    case cloze
    /// A question of its own words, answered by the answer.
    case basic(question: String)
  }

  let form: Form
  let statement: Statement
  let fact: Fact
  /// Scalars of the statement.
  let blank: Range<Int>
  let sentence: Sentence
  /// The number of the proposal that it was made from; nil where the patterns found it.
  var proposal: Int?

  var answer: String { statement.text(blank) }

  /// What the learner sees, with `…` for the answer.
  var stem: String {
    switch form {
    case .basic(let question): question
    case .cloze: statement.text(0..<blank.lowerBound) + "…" + after
    }
  }

  /// Everything that the card says, the answer in its place.
  var text: String {
    switch form {
    case .basic(let question): "\(question) \(answer)"
    case .cloze: statement.text
    }
  }

  /// The statement as a cloze card writes it.
  var clozeText: String {
    "\(statement.text(0..<blank.lowerBound)){{c1::\(answer)}}\(after)"
  }

  /// The part of the sentence that the statement was made from, as normalised text.
  var cited: String {
    guard let source = statement.source else { return "" }
    let within = sentence.text.offsets.indices.filter { source.contains(sentence.text.offsets[$0]) }
    guard let first = within.first, let last = within.last else { return "" }
    return sentence.text.string(first..<(last + 1))
  }

  private var after: String {
    statement.text(blank.upperBound..<statement.scalars.count)
  }
}

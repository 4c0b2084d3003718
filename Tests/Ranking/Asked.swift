import Authoring
import Decks
import Grading
import Reading

extension Labelled {
  /// All candidates of a document.
  static func candidates(ofFileAt path: String) throws -> [RankedCandidate] {
    Generator(Generator.Options(drugs: DrugNames.all)).rankedCandidates(
      of: try Document(DocumentFile.read(path)),
      analyzer: LinkGrammarAnalyzer()
    )
  }
}

extension RankedCandidate {
  /// What a learner would read, options included, on one line.
  var question: String {
    guard let asked else { return "" }
    let extra =
      switch asked.key {
      case .choice(let choice):
        " Options: " + choice.options.map(\.text).joined(separator: "; ")
      case .truth: " True or false?"
      case .order(let order): " Put in order: " + order.steps.sorted().joined(separator: "; ")
      case .text, .blanks, .numeric: ""
      }
    return Self.line(asked.vignette + " " + asked.stem + extra)
  }

  /// How it is asked: `cloze`, `question`, `options`, `truth` or `order`.
  var form: String {
    switch asked?.key {
    case .choice: "options"
    case .truth: "truth"
    case .order: "order"
    case .blanks: "cloze"
    case .text, .numeric, nil: "question"
    }
  }

  /// What the card takes for right, on one line.
  var answer: String {
    guard let asked else { return "" }
    return switch asked.key {
    case .text(let key): Self.line(key.answer)
    case .blanks(let blanks): Self.line(blanks.map(\.text).joined(separator: "; "))
    case .choice(let choice):
      Self.line(choice.options.filter(\.isRight).map(\.text).joined(separator: "; "))
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .order(let order): Self.line(order.steps.joined(separator: " → "))
    case .numeric: ""
    }
  }

  var source: String { Self.line(sentence) }

  private var asked: Question? { card.questions(id: CardID("x"), deck: "").first }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

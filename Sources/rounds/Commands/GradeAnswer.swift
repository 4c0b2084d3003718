import ArgumentParser
import Decks
import Grading
import Storage
import Terminal

struct GradeAnswer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Show how an answer would be graded, for authors.",
    discussion: """
      KEY is written as on an A: line, such as "2.4 mL +- 1%" or "NMDA receptor". The command ends \
      with 0 if the answer is right, else with 1.
      """
  )

  /// Kinds whose key fits on one line.
  enum TypedKind: String, CaseIterable, ExpressibleByArgument {
    case basic
    case cloze
    case numeric
    case tf
  }

  @Argument(help: "The right answer.")
  var key: String

  @Argument(help: "What is typed.")
  var typed: String

  @ArgumentParser.Option(help: "basic, cloze, numeric or tf; by default what the key looks like.")
  var kind: TypedKind?

  @ArgumentParser.Option(help: "The Unit: line of a numeric card; \"none\" where no unit belongs.")
  var unit: String?

  @ArgumentParser.Option(help: "The Accept: line, alternatives split at \" | \".")
  var accept: String?

  @ArgumentParser.Option(help: "The question, whose route and counted noun an answer may repeat.")
  var stem: String?

  @Flag(help: "Print JSON: verdict, reason, read.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let context = GradingContext(notation: try Settings.load().notation, stem: stem ?? "")
    let verdict = Grader.grade(try parsedKey(), typed: typed, context: context)
    let console = display.console()
    console.writeLine(json ? self.json(verdict) : words(verdict))
    try console.finish()
    guard verdict.outcome == .right || verdict.outcome == .note else {
      throw ExitCode(ExitStatus.no.rawValue)
    }
  }
}

extension GradeAnswer {
  /// The key as the deck parser reads it from a card of its kind.
  private func parsedKey() throws(Failure) -> Key {
    let kind = kind ?? guessedKind
    let field = kind == .cloze ? "C" : "A"
    let answer = kind == .cloze && !key.contains("{{") ? "{{c1::\(key)}}" : key
    var lines = ["## \(kind.heading)", ""]
    if kind != .cloze { lines.append("Q: the question") }
    lines.append("\(field): \(answer.sanitizedLine)")
    if let unit { lines.append("Unit: \(unit.sanitizedLine)") }
    if let accept { lines.append("Accept: \(accept.sanitizedLine)") }
    let deck = DeckParser.parse(Array((lines.joined(separator: "\n") + "\n").utf8))
    if let finding = deck.findings.first { throw Failure(.usage, finding.message) }
    guard let question = deck.cards.first?.card.questions(id: CardID("key"), deck: "").first else {
      throw Failure(.usage, "\"\(key)\" is no key of a \(kind.rawValue) card")
    }
    return question.key
  }

  /// Numeric where the key has a tolerance or a range, truth where it is one, else basic.
  private var guessedKind: TypedKind {
    if key.contains("+-") || key.contains("±") || key.contains("..") { return .numeric }
    return ["true", "false"].contains(key.lowercased()) ? .tf : .basic
  }

  private func words(_ verdict: Verdict) -> String {
    let explanation = verdict.explanation
    return explanation.isEmpty
      ? verdict.outcome.rawValue : "\(verdict.outcome.rawValue): \(explanation)"
  }

  private func json(_ verdict: Verdict) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("verdict", verdict.outcome.rawValue)
      json.member("reason", verdict.explanation)
      json.member("read", verdict.readAs)
    }
    return json.text
  }
}

extension GradeAnswer.TypedKind {
  fileprivate var heading: String {
    switch self {
    case .basic: "Basic"
    case .cloze: "Cloze"
    case .numeric: "Numeric"
    case .tf: "TF"
    }
  }
}

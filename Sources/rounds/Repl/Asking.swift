import Decks
import Grading
import Study
import Terminal

/// The first phase of a question: everything typed is the answer, or a command with a colon.
struct Asking {
  let question: Question
  let presentation: Presentation
  let position: Int
  let total: Int
  /// How answers are read: the learner's notation, known words, and the order on the screen.
  let context: GradingContext
  let run: StudyRun
  private var usedHint = false
  /// Display positions of options that the learner ruled out.
  private var struck: Set<Int> = []
  private var unreadable = 0
  private var started = 0

  init(
    question: Question,
    presentation: Presentation,
    position: Int,
    total: Int,
    context: GradingContext,
    run: StudyRun
  ) {
    self.question = question
    self.presentation = presentation
    self.position = position
    self.total = total
    self.context = context
    self.run = run
  }

  /// What came of asking.
  enum Result {
    case answered(Answer)
    case skipped
    /// Three lines of a script could not be read.
    case unreadable
    case undo
    case quit
    case terminated(Int32)
  }

  /// What was typed, with its verdict; nil where the answer was only revealed.
  struct Answer {
    let typed: String
    let verdict: Verdict?
    let usedHint: Bool
    /// Lines before it that could not be read.
    let unreadable: Int
    /// Milliseconds from the question to the answer.
    let elapsed: Int
  }

  /// Lines of a script that may be unreadable on one card before it is left.
  static let patience = 3

  private var dialogue: Dialogue { run.dialogue }

  mutating func ask() throws(Failure) -> Result {
    showQuestion()
    started = World.stopwatch()
    if case .blanks(let blanks) = question.key, blanks.count > 1 { return try askBlanks(blanks) }
    return try askWhole()
  }

  private func showQuestion() {
    let page = QuestionPage(
      question: question,
      presentation: presentation,
      struck: struck,
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(page.lines)
  }
}

extension Asking {
  /// One prompt for the whole answer.
  private mutating func askWhole() throws(Failure) -> Result {
    var context = context
    context.stem = question.stem
    while true {
      switch try readLine(blank: nil) {
      case .ended(let result): return result
      case .line(let line):
        if line.trimmedBlanks.isEmpty {
          if canBeRevealed { return revealed() }
          if let result = complain("Nothing was typed. \(wanted)") { return result }
          continue
        }
        let verdict = Grader.grade(question.key, typed: line, context: context)
        if verdict.outcome == .ask {
          context.isSecondTry = true
          if let result = complain("Not graded: \(verdict.explanation.sanitizedLine).") {
            return result
          }
          continue
        }
        return answered(line, verdict)
      }
    }
  }

  /// One prompt for each blank of a cloze number.
  private mutating func askBlanks(_ blanks: [Blank]) throws(Failure) -> Result {
    var typed: [String] = []
    var verdicts: [Verdict] = []
    var context = context
    context.stem = question.stem
    while typed.count < blanks.count {
      switch try readLine(blank: typed.count) {
      case .ended(let result): return result
      case .line(let line):
        if line.trimmedBlanks.isEmpty, typed.isEmpty { return revealed() }
        let verdict = Grader.grade(blank: blanks[typed.count], typed: line, context: context)
        if verdict.outcome == .ask {
          context.isSecondTry = true
          if let result = complain("Not graded: \(verdict.explanation.sanitizedLine).") {
            return result
          }
          continue
        }
        context.isSecondTry = false
        typed.append(line)
        verdicts.append(verdict)
      }
    }
    return answered(typed.joined(separator: " | "), Grader.combine(verdicts))
  }

  private var canBeRevealed: Bool {
    switch question.key {
    case .text, .blanks: true
    case .choice, .truth, .numeric, .order: false
    }
  }

  private func answered(_ typed: String, _ verdict: Verdict?) -> Result {
    .answered(
      Answer(
        typed: typed,
        verdict: verdict,
        usedHint: usedHint,
        unreadable: unreadable,
        elapsed: min(World.stopwatch() - started, 86_400_000)
      )
    )
  }

  private func revealed() -> Result { answered("", nil) }

  /// What was read: a line to grade, or the end of this phase.
  private enum Line {
    case line(String)
    case ended(Result)
  }

  /// Asks until there is something else than a command that keeps the question on the screen.
  private mutating func readLine(blank: Int?) throws(Failure) -> Line {
    while true {
      let prompt = QuestionPrompt(
        question,
        position: position,
        total: total,
        width: dialogue.width,
        blank: blank
      )
      switch dialogue.ask(prompt.text) {
      case .cleared, .key: continue
      case .end: return .ended(.quit)
      case .terminated(let signal): return .ended(.terminated(signal))
      case .line(let line):
        switch ColonCommand.read(line) {
        case .answer: return .line(line)
        case .unknown(let text):
          let commands = ColonCommand.allCases.map { ":\($0.rawValue)" }.joined(separator: " ")
          let words = "There is no command \(text.prefix(40)). There are \(commands)."
          if let result = complain(words) { return .ended(result) }
        case .command(let command, let argument):
          dialogue.remember(line)
          if let result = try perform(command, argument) { return .ended(result) }
        }
      }
    }
  }

  private mutating func perform(
    _ command: ColonCommand,
    _ argument: String
  ) throws(Failure) -> Result? {
    switch command {
    case .hint: showHint()
    case .help: dialogue.show(HelpPage.lines(HelpPage.asking, width: dialogue.width))
    case .skip: return .skipped
    case .undo: return .undo
    case .quit: return .quit
    case .x: strike(argument)
    case .calc: dialogue.say(reckon(argument))
    case .note: try run.note(argument, on: question)
    case .search:
      dialogue.show(CardListing(run.shelf, besides: question).search(argument, dialogue))
    case .similar: dialogue.show(CardListing(run.shelf, besides: question).similar(dialogue))
    }
    return nil
  }

  private func reckon(_ expression: String) -> String {
    guard !expression.isEmpty else {
      return "Type what to reckon, such as \":calc 80 kg * 1.5 mg/kg / 50 mg/mL\"."
    }
    do throws(CalculatorError) {
      return "= \(try Calculator.evaluate(expression).text)"
    } catch {
      return "Not reckoned: \(error.explanation.sanitizedLine)."
    }
  }

  /// Rules options out, or takes them back in; it is a help for thinking and no answer.
  private mutating func strike(_ letters: String) {
    guard case .choice(let choice) = question.key else {
      dialogue.say("There are no options to strike out here.")
      return
    }
    let positions = choice.options.indices.filter {
      letters.lowercased().contains(Presentation.letter($0))
    }
    guard !positions.isEmpty else {
      dialogue.say("Type the letters of options to strike out, such as \":x bc\".")
      return
    }
    struck.formSymmetricDifference(positions)
    showQuestion()
  }

  private mutating func showHint() {
    guard let hint = question.details.hint else {
      dialogue.say("This card has no hint.")
      return
    }
    usedHint = true
    dialogue.say("Hint: \(hint.sanitized)")
  }

  /// Says why a line could not be taken; it never costs a grade.
  ///
  /// A script that goes on so is left.
  private mutating func complain(_ words: String) -> Result? {
    dialogue.say(words, .warning)
    unreadable += 1
    return !dialogue.isInteractive && unreadable >= Self.patience ? .unreadable : nil
  }

  private var wanted: String {
    switch question.key {
    case .choice(let choice):
      choice.allowsSeveral
        ? "Type the letters of all that fit, such as ac." : "Type the letter of one option."
    case .truth: "Type true or false."
    case .numeric: "Type the number."
    case .order(let ordering):
      "Type the numbers of the steps in order, such as "
        + (1...ordering.steps.count).reversed().map { "\($0)" }.joined() + "."
    case .text, .blanks: "Type the answer."
    }
  }
}

import Decks
import Grading
import Scheduling
import Storage
import Study
import Terminal

/// The second phase of a question: the verdict stands there, digits grade and letters are commands.
extension StudyRun {
  /// Shows the verdict, lets the learner grade, and makes the grade last.
  func confirm(
    _ answer: Asking.Answer,
    _ item: Queue.Item,
    _ question: Question,
    _ presentation: Presentation
  ) throws(Failure) -> Outcome {
    show(answer, question, presentation)
    let offer =
      answer.verdict.map { GradeOffer(after: $0, usedHint: answer.usedHint) } ?? .revealed
    let page = GradePage(
      offer: offer,
      preview: learner.progress.preview(of: item.id, at: World.now()),
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(page.lines)
    dialogue.console.flush()
    dialogue.dropTypeAhead()
    switch readGrade(page, unreadable: answer.unreadable) {
    case .grade(let grade):
      try save(grade, answer, item, question, presentation)
      return .graded
    case .skip:
      dialogue.say("Left without a grade for the end of the session.")
      return .skipped
    case .unreadable: return left()
    case .undo: return try undo(item)
    case .quit: return .quit
    case .terminated(let signal): return .terminated(signal)
    }
  }

  /// What the learner did with the verdict.
  private enum Choice {
    case grade(Grade)
    case skip
    /// Three lines of a script could not be read.
    case unreadable
    case undo
    case quit
    case terminated(Int32)
  }

  private func show(_ answer: Asking.Answer, _ question: Question, _ presentation: Presentation) {
    let entry = shelf.collection.entry(holding: question.id)
    let page = AnswerPage(
      question: question,
      presentation: presentation,
      typed: answer.typed,
      verdict: answer.verdict,
      sources: entry.map { shelf.collection.decks[$0.deck].deck.frontMatter.sources } ?? [],
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(page.lines)
  }

  private static let gradeKeys = Set<Character>("1234usq?")

  private func readGrade(_ page: GradePage, unreadable earlier: Int) -> Choice {
    var unreadable = earlier
    while true {
      let typed: String
      switch dialogue.ask(page.prompt, keys: Self.gradeKeys) {
      case .cleared: continue
      case .end: return .quit
      case .terminated(let signal): return .terminated(signal)
      case .key(let key): typed = String(key)
      case .line(let line): typed = line.trimmedBlanks.lowercased()
      }
      if typed == "?" || typed == ":help" {
        showHelp()
        continue
      }
      if let choice = choice(typed, page.offer) { return choice }
      unreadable += 1
      if !dialogue.isInteractive, unreadable >= Asking.patience { return .unreadable }
    }
  }

  private func showHelp() {
    for line in HelpPage.grading.split(separator: "\n") {
      dialogue.show(Wrap(dialogue.width, hanging: "    ").lines(String(line)))
    }
  }

  /// Reads a grade or command; nil after words to a line that is neither.
  private func choice(_ typed: String, _ offer: GradeOffer) -> Choice? {
    switch typed {
    case "":
      if let suggested = offer.suggested { return .grade(suggested) }
      dialogue.say("Compare your answer with the key and type a grade: \(grades(offer)).")
    case "u", ":undo": return .undo
    case "s", ":skip": return .skip
    case "q", ":quit": return .quit
    default:
      let named = Int(typed).flatMap(Grade.init(rawValue:)) ?? Grade(name: typed)
      guard let grade = named else {
        dialogue.say("Type a grade, \(grades(offer)), or u s q ?.", .warning)
        return nil
      }
      if offer.allowed.contains(grade) { return .grade(grade) }
      dialogue.say("After this answer only \(grades(offer)) can be given.", .warning)
    }
    return nil
  }

  private func grades(_ offer: GradeOffer) -> String {
    offer.allowed.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
  }

  /// The longest answer that is kept, in characters; nobody reads more of one again.
  private static let longestKeptAnswer = 2000

  /// Makes the grade last before anything says so.
  private func save(
    _ grade: Grade,
    _ answer: Asking.Answer,
    _ item: Queue.Item,
    _ question: Question,
    _ presentation: Presentation
  ) throws(Failure) {
    let now = World.now()
    let today = learner.progress.days.day(of: now.at, offset: now.offset)
    let isCorrect = answer.verdict?.isCorrect ?? (grade != .again)
    let review = Review(
      deck: question.deck,
      card: question.id,
      grade: grade,
      isCorrect: isCorrect,
      answer: String(answer.typed.prefix(Self.longestKeptAnswer)),
      options: presentation.chosenKeys(of: question, typed: answer.typed),
      usedHint: answer.usedHint,
      elapsed: answer.elapsed,
      retrievability: learner.progress.retrievability(of: question.id, on: today),
      hash: question.hash
    )
    let id: ULID
    do throws(JournalError) {
      id = try learner.record(.review(review), at: now)
    } catch {
      throw StoreDoor.failure(error)
    }
    let state = learner.progress.state(of: item.id)
    session.answered(
      item,
      grade: grade,
      isCorrect: isCorrect,
      elapsed: answer.elapsed,
      next: state
    )
    let next = state.map { "next in \($0.interval.text)" } ?? ""
    dialogue.say("Saved: \(grade.name), \(next). :undo takes it back.", .dim)
    acknowledge(id)
  }
}

extension Verdict {
  /// Whether the answer was right; nil where the learner decides.
  fileprivate var isCorrect: Bool? {
    switch outcome {
    case .right, .note: true
    case .wrong: false
    case .ask, .judge: nil
    }
  }
}

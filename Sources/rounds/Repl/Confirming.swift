import Decks
import Grading
import Scheduling
import Storage
import Study
import Terminal

/// The second phase of a question: the verdict stands there, digits grade and letters are commands.
final class Confirming {
  let run: StudyRun
  let answer: Asking.Answer
  let item: Queue.Item
  private(set) var question: Question
  private let presentation: Presentation
  private var offer: GradeOffer
  /// Whether it is still to be said if the card was recalled, before its grade.
  private var asksRecall: Bool
  /// Why a wrong answer is graded otherwise, once the learner said so.
  private var overrideReason: String?
  private var unreadable: Int
  /// What the grades lead to, as it was shown, and the learner's day of that.
  private var shown: (day: Int, preview: Preview)?

  init(
    _ run: StudyRun,
    _ answer: Asking.Answer,
    _ item: Queue.Item,
    _ question: Question,
    _ presentation: Presentation
  ) {
    self.run = run
    self.answer = answer
    self.item = item
    self.question = question
    self.presentation = presentation
    unreadable = answer.unreadable
    offer = answer.verdict.map { GradeOffer(after: $0, usedHint: answer.usedHint) } ?? .revealed
    asksRecall = run.shelf.settings.gradesInTwoSteps && offer.allowed.count > 1
  }

  var dialogue: Dialogue { run.dialogue }

  /// Shows the verdict, lets the learner grade, and makes the grade last.
  func ask() throws(Failure) -> StudyRun.Outcome {
    show()
    dialogue.console.flush()
    dialogue.dropTypeAhead()
    while true {
      let command: AnswerCommand
      switch dialogue.ask(
        page.prompt,
        keys: asksRecall ? AnswerCommand.recallKeys : AnswerCommand.keys
      ) {
      case .cleared: continue
      case .end: return .quit
      case .terminated(let signal): return .terminated(signal)
      case .key(let key): command = .read(String(key))
      case .line(let line): command = .read(line)
      }
      if let outcome = try perform(command) { return outcome }
    }
  }
}

// MARK: - Commands

extension Confirming {
  /// Does what was asked; nil where the card stays on the screen.
  private func perform(_ command: AnswerCommand) throws(Failure) -> StudyRun.Outcome? {
    switch command {
    case .accept, .grade, .recalled, .unknown:
      return try asksRecall ? recall(command) : grade(command)
    case .undo: return try run.undo(item)
    case .skip:
      dialogue.say("Left without a grade for the end of the session.")
      return .skipped
    case .quit: return .quit
    case .help: dialogue.show(HelpPage.lines(HelpPage.grading, width: dialogue.width))
    case .why: explain()
    case .source: dialogue.show(SourcePage(question, run.shelf, dialogue).lines)
    case .edit: return edit()
    case .bury(let withSiblings): return try run.bury(item, withSiblings: withSiblings)
    case .suspend: return try suspend()
    case .flag: return try flag()
    case .override(let reason): open(for: reason)
    case .note(let text): try run.note(text, on: question)
    }
    return nil
  }

  /// The first of two steps: what was not recalled is again, and the grade of the rest comes next.
  private func recall(_ command: AnswerCommand) throws(Failure) -> StudyRun.Outcome? {
    switch command {
    case .recalled(false), .grade(.again): return try save(.again)
    case .accept where offer.suggested == .again: return try save(.again)
    case .accept where offer.suggested != nil, .recalled(true): askDegree()
    default: return refused("Say first whether you recalled it: y or n.")
    }
    return nil
  }

  private func askDegree() {
    asksRecall = false
    offer = offer.recalled
    dialogue.show(page.lines)
  }

  private func grade(_ command: AnswerCommand) throws(Failure) -> StudyRun.Outcome? {
    switch command {
    case .accept:
      if let suggested = offer.suggested { return try save(suggested) }
      return refused("Compare your answer with the key and type a grade: \(grades).", nil)
    case .grade(let grade) where offer.allowed.contains(grade):
      return try save(grade)
    case .grade:
      return refused(
        "After this answer only \(grades) can be given; \":override REASON\" opens the others."
      )
    default:
      return refused("Type a grade, \(grades), or one of u s q b B x f e src why ?.")
    }
  }

  /// Says what is wanted; a script that is not understood three times leaves the card.
  private func refused(_ words: String, _ role: Role? = .warning) -> StudyRun.Outcome? {
    dialogue.say(words, role)
    unreadable += 1
    return !dialogue.isInteractive && unreadable >= Asking.patience ? run.left() : nil
  }

  private var grades: String {
    offer.allowed.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
  }

  private func explain() {
    let history = HistoryPage(
      card: question.id,
      steps: [],
      state: run.learner.progress.state(of: question.id),
      stability: run.learner.progress.stability(of: question.id),
      retrievability: run.recall(of: question.id),
      retention: run.learner.progress.parameters.retention,
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(history.lines)
  }

  private func suspend() throws(Failure) -> StudyRun.Outcome? {
    guard case .line(let reply) = dialogue.ask("suspend this card? y/n> "),
      ["y", "yes"].contains(reply.trimmedBlanks.lowercased())
    else {
      dialogue.say("Not suspended.")
      return nil
    }
    try run.mark(.suspend, [item.id])
    run.session.drop([item.id], as: .suspended)
    dialogue.say("Suspended. \"rounds resume \(item.id.text)\" brings it back.")
    return .setAside
  }

  private func flag() throws(Failure) -> StudyRun.Outcome? {
    guard let flag = FlagDialogue(dialogue, question).ask() else {
      dialogue.say("Not flagged.")
      return nil
    }
    try run.mark(.flag(flag), [item.id])
    guard flag.kind == .wrong else {
      dialogue.say("Flagged as \(flag.kind.rawValue).")
      return nil
    }
    run.session.drop([item.id], as: .flagged)
    dialogue.say("Flagged: this card is not asked again until its text changes.")
    return .setAside
  }

  private func open(for reason: String) {
    guard !reason.isEmpty else {
      dialogue.say("Say why: \":override REASON\". The reason is kept in the log.", .warning)
      return
    }
    overrideReason = reason
    offer = .revealed
    asksRecall = run.shelf.settings.gradesInTwoSteps
    dialogue.show(page.lines)
  }

  /// Opens the card in the learner's editor and comes back to it as it is then.
  ///
  /// Where the question or its answer was changed, the verdict on the screen is about another card:
  /// it is asked anew.
  private func edit() -> StudyRun.Outcome? {
    guard case .changed(let shelf) = CardEditor(run.shelf, dialogue).edit(question) else {
      return nil
    }
    run.shelf = shelf
    guard let edited = shelf.question(question.id) else {
      dialogue.say("The card is no longer in the deck, so it is left without a grade.", .warning)
      return .setAside
    }
    let (before, after) = (question.hash, edited.hash)
    guard before.key == after.key, before.stem == after.stem else {
      dialogue.say("The card is another one now, so it is asked again.")
      run.session.putBack(item)
      return .undone
    }
    question = edited
    show()
    return nil
  }
}

// MARK: - Showing and saving

extension Confirming {
  private var page: GradePage {
    GradePage(
      offer: offer,
      preview: preview(at: World.now()),
      asksRecall: asksRecall,
      width: dialogue.width,
      style: dialogue.style
    )
  }

  /// What each grade leads to; nil for practice.
  ///
  /// It stands from the verdict until the grade, so that what is shown is what is given; only when
  /// the learner's day turns meanwhile is it reckoned anew.
  private func preview(at now: Moment) -> Preview? {
    guard run.reschedules else { return nil }
    let day = run.learner.progress.days.day(of: now.at, offset: now.offset)
    if let shown, shown.day == day { return shown.preview }
    let preview = run.learner.progress.preview(
      of: item.id,
      at: now,
      wishes: run.shelf.wishes(for: item.id)
    )
    shown = (day, preview)
    return preview
  }

  private func show() {
    let entry = run.shelf.collection.entry(holding: question.id)
    let answerPage = AnswerPage(
      question: question,
      presentation: presentation,
      typed: answer.typed,
      verdict: answer.verdict,
      sources: entry.map { run.shelf.collection.decks[$0.deck].frontMatter.sources } ?? [],
      note: run.learner.progress.marks[question.id]?.note,
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(answerPage.lines)
    dialogue.show(page.lines)
  }

  /// The longest answer that is kept, in characters; nobody reads more of one again.
  private static let longestKeptAnswer = 2000

  /// Makes the grade last before anything says so.
  private func save(_ grade: Grade) throws(Failure) -> StudyRun.Outcome {
    let now = World.now()
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
      retrievability: run.recall(of: question.id),
      hash: question.hash,
      interval: preview(at: now).flatMap { run.learner.progress.promise(of: $0[grade]) }
    )
    let id = try run.record(review, overriding: overrideReason, at: now)
    let state = run.reschedules ? run.learner.progress.state(of: item.id) : nil
    run.session.answered(
      item,
      grade: grade,
      isCorrect: isCorrect,
      elapsed: answer.elapsed,
      next: state
    )
    let next = state.map { ", next in \($0.interval.text)" } ?? ""
    dialogue.say("Saved: \(grade.name)\(next). :undo takes it back.", .dim)
    run.acknowledge(id)
    run.tellLeech(item.id, question)
    return .graded
  }
}

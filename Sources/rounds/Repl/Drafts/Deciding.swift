import Authoring
import Decks
import Terminal

/// One draft on the screen until something is decided about it.
final class Deciding {
  let run: DraftRun
  /// The draft as it was shown.
  private(set) var placed: PlacedCard
  private var shown: String
  private var unreadable = 0

  init(_ run: DraftRun, _ placed: PlacedCard) {
    self.run = run
    self.placed = placed
    shown = run.deck.file.deck.text(of: placed)
  }

  var dialogue: Dialogue { run.dialogue }
  var deck: DraftDeck { run.deck }

  /// Lines of a script that may be unreadable on one draft before it is left.
  private static let patience = 3

  func ask() throws(Failure) -> DraftRun.Outcome {
    show()
    while true {
      let typed: String
      switch dialogue.ask(prompt, keys: DraftCommand.keys.union(numbers.map { Character("\($0)") }))
      {
      case .cleared: continue
      case .end: return .quit
      case .terminated(let signal): return .terminated(signal)
      case .key(let key): typed = String(key)
      case .line(let line): typed = line
      }
      if let outcome = try answer(typed) { return outcome }
    }
  }

  private var prompt: String {
    let (number, total) = run.position
    let others = numbers.isEmpty ? "" : numbers.count == 1 ? "1 " : "1-\(numbers.count) "
    return "draft \(number)/\(total) · \(others)a e r t p j s u q ?> "
  }

  /// What could be asked in the place of the draft.
  private var runnersUp: [RunnerUp] { deck.note(on: placed)?.runnersUp ?? [] }

  /// The numbers by which the runners-up are taken.
  private var numbers: [Int] { runnersUp.indices.map { $0 + 1 } }

  private func answer(_ typed: String) throws(Failure) -> DraftRun.Outcome? {
    if let number = Int(typed.trimmedBlanks), numbers.contains(number) { return try take(number) }
    guard let command = DraftCommand.read(typed) else { return complain() }
    return try perform(command)
  }

  private func complain() -> DraftRun.Outcome? {
    let others = numbers.isEmpty ? "" : "a number to take that instead, "
    dialogue.say(
      "Type a accept, e edit, r reject, t turn, p split, j join, s skip, u undo, \(others)q quit, or ? for "
        + "help.",
      .warning
    )
    unreadable += 1
    guard !dialogue.isInteractive, unreadable >= Self.patience else { return nil }
    dialogue.say("Three lines could not be read, so this draft is left undecided.")
    return .skipped(placed.name)
  }

  /// Does what was asked; nil where the draft stays on the screen.
  private func perform(_ command: DraftCommand) throws(Failure) -> DraftRun.Outcome? {
    switch command {
    case .help:
      dialogue.show(HelpPage.lines(HelpPage.drafts, width: dialogue.width))
      return nil
    case .skip:
      dialogue.say("Left for the end of this sitting.")
      return .skipped(placed.name)
    case .quit: return .quit
    case .undo: return try run.undo() || !follow() ? .done : nil
    case .accept, .edit, .reject, .turn, .split, .join: break
    }
    switch try meet() {
    case .gone: return .done
    case .changed: return nil
    case .same: break
    }
    switch command {
    case .accept: return try accept()
    case .edit: return try edit()
    case .reject: return try reject()
    case .turn: return try turn()
    case .join: return try join()
    default: return try split()
    }
  }
}

// MARK: - Showing

extension Deciding {
  /// Shows the draft as it stands in the file now; keys typed before it was seen decide nothing.
  func show() {
    let (number, total) = run.position
    let page = DraftPage(
      placed: placed,
      deck: deck.file,
      folder: deck.folder,
      findings: findings,
      place: "draft \(number)/\(total)",
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(page.lines)
    let others = RunnersUpPage(
      runnersUp: runnersUp,
      width: dialogue.width,
      style: dialogue.style
    )
    dialogue.show(others.lines)
    dialogue.console.flush()
    dialogue.dropTypeAhead()
  }

  /// What the checks say of the draft, the cited words aside, which are shown in their place.
  var findings: [Finding] {
    DraftFindings.all(for: placed, in: deck.file, today: World.today())
  }

  /// How the draft stands in the file when somebody wants to decide about it.
  enum Meeting {
    case same
    /// It says something else now and was shown again.
    case changed
    case gone
  }

  /// Reads the file again, because its author may have it open in an editor.
  func meet() throws(Failure) -> Meeting {
    let lost = try deck.refresh()
    if lost > 0 {
      dialogue.say(
        "\(deck.path.sanitizedLine) was changed meanwhile where \(lost.counted("decision")) stood, "
          + "which u can no longer take back.",
        .warning
      )
    }
    guard let found = deck.draft(placed.name) else {
      dialogue.say(
        "\(deck.path.sanitizedLine) was changed meanwhile and holds this draft no more; nothing "
          + "was decided about it here.",
        .warning
      )
      return .gone
    }
    placed = found
    guard deck.file.deck.text(of: found) != shown else { return .same }
    dialogue.say("The draft was changed meanwhile. Look at it again.", .warning)
    showAgain()
    return .changed
  }

  /// Shows what the draft has become, where it stands now if it was found elsewhere.
  func showAgain(_ found: PlacedCard? = nil) {
    placed = found ?? placed
    shown = deck.file.deck.text(of: placed)
    show()
  }

  /// Takes the draft as it stands in the file now; false where it is there no more.
  func follow() -> Bool {
    guard let found = deck.draft(placed.name) else { return false }
    placed = found
    return true
  }

  /// A question that only a yes answers, typed after it was seen.
  func confirms(_ question: String) -> Bool {
    dialogue.console.flush()
    dialogue.dropTypeAhead()
    let typed: String
    switch dialogue.ask("\(question) y/n> ", keys: ["y", "n"]) {
    case .key(let key): typed = String(key)
    case .line(let line): typed = line.trimmedBlanks.lowercased()
    case .cleared, .end, .terminated: return false
    }
    return ["y", "yes"].contains(typed)
  }
}

import Decks
import Terminal

/// Changing a draft before it is decided about: in the editor, into another kind, into parts.
extension Deciding {
  /// Opens the draft in the educator's editor and comes back to it as it is then.
  func edit() throws(Failure) -> DraftRun.Outcome? {
    let before = deck.file.deck.source
    let name = placed.name
    var line = deck.file.deck.position(of: placed.heading.bytes.lowerBound).line
    while EditorProgram(dialogue).open(deck.path, line: line) {
      try deck.readAgain()
      guard deck.file.deck.source != before else {
        dialogue.say("Nothing was changed.")
        return nil
      }
      guard let fault = faultAfterEdit(name) else { return settle(name, since: before) }
      dialogue.say(fault.words, .warning)
      switch askAfterFault() {
      case .again: line = fault.line ?? line
      case .back: return try putBack(before)
      case .keep: return settle(name, since: before)
      }
    }
    return settle(name, since: before)
  }

  /// Turns the draft into another kind that it can honestly be.
  func turn() throws(Failure) -> DraftRun.Outcome? {
    let kinds = CardTurn.kinds(for: placed, in: deck.file.deck)
    dialogue.show(TurnWords.lines(placed, deck.file.deck, possible: kinds, width: dialogue.width))
    guard !kinds.isEmpty, let kind = askKind(kinds) else { return nil }
    switch try meet() {
    case .gone: return .done
    case .changed: return nil
    case .same: break
    }
    let edit: DeckEdit
    do throws(CardTurn.Obstacle) {
      edit = try CardTurn.edit(placed, into: kind, in: deck.file.deck)
    } catch {
      dialogue.say(TurnWords.reason(error))
      return nil
    }
    return try reshape(edit, "Turned into \(kind.rawValue).", opensEditor: kind == .numeric)
  }

  /// Takes a runner-up in the place of the draft, which can be taken back in the same way.
  func take(_ number: Int) throws(Failure) -> DraftRun.Outcome? {
    switch try meet() {
    case .gone: return .done
    case .changed: return nil
    case .same: break
    }
    guard let note = deck.note(on: placed), note.runnersUp.indices.contains(number - 1) else {
      return nil
    }
    guard !deck.file.deck.holdsStrayText(in: placed) else {
      dialogue.say("Not taken: the draft holds text that is in no field; e opens the editor.")
      return nil
    }
    try deck.exchange(placed, for: number - 1, of: note)
    dialogue.say("Taken instead; the one before is \(number) now.")
    guard follow() else { return .done }
    showAgain()
    return nil
  }

  /// Parts the draft into cards that ask one thing each.
  func split() throws(Failure) -> DraftRun.Outcome? {
    var names = deck.names
    var generator = SystemRandomNumberGenerator()
    let edit: DeckEdit
    do throws(CardSplit.Obstacle) {
      edit = try CardSplit.edit(
        placed,
        in: deck.file.deck,
        naming: &names,
        using: &generator
      )
    } catch {
      dialogue.say("Not split: \(TurnWords.reason(error)) e opens the editor.")
      return nil
    }
    return try reshape(edit, "Split; the parts follow one by one.", opensEditor: false)
  }
}

extension Deciding {
  /// Saves a change after which the draft is a draft still, and shows what it has become.
  func reshape(
    _ edit: DeckEdit,
    _ words: String,
    opensEditor: Bool
  ) throws(Failure) -> DraftRun.Outcome? {
    let name = placed.name
    let start = edit.place(of: placed.heading.bytes.lowerBound)
    try deck.save(edit, as: .changed(name))
    dialogue.say(words)
    // Where the draft has no id of its own, its name came from what it said before.
    guard let now = deck.allDrafts.first(where: { $0.heading.bytes.lowerBound == start }) else {
      return .done
    }
    showAgain(now)
    guard opensEditor else { return nil }
    dialogue.say("Say how far off an answer may be: \"+- 0\" means exactly this.")
    return try self.edit()
  }

  private func askKind(_ kinds: [Kind]) -> Kind? {
    let letters = kinds.map { $0.rawValue.lowercased().prefix(1) }
    let typed: String
    switch dialogue.ask("turn into> ", keys: Set(letters.compactMap(\.first))) {
    case .key(let key): typed = String(key)
    case .line(let line): typed = line.trimmedBlanks.lowercased()
    case .cleared, .end, .terminated: return nil
    }
    guard !typed.isEmpty else { return nil }
    let kind = kinds.first { $0.rawValue.lowercased().hasPrefix(typed) }
    if kind == nil { dialogue.say("\"\(typed.sanitizedLine)\" is none of these kinds.") }
    return kind
  }

  /// What an edit broke, and the line to mend it on.
  private struct Fault {
    let line: Int?
    let words: String
  }

  /// What is wrong with the draft after the editor; nil where it can be gone on with.
  private func faultAfterEdit(_ name: CardID) -> Fault? {
    if let found = deck.draft(name) ?? deck.accepted(name) ?? draftInPlace() {
      return fault(in: deck.file.deck.bytes(of: found))
    }
    return fault(in: placed.heading.bytes)
      ?? Fault(line: nil, words: "The deck no longer has this draft.")
  }

  /// The draft whose heading begins where that of this one began, for one that has no id to be
  /// known by.
  private func draftInPlace() -> PlacedCard? {
    guard placed.card.id == nil else { return nil }
    return deck.allDrafts.first { $0.heading.bytes.lowerBound == placed.heading.bytes.lowerBound }
  }

  /// The first fault of grammar in some bytes, with its line.
  private func fault(in bytes: Range<Int>) -> Fault? {
    let errors = deck.file.deck.findings.filter { $0.severity == .error }
    return errors.first { bytes.contains($0.bytes.lowerBound) }.map { fault in
      let line = deck.file.deck.position(of: fault.bytes.lowerBound).line
      return Fault(line: line, words: "Line \(line): \(fault.message)".sanitizedLine)
    }
  }

  private enum AfterFault {
    case again
    case back
    case keep
  }

  private func askAfterFault() -> AfterFault {
    dialogue.say("e edits again, b puts it back as it was; Enter keeps it so.")
    let typed: String
    switch dialogue.ask("edit again?> ", keys: ["e", "b"]) {
    case .key(let key): typed = String(key)
    case .line(let line): typed = line.trimmedBlanks.lowercased()
    case .cleared, .end, .terminated: return .keep
    }
    return typed == "e" ? .again : typed == "b" ? .back : .keep
  }

  private func putBack(_ before: [UInt8]) throws(Failure) -> DraftRun.Outcome? {
    try deck.write(before)
    dialogue.say("Put back as it was before the editor.")
    _ = follow()
    showAgain()
    return nil
  }

  /// Goes on with what the editor left, if it left anything.
  private func settle(_ name: CardID, since before: [UInt8]) -> DraftRun.Outcome? {
    guard deck.file.deck.source != before else { return nil }
    if deck.draft(name) == nil, deck.accepted(name) != nil {
      deck.adopt(since: before, as: .accepted(name))
      dialogue.say("Accepted in the editor.")
      run.count(.accepted(name))
      return .done
    }
    deck.adopt(since: before, as: .changed(name))
    guard let found = deck.draft(name) ?? draftInPlace() else { return .done }
    showAgain(found)
    return nil
  }
}

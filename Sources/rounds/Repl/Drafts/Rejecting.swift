import Decks
import Reading
import Study
import Terminal

/// Taking a draft out of the deck, with the reason.
extension Deciding {
  func reject() throws(Failure) -> DraftRun.Outcome? {
    guard let (reason, note) = askReason() else {
      dialogue.say("Not rejected.")
      return nil
    }
    // Asking took time, so the file may be another one.
    switch try meet() {
    case .gone: return .done
    case .changed: return nil
    case .same: break
    }
    let rejection = rejection(reason, note)
    let file = RejectedFile(besides: deck.path)
    // Before the deck loses the card its text is safe elsewhere.
    try file.append(rejection.line)
    do throws(Failure) {
      let change = DraftChange.rejected(placed.name, rejection)
      try deck.save(.removing(placed, from: deck.file.deck), as: change)
      run.count(change)
    } catch {
      try file.append(rejection.withdrawal(at: World.now().at))
      throw error
    }
    return .done
  }

  private func askReason() -> (RejectionReason, String)? {
    let reasons = RejectionReason.allCases
    let list = reasons.enumerated().map { "\($0 + 1) \($1.words)" }.joined(separator: ", ")
    dialogue.say("Why? \(list); Enter for nothing.")
    let digits = reasons.indices.map { Character("\($0 + 1)") }
    let typed: String
    switch dialogue.ask("reason> ", keys: Set(digits)) {
    case .key(let key): typed = String(key)
    case .line(let line): typed = line.trimmedBlanks.lowercased()
    case .cleared, .end, .terminated: return nil
    }
    let number = Int(typed).map { $0 - 1 }.flatMap { reasons.indices.contains($0) ? $0 : nil }
    guard let reason = number.map({ reasons[$0] }) ?? RejectionReason(rawValue: typed) else {
      if !typed.isEmpty { dialogue.say("\"\(typed.sanitizedLine)\" is no reason of the list.") }
      return nil
    }
    guard case .line(let note) = dialogue.ask("in your words, or Enter> ") else { return nil }
    return (reason, String(note.trimmedBlanks.prefix(500)))
  }

  private func rejection(_ reason: RejectionReason, _ note: String) -> Rejection {
    let citation = placed.citations.first
    let source = citation.flatMap { deck.file.deck.frontMatter.source($0.document) }
    return Rejection(
      at: World.now().at,
      id: placed.name.text,
      reason: reason.rawValue,
      note: note,
      kind: placed.card.kind.rawValue,
      content: String(placed.card.provisionalID.text.dropFirst()),
      document: source?.file ?? citation?.document ?? "",
      sentence: citation.flatMap(sentence) ?? citation?.span ?? "",
      card: deck.file.deck.text(of: placed)
    )
  }

  /// The sentence that holds the cited words; nil where the document is not at hand.
  private func sentence(of citation: Citation) -> String? {
    guard let span = citation.span,
      let source = deck.file.deck.frontMatter.source(citation.document),
      let path = SourceShelf(besides: deck.file, folder: deck.folder).path(of: source),
      let document = try? Document.read(path)
    else { return nil }
    let sought = Self.folded(span)
    for passage in document.passages {
      for sentence in document.sentences(of: passage) {
        let text = Self.folded(document.string(sentence.range))
        if text.contains(sought) { return text }
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

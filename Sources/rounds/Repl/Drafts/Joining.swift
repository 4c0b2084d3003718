import Decks
import Terminal

/// Making one draft of two.
extension Deciding {
  func join() throws(Failure) -> DraftRun.Outcome? {
    guard let other = askOther() else {
      dialogue.say("Not joined.")
      return nil
    }
    // Asking took time, so the file may be another one.
    switch try meet() {
    case .gone: return .done
    case .changed: return nil
    case .same: break
    }
    guard let second = deck.draft(other) else {
      dialogue.say("The deck holds no draft \"\(other.text.sanitizedLine)\".")
      return nil
    }
    let edit: DeckEdit
    do throws(CardMerge.Obstacle) {
      edit = try CardMerge.edit(placed, with: second, in: deck.file.deck)
    } catch {
      dialogue.say("Not joined: \(TurnWords.reason(error))")
      return nil
    }
    return try reshape(edit, "Joined; the other draft is gone.", opensEditor: false)
  }

  /// The draft to join with: one named by its id, or the next in the deck.
  private func askOther() -> CardID? {
    let drafts = deck.allDrafts
    let here = drafts.firstIndex { $0.heading == placed.heading } ?? 0
    let next = drafts.count > 1 ? drafts[(here + 1) % drafts.count] : nil
    guard let next else {
      dialogue.say("There is no other draft.")
      return nil
    }
    dialogue.say("Join with which draft? Its id; Enter for the next, - for none. The next is:")
    dialogue.say("\(next.card.id?.text ?? "(no id)")  \(next.card.line)".sanitizedLine)
    guard case .line(let line) = dialogue.ask("join with> ") else { return nil }
    let typed = line.trimmedBlanks
    guard typed != "-" else { return nil }
    return typed.isEmpty ? next.name : CardID(typed)
  }
}

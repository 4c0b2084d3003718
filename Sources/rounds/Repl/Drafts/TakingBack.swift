import Decks
import Study
import Terminal

/// Taking decisions of this sitting back, the newest first.
extension DraftRun {
  /// Takes the last decision back and has its draft shown next; false where there is none.
  func undo() throws(Failure) -> Bool {
    let lost = try deck.refresh()
    guard let change = try deck.takeBack() else {
      dialogue.say(
        lost > 0
          ? "The place of the last decision was changed meanwhile, so it stays. What was rejected "
            + "stands in \(RejectedFile(besides: deck.path).path.sanitizedLine)."
          : "Nothing was decided in this sitting that could be taken back."
      )
      return false
    }
    if case .rejected(_, let rejection) = change {
      // The card stands in the deck again: were this line lost, nothing would be proposed twice.
      try RejectedFile(besides: deck.path).append(rejection.withdrawal(at: World.now().at))
    }
    let name = change.name.isProvisional ? "this draft" : change.name.text.sanitizedLine
    dialogue.say("Taken back: \(change.verb) \(name).")
    count(change, by: -1)
    comeBack(to: change.name)
    return true
  }

  /// Once no draft is left to show: lets the last decision be taken back before the end.
  func offerUndo() throws(Failure) -> Ending {
    guard deck.canTakeBack else { return .finished }
    while true {
      let typed: String
      switch dialogue.ask("no draft left · u q> ", keys: ["u", "q"]) {
      case .cleared: continue
      case .end: return .finished
      case .terminated(let signal): return .terminated(signal)
      case .key(let key): typed = String(key)
      case .line(let line): typed = line
      }
      switch DraftCommand.read(typed) {
      case .undo: if try undo() { return .undone }
      case .quit: return .finished
      case nil where typed.trimmedBlanks.isEmpty: return .finished
      default: dialogue.say("No draft is left. Type u to undo, or q to end.", .warning)
      }
    }
  }

  /// How a sitting ended, if it did.
  enum Ending {
    case finished
    /// A decision was taken back, so there is a draft again.
    case undone
    case terminated(Int32)
  }
}

extension DraftChange {
  fileprivate var verb: String {
    switch self {
    case .accepted: "accepting"
    case .rejected: "rejecting"
    case .changed, .exchanged: "the change of"
    }
  }
}

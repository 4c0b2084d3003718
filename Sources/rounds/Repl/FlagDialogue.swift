import Decks
import Study
import Terminal

/// Asks what is wrong with a card, and for a word of reason.
struct FlagDialogue {
  private let dialogue: Dialogue
  private let question: Question

  init(_ dialogue: Dialogue, _ question: Question) {
    self.dialogue = dialogue
    self.question = question
  }

  /// The flag, or nil where the learner thought better of it.
  func ask() -> CardFlag? {
    dialogue.say(
      "What is wrong? w wrong or unsafe, o outdated, u unclear, t typo; Enter for nothing."
    )
    guard let kind = kind(), case .line(let reason) = dialogue.ask("reason in a word> ") else {
      return nil
    }
    let hash = question.hash
    return CardFlag(
      kind: kind,
      reason: String(reason.trimmedBlanks.prefix(200)),
      stem: hash.stem,
      key: hash.key
    )
  }

  private func kind() -> CardFlag.Kind? {
    let typed: String
    switch dialogue.ask("flag> ", keys: ["w", "o", "u", "t"]) {
    case .key(let key): typed = String(key)
    case .line(let line): typed = line.trimmedBlanks.lowercased()
    case .cleared, .end, .terminated: return nil
    }
    guard !typed.isEmpty else { return nil }
    return CardFlag.Kind.allCases.first { $0.rawValue.hasPrefix(typed) }
  }
}

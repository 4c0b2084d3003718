import Decks

/// Grades true or false.
struct TruthAnswer {
  let isTrue: Bool

  func grade(_ typed: String) -> Verdict {
    let word = FoldedText(typed).scalars.text.lowercased()
    let answer: Bool
    switch word {
    case "t", "true", "y", "yes": answer = true
    case "f", "false", "n", "no": answer = false
    default: return .ask([.truthWanted])
    }
    return answer == isTrue ? .right() : .wrong([.expected(isTrue ? "true" : "false")])
  }
}

import Reading

/// What the document answers in two ways.
extension DocumentDraft {
  /// Leaves out what would be asked in the same words and answered otherwise: "The recommended dose is
  /// […] twice a day" under the same headings for two strengths.
  mutating func dropRivals() {
    var answers: [String: Set<String>] = [:]
    var places: [String: Set<Int>] = [:]
    for scored in found {
      guard let opening = scored.candidate.opening else { continue }
      answers[opening, default: []].insert(scored.candidate.answer.lowercased())
      places[opening, default: []].insert(scored.sentence)
    }
    let disputed = Set(
      answers.keys.filter {
        answers[$0, default: []].count > 1 && places[$0, default: []].count > 1
      }
    )
    // What a sentence that has a rival could be asked for otherwise has that rival too.
    let blanks = found.filter { $0.candidate.opening.map(disputed.contains) == true }
    let told = Set(blanks.map { Told(sentence: $0.sentence, answer: $0.candidate.answer) })
    let count = found.count
    found.removeAll { told.contains(Told(sentence: $0.sentence, answer: $0.candidate.answer)) }
    if found.count < count {
      report.candidatesDropped[.ambiguous, default: 0] += count - found.count
    }
  }

  private struct Told: Hashable {
    let sentence: Int
    let answer: String
  }
}

extension Candidate {
  /// What is shown up to the blank and right behind it, or the whole question; none where that is too
  /// little to promise an answer.
  fileprivate var opening: String? {
    switch form {
    case .basic(let question), .choice(let question, _):
      return "\(context) \(setting) \(question)"
    case .cloze:
      guard tokensBefore.count(where: \.isWord) > 2 else { return nil }
      let after = tokensAfter.filter(\.isWord).prefix(2).map(\.lower)
      let words = tokensBefore.map(\.lower) + ["…"] + after
      return ([context, setting] + words).joined(separator: " ")
    case .truth, .order, .several: return nil
    }
  }
}

import Decks

/// What could have been chosen in the place of a draft.
extension Selection {
  /// The candidates that fell only because a draft about their sentence was better, the best first.
  func runnersUp(
    of draft: Scored,
    among rivals: [Scored]
  ) -> [(scored: Scored, verdict: RunnerUp.Verdict)] {
    var seen: [Scored] = siblings(of: draft)
    var found: [(scored: Scored, verdict: RunnerUp.Verdict)] = []
    for rival in rivals.sorted(by: { $0.score > $1.score }) where rival.score <= draft.score {
      guard !seen.contains(where: rival.asksTheSame), owner(of: rival)?.asksTheSame(draft) == true,
        wouldDo(rival)
      else { continue }
      seen.append(rival)
      found.append((rival, verdict(on: rival)))
    }
    return Array(found.prefix(Draft.mostRunnersUp))
  }

  /// What a draft lost as the second question about its sentence.
  func loss(of draft: Scored) -> Double {
    siblings(of: draft).first?.asksTheSame(draft) == true ? 0 : deduction(for: draft)
  }

  /// The draft whose place a candidate could have: the one that asks for its words, or else the
  /// best; nil where it asks for the words of two.
  private func owner(of rival: Scored) -> Scored? {
    let siblings = siblings(of: rival)
    let same = siblings.filter { overlap($0, rival) }
    return same.count > 1 ? nil : same.first ?? siblings.first
  }

  /// Whether nothing but the drafts about its own sentence speaks against a candidate.
  private func wouldDo(_ rival: Scored) -> Bool {
    rival.score >= least && !isRejected(rival) && !isKnown(rival) && !isLikeOthers(rival)
  }

  private func verdict(on rival: Scored) -> RunnerUp.Verdict {
    let siblings = siblings(of: rival)
    if siblings.contains(where: { overlap($0, rival) }) { return .sameWords }
    if siblings.count > 1 { return .full }
    return rival.score - deduction(for: rival) < least ? .second : .density
  }
}

extension Scored {
  /// Whether both would be the same card.
  func asksTheSame(_ other: Scored) -> Bool {
    candidate.stem == other.candidate.stem && candidate.answer == other.candidate.answer
  }
}

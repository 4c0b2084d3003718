import Decks
import Reading

/// From the proposals of a language model to candidates.
extension DocumentDraft {
  /// Has the writer propose about the sentences read; stops and returns false when told to.
  mutating func ask(_ isCancelled: () -> Bool) -> Bool {
    guard let writer else { return true }
    for batch in open.batches(of: writer.mostSentences) {
      if isCancelled() { return false }
      for proposal in writer.proposals(about: batch.map(\.text)) { take(proposal, about: batch) }
    }
    return !isCancelled()
  }

  private mutating func take(_ proposal: Proposal, about batch: [OpenSentence]) {
    report.candidates += 1
    report.proposals += 1
    guard proposal.sentence > 0, proposal.sentence <= batch.count,
      var candidate = ProposalFitter.candidate(proposal, about: batch[proposal.sentence - 1])
    else {
      report.candidatesDropped[.misfit, default: 0] += 1
      return
    }
    if let reason = ProposalGates.reason(against: candidate, of: proposal) {
      report.candidatesDropped[reason, default: 0] += 1
      return
    }
    candidate.proposal = report.proposals
    candidate.context = context.words(for: candidate)
    candidate.type = type(of: candidate)
    let sentence = batch[proposal.sentence - 1]
    if let reason = sentence.dropped, revived.insert(sentence.number).inserted {
      report.sentencesDropped[reason] = report.sentencesDropped[reason].flatMap {
        $0 > 1 ? $0 - 1 : nil
      }
    }
    consider(candidate, section: sentence.section, sentence: sentence.number)
  }

  /// Puts the chosen proposals to the test; tells whether one fell, so that others may be chosen.
  mutating func proveFalse(_ chosen: [Scored]) -> Bool {
    guard let writer else { return false }
    var fallen: Set<Int> = []
    for scored in chosen {
      guard let number = scored.candidate.proposal, proofs[number] == nil else { continue }
      let proof = RoundTrip.outcome(of: scored.candidate, by: writer)
      proofs[number] = proof
      guard let reason = proof.reason else { continue }
      report.candidatesDropped[reason, default: 0] += 1
      fallen.insert(number)
    }
    found.removeAll { $0.candidate.proposal.map(fallen.contains) == true }
    return !fallen.isEmpty
  }
}

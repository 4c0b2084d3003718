import Authoring
import Storage
import Terminal

/// What came of asking a language model.
struct WritingPage {
  let tally: LanguageModel.Tally
  let reports: [DocumentReport]
  let width: Int
  let style: Style

  var lines: [String] {
    let faults = Table(
      [.number("lost"), .text("reason")],
      rows: sortedFaults.map { ["\($0.value)", $0.key.words] }
    )
    return Wrap(width).lines(summary)
      + (tally.faults.isEmpty ? [] : faults.lines(width: width, style: style))
  }

  private var proposals: Int { reports.reduce(0) { $0 + $1.proposals } }
  private var kept: Int { reports.reduce(0) { $0 + $1.proposalsKept } }
  private var known: Int { reports.reduce(0) { $0 + $1.generalKnowledge } }

  private var summary: String {
    let general =
      known > 0
      ? " It knew \(known) of the answers without the document: tagged general-knowledge." : ""
    let unusable =
      tally.unusable > 0 ? " \(tally.unusable.counted("proposal")) kept to no form." : ""
    return
      "\(tally.requests.counted("request")), \(proposals.counted("proposal")), "
      + "\(kept.counted("draft")).\(general)\(unusable)"
  }

  private var sortedFaults: [(key: ModelFault, value: Int)] {
    tally.faults.sorted { ($1.value, $0.key.words) < ($0.value, $1.key.words) }
  }

  func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("requests", tally.requests)
      json.member("answers", tally.answers)
      json.member("proposals", proposals)
      json.member("kept", kept)
      json.member("generalKnowledge", known)
      json.member("unusable", tally.unusable)
      json.key("lost")
      json.object { json in
        for (fault, count) in sortedFaults { json.member(fault.words, count) }
      }
    }
  }
}

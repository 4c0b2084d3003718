import Decks
import Storage

/// A question as scripts read it, with its answer and its sources.
struct CardRecord {
  let question: Question
  let status: Status
  let citations: [CitationRecord]

  /// `{"cards":[…]}`, with what else belongs into the object behind them.
  static func json(
    _ records: [CardRecord],
    also more: (inout JSONWriter) -> Void = { _ in }
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("cards")
      json.array { json in
        for record in records { record.write(into: &json) }
      }
      more(&json)
    }
    return json.text
  }

  private func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("id", question.id.text)
      json.member("kind", question.kind.rawValue)
      json.member("question", question.wholeText)
      json.member("answer", question.key.recordText)
      json.key("options")
      json.array { json in
        for option in question.key.options { option.write(into: &json) }
      }
      json.member("status", status.rawValue)
      json.key("citations")
      json.array { json in
        for citation in citations { citation.write(into: &json) }
      }
    }
  }
}

/// A citation as scripts read it, with the place where its words stand.
struct CitationRecord: Hashable {
  /// The bare name of the document's file.
  let document: String
  /// Unicode scalars of the document's text; nil where it is not at hand or does not hold the span.
  let range: Range<Int>?
  let span: String?
  /// Whether the document's text is made from its file.
  let isExtracted: Bool

  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("document", document)
      json.member("start", range?.lowerBound)
      json.member("end", range?.upperBound)
      json.member("span", span)
      json.member("text", isExtracted ? "extracted" : "original")
    }
  }
}

extension Choice.Option {
  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("key", letter)
      json.member("text", text)
      json.member("correct", isRight)
    }
  }
}

extension Question {
  /// All that is asked: the vignettes, then the stem, with `____` for a blank that is asked.
  var wholeText: String {
    [caseVignette, vignette, gapText ?? stem].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Key {
  fileprivate var options: [Choice.Option] {
    if case .choice(let choice) = self { choice.options } else { [] }
  }

  /// The answer as a script wants it: a number has its unit, also where the prompt shows that.
  fileprivate var recordText: String {
    switch self {
    case .blanks(let blanks): return blanks.map(\.text).joined(separator: "; ")
    case .numeric(let key):
      guard case .shown(let unit) = key.unit, key.value.unit == nil else { return answerText }
      return "\(answerText) \(unit)"
    case .text, .choice, .truth, .order: return answerText
    }
  }
}

extension NumericValue {
  fileprivate var unit: String? {
    switch self {
    case .point(let quantity, _, _): quantity.unit
    case .range(_, let high), .interval(_, let high, _): high.unit
    }
  }
}

import Decks
package import Scheduling
package import Storage

/// Why a line that is sound JSON is no event.
package enum EventFault: Error, Hashable, Sendable {
  case json(JSONError)
  /// A required key is missing or has no meaning.
  case missing(String)
  /// Written by a version whose lines this one does not understand.
  case newerVersion(Int)
}

extension Event {
  /// The version of the lines that this program writes.
  package static let version = 1

  /// The event as one line of JSON without checksum and newline.
  package func encoded() -> [UInt8] {
    var json = JSONWriter(reservingCapacity: 384)
    json.object { json in
      json.member("v", Self.version)
      json.member("id", id)
      json.member("at", moment.at)
      json.member("offset", moment.offset)
      json.member("kind", fact.kind)
      fact.encode(into: &json)
    }
    return json.bytes
  }

  /// Reads a line of the log in any key order; unknown keys are skipped.
  package init(decoding line: UnsafeRawBufferPointer) throws(EventFault) {
    if let event = EventLine.event(line) {
      self = event
    } else {
      try self.init(tolerant: line)
    }
  }

  /// Reads a line however it is laid out.
  init(tolerant line: UnsafeRawBufferPointer) throws(EventFault) {
    var fields = EventFields()
    do throws(JSONError) {
      try fields.read(line)
    } catch {
      throw .json(error)
    }
    if let version = fields.version, version > Self.version { throw .newerVersion(version) }
    try fields.checkRanges()
    guard let id = fields.id else { throw .missing("id") }
    guard let at = fields.at else { throw .missing("at") }
    guard let kind = fields.kind else { throw .missing("kind") }
    self.init(
      id: id,
      moment: Moment(at: at, offset: fields.offset ?? 0),
      fact: try fields.fact(kind: kind)
    )
  }
}

extension Event.Fact {
  /// The value of `kind`.
  var kind: String {
    switch self {
    case .review: "review"
    case .cram: "cram"
    case .undo: "undo"
    case .session: "session"
    case .adopt: "adopt"
    case .parameters, .fit, .restore: "parameters"
    case .mark(let mark, _): mark.kind
    case .override: "override"
    case .unknown(let kind): kind
    }
  }

  fileprivate func encode(into json: inout JSONWriter) {
    switch self {
    case .review(let review), .cram(let review): review.encode(into: &json)
    case .undo(let id): json.member("of", id)
    case .session(let mark): json.member("mark", mark.rawValue)
    case .adopt(let from, let to):
      json.member("from", from.text)
      json.member("to", to.text)
    case .parameters(let parameters): parameters.encode(into: &json)
    case .fit(let fitted):
      fitted.parameters.encode(into: &json)
      fitted.encode(into: &json)
    case .restore(let parameters, let fit):
      parameters.encode(into: &json)
      json.member("of", fit)
    case .mark(let mark, let card):
      json.member("card", card.text)
      mark.encode(into: &json)
    case .override(let review, let reason):
      json.member("of", review)
      json.member("reason", reason)
    case .unknown: break
    }
  }
}

extension Parameters {
  fileprivate func encode(into json: inout JSONWriter) {
    json.member("scheduler", dual == nil ? "fsrs-6" : "fsrs-7")
    json.member("weights", dual?.values ?? weights.values)
    // What was fitted to the learner is kept for the way back.
    if dual != nil { json.member("fsrs6", weights.values) }
    json.member("retention", retention)
    json.member("steps", steps.map { Double($0) / 1000 })
    json.member("dayStarts", dayStarts)
    WeightGroup.encode(groups, into: &json)
  }
}

extension CardMark {
  /// The value of `kind`.
  fileprivate var kind: String {
    switch self {
    case .suspend: "suspend"
    case .resume: "resume"
    case .bury: "bury"
    case .flag: "flag"
    case .unflag: "unflag"
    case .note: "note"
    }
  }

  fileprivate func encode(into json: inout JSONWriter) {
    switch self {
    case .suspend, .resume, .bury, .unflag: break
    case .flag(let flag):
      json.member("class", flag.kind.rawValue)
      json.member("reason", flag.reason)
      json.member("stem", flag.stem)
      json.member("key", flag.key)
    case .note(let text): json.member("text", text)
    }
  }
}

extension Review {
  fileprivate func encode(into json: inout JSONWriter) {
    json.member("deck", deck)
    json.member("card", card.text)
    json.member("grade", grade.name)
    json.member("correct", isCorrect)
    json.member("answer", answer)
    json.member("options", options)
    json.member("hint", usedHint)
    json.member("confidence", confidence)
    json.member("elapsed", elapsed)
    json.member("retrievability", retrievability)
    json.member("stem", hash.stem)
    json.member("key", hash.key)
    json.member("rest", hash.rest)
    switch interval {
    case .days(let days): json.member("interval", days)
    case .milliseconds(let wait): json.member("wait", Int(wait))
    case nil: break
    }
  }
}

extension Grade {
  /// The grade's word in the log and on the screen.
  package var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }

  package init?(name: String) {
    guard let grade = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = grade
  }
}

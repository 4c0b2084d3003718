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
    var fields = EventFields()
    do throws(JSONError) {
      try fields.read(line)
    } catch {
      throw .json(error)
    }
    if let version = fields.version, version > Self.version { throw .newerVersion(version) }
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
    case .undo: "undo"
    case .session: "session"
    case .adopt: "adopt"
    case .parameters: "parameters"
    case .unknown(let kind): kind
    }
  }

  fileprivate func encode(into json: inout JSONWriter) {
    switch self {
    case .review(let review): review.encode(into: &json)
    case .undo(let id): json.member("of", id)
    case .session(let mark): json.member("mark", mark.rawValue)
    case .adopt(let from, let to):
      json.member("from", from.text)
      json.member("to", to.text)
    case .parameters(let parameters):
      json.member("scheduler", "fsrs-6")
      json.member("weights", parameters.weights.values)
      json.member("retention", parameters.retention)
      json.member("steps", parameters.steps.map { Double($0) / 1000 })
      json.member("dayStarts", parameters.dayStarts)
    case .unknown: break
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

/// The values of a line before it is known which kind they belong to.
private struct EventFields {
  var version: Int?
  var id: ULID?
  var at: Timestamp?
  var offset: Int?
  var kind: String?
  private var deck = ""
  private var card: String?
  private var grade: String?
  private var correct: Bool?
  private var answer = ""
  private var options: [String] = []
  private var hint = false
  private var confidence: Int?
  private var elapsed: Int?
  private var retrievability: Double?
  private var stem = ""
  private var key = ""
  private var rest = ""
  private var of: String?
  private var mark: String?
  private var from: String?
  private var to: String?
  private var scheduler: String?
  private var weights: [Double]?
  private var retention: Double?
  private var steps: [Double]?
  private var dayStarts: Int?

  mutating func read(_ line: UnsafeRawBufferPointer) throws(JSONError) {
    var json = JSONScanner(line)
    try json.beginObject()
    while let name = try json.nextKey() {
      switch name {
      case "v": version = try json.integer()
      case "id": id = ULID(try json.string().raw)
      case "at": at = Timestamp(try json.string().raw)
      case "offset": offset = try json.integer()
      case "kind": kind = try json.string().text
      default: try readMember(name, &json)
      }
    }
    try json.finish()
  }

  private mutating func readMember(
    _ name: JSONString,
    _ json: inout JSONScanner
  ) throws(JSONError) {
    switch name {
    case "deck": deck = try json.stringOrNull()?.text ?? ""
    case "card": card = try json.stringOrNull()?.text
    case "grade": grade = try json.stringOrNull()?.text
    case "correct": correct = try json.isNull() ? nil : try json.bool()
    case "answer": answer = try json.stringOrNull()?.text ?? ""
    case "options": options = try json.isNull() ? [] : try json.strings()
    case "hint": hint = try json.isNull() ? false : try json.bool()
    case "confidence": confidence = try json.integerOrNull()
    case "elapsed": elapsed = try json.integerOrNull()
    case "retrievability": retrievability = try json.doubleOrNull()
    case "stem": stem = try json.stringOrNull()?.text ?? ""
    case "key": key = try json.stringOrNull()?.text ?? ""
    case "rest": rest = try json.stringOrNull()?.text ?? ""
    default: try readRareMember(name, &json)
    }
  }

  private mutating func readRareMember(
    _ name: JSONString,
    _ json: inout JSONScanner
  ) throws(JSONError) {
    switch name {
    case "of": of = try json.stringOrNull()?.text
    case "mark": mark = try json.stringOrNull()?.text
    case "from": from = try json.stringOrNull()?.text
    case "to": to = try json.stringOrNull()?.text
    case "scheduler": scheduler = try json.stringOrNull()?.text
    case "weights": weights = try json.isNull() ? nil : try json.doubles()
    case "retention": retention = try json.doubleOrNull()
    case "steps": steps = try json.isNull() ? nil : try json.doubles()
    case "dayStarts": dayStarts = try json.integerOrNull()
    default: try json.skipValue()
    }
  }

  func fact(kind: String) throws(EventFault) -> Event.Fact {
    switch kind {
    case "review": return .review(try review())
    case "undo":
      guard let target = of.flatMap({ ULID($0) }) else { throw .missing("of") }
      return .undo(target)
    case "session":
      guard let mark = mark.flatMap(Event.SessionMark.init(rawValue:)) else {
        throw .missing("mark")
      }
      return .session(mark)
    case "adopt":
      guard let from else { throw .missing("from") }
      guard let to else { throw .missing("to") }
      return .adopt(from: CardID(from), to: CardID(to))
    case "parameters": return try parameters()
    default: return .unknown(kind)
    }
  }

  private func review() throws(EventFault) -> Review {
    guard let card else { throw .missing("card") }
    guard let grade = grade.flatMap(Grade.init(name:)) else { throw .missing("grade") }
    return Review(
      deck: deck,
      card: CardID(card),
      grade: grade,
      isCorrect: correct ?? (grade != .again),
      answer: answer,
      options: options,
      usedHint: hint,
      confidence: confidence,
      elapsed: elapsed ?? 0,
      retrievability: retrievability,
      hash: ContentHash(stem: stem, key: key, rest: rest)
    )
  }

  /// Parameters of another scheduler are kept as an unknown kind rather than misread.
  private func parameters() throws(EventFault) -> Event.Fact {
    guard scheduler == "fsrs-6" else { return .unknown("parameters") }
    guard let weights = weights.flatMap({ try? Weights($0) }) else { throw .missing("weights") }
    let standard = Parameters()
    return .parameters(
      Parameters(
        weights: weights,
        retention: retention ?? standard.retention,
        steps: steps.map { $0.compactMap { Int64(exactly: ($0 * 1000).rounded()) } }
          ?? standard.steps,
        dayStarts: dayStarts ?? standard.dayStarts
      )
    )
  }
}

import Decks
import Scheduling
import Storage

/// The values of a line before it is known which kind they belong to.
struct EventFields {
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
  private var interval: Int?
  private var wait: Int?
  private var of: String?
  private var mark: String?
  private var from: String?
  private var to: String?
  private var scheduler: String?
  private var weights: [Double]?
  /// The weights of FSRS-6 while FSRS-7 schedules.
  private var resting: [Double]?
  private var retention: Double?
  private var steps: [Double]?
  private var dayStarts: Int?
  private var groups: [WeightGroup.Fields] = []
  private var fitted: FittedFields?
  private var flagClass: String?
  private var reason = ""
  private var text = ""

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
    case "interval": interval = try json.integerOrNull()
    case "wait": wait = try json.integerOrNull()
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
    case "fsrs6": resting = try json.isNull() ? nil : try json.doubles()
    case "retention": retention = try json.doubleOrNull()
    case "steps": steps = try json.isNull() ? nil : try json.doubles()
    case "dayStarts": dayStarts = try json.integerOrNull()
    case "fitted":
      // What a later version may put there is no reason to lose the weights.
      var object = json
      fitted = try? FittedFields(&object)
      try json.skipValue()
    case "groups":
      // Nor are groups that cannot be understood.
      var array = json
      groups = (try? WeightGroup.fields(&array)) ?? []
      try json.skipValue()
    case "class": flagClass = try json.stringOrNull()?.text
    case "reason": reason = try json.stringOrNull()?.text ?? ""
    case "text": text = try json.stringOrNull()?.text ?? ""
    default: try json.skipValue()
    }
  }

  /// Minutes east of UTC that any place on Earth can have.
  static let offsets = -1440...1440
  /// The longest time for an answer that is believed, a day, in milliseconds.
  static let longestElapsed = 86_400_000

  /// The intervals that a scheduler gives, in days; another one is left to the scheduler.
  static let intervals = 1...36_500
  /// The waits within a day that a scheduler gives, in milliseconds.
  static let waits = 1...86_400_000

  /// Refuses numbers that no session writes, so that they can do no harm when reckoned with.
  func checkRanges() throws(EventFault) {
    if let offset, !Self.offsets.contains(offset) { throw .missing("offset") }
  }

  func fact(kind: String) throws(EventFault) -> Event.Fact {
    switch kind {
    case "review": return .review(try review())
    case "cram": return .cram(try review())
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
    case "suspend": return try mark(.suspend)
    case "resume": return try mark(.resume)
    case "bury": return try mark(.bury)
    case "unflag": return try mark(.unflag)
    case "note": return try mark(.note(text))
    case "flag":
      // A class of a later version is kept, not misread.
      guard let kind = flagClass.flatMap(CardFlag.Kind.init(rawValue:)) else {
        return .unknown(kind)
      }
      return try mark(.flag(CardFlag(kind: kind, reason: reason, stem: stem, key: key)))
    case "override":
      guard let target = of.flatMap({ ULID($0) }) else { throw .missing("of") }
      return .override(review: target, reason: reason)
    default: return .unknown(kind)
    }
  }

  private func mark(_ mark: CardMark) throws(EventFault) -> Event.Fact {
    guard let card else { throw .missing("card") }
    return .mark(mark, card: CardID(card))
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
      elapsed: min(max(elapsed ?? 0, 0), Self.longestElapsed),
      retrievability: retrievability,
      hash: ContentHash(stem: stem, key: key, rest: rest),
      interval: promise
    )
  }

  private var promise: Interval? {
    if let interval, Self.intervals.contains(interval) { return .days(interval) }
    if let wait, Self.waits.contains(wait) { return .milliseconds(Int64(wait)) }
    return nil
  }

  private var restingWeights: Weights {
    resting.flatMap { try? Weights($0) } ?? .standard
  }

  /// Parameters of another scheduler are kept as an unknown kind rather than misread.
  private func parameters() throws(EventFault) -> Event.Fact {
    let one = scheduler == "fsrs-6" ? weights.flatMap { try? Weights($0) } : restingWeights
    let dual = scheduler == "fsrs-7" ? weights.flatMap { try? DualWeights($0) } : nil
    switch scheduler {
    case "fsrs-6", "fsrs-7": break
    default: return .unknown("parameters")
    }
    guard let one, scheduler == "fsrs-6" || dual != nil else { throw .missing("weights") }
    let standard = Parameters()
    let parameters = Parameters(
      weights: one,
      dual: dual,
      retention: retention ?? standard.retention,
      steps: steps.map { $0.compactMap { Int64(exactly: ($0 * 1000).rounded()) } }
        ?? standard.steps,
      dayStarts: dayStarts ?? standard.dayStarts,
      groups: groups.compactMap { $0.group(like: dual.map { .fsrs7($0) } ?? .fsrs6(one)) }
    )
    if let fitted = fitted?.fitted(parameters) { return .fit(fitted) }
    if let fit = of.flatMap({ ULID($0) }) { return .restore(parameters, fit: fit) }
    return .parameters(parameters)
  }
}

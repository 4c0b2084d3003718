import Decks
package import Storage

/// A learner's answers without the learner: what was asked when and how it went, and nothing that
/// says who it was.
///
/// Learner and device become salted hashes, days are counted from the learner's first, and neither
/// what was typed or chosen nor notes, reasons, times of day and event ids come along.
package struct AnonymousExport {
  private let salt: [UInt8]
  private let learner: String
  private var devices: [String: String] = [:]

  /// An export with a salt of its own, which is kept nowhere.
  package init(learner: String, salt: [UInt8]) {
    self.salt = salt
    self.learner = Self.hash(learner, salt)
  }

  /// The lines of all answers that count, in their order.
  package mutating func lines(of folder: StoreFolder) throws(StoreError) -> [UInt8] {
    let origins = try OriginOfEvents(reading: folder)
    let events = origins.history.events.sorted(by: Event.isEarlier)
    let undone = Set(events.compactMap { if case .undo(let id) = $0.fact { id } else { nil } })
    let days = DayReckoning()
    func day(_ event: Event) -> Int { days.day(of: event.moment.at, offset: event.moment.offset) }
    guard let first = events.map(day).min() else { return [] }
    var bytes: [UInt8] = []
    var number = 0
    for event in events where !undone.contains(event.id) {
      switch event.fact {
      case .review(let review), .cram(let review):
        number += 1
        let device = name(of: origins.devices[event.id] ?? "")
        let line = line(review, event, number: number, day: day(event) - first, device: device)
        bytes.append(contentsOf: line)
        bytes.append(UInt8(ascii: "\n"))
      default: continue
      }
    }
    return bytes
  }

  private func line(
    _ review: Review,
    _ event: Event,
    number: Int,
    day: Int,
    device: String
  ) -> [UInt8] {
    var json = JSONWriter(reservingCapacity: 320)
    json.object { json in
      json.member("learner", learner)
      json.member("device", device)
      json.member("number", number)
      json.member("day", day)
      json.member("kind", event.fact.kind)
      json.member("deck", review.deck)
      json.member("card", review.card.text)
      json.member("grade", review.grade.name)
      json.member("correct", review.isCorrect)
      json.member("hint", review.usedHint)
      json.member("confidence", review.confidence)
      json.member("elapsed", review.elapsed)
      json.member("retrievability", review.retrievability)
      json.member("stem", review.hash.stem)
      json.member("key", review.hash.key)
      json.member("rest", review.hash.rest)
    }
    return json.bytes
  }

  private mutating func name(of device: String) -> String {
    if let known = devices[device] { return known }
    let name = Self.hash(device, salt)
    devices[device] = name
    return name
  }

  private static func hash(_ text: String, _ salt: [UInt8]) -> String {
    String(SHA256.hexadecimal(of: salt + Array(text.utf8)).prefix(16))
  }
}

/// The events of a store and which device wrote each.
private struct OriginOfEvents {
  let history: StoredHistory
  private(set) var devices: [ULID: String] = [:]

  init(reading folder: StoreFolder) throws(StoreError) {
    var devices: [ULID: String] = [:]
    history = try StoredHistory(
      try JournalReader(folder),
      seeing: { event, place in
        if devices[event.id] == nil { devices[event.id] = place.file.device }
      }
    )
    self.devices = devices
  }
}

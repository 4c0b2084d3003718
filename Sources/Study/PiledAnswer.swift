import Decks
import Scheduling
import Storage

/// A review as numbers, on its way from the log to the history of its card.
struct PiledAnswer: Sendable {
  let event: ULID
  let at: Timestamp
  let predicted: Double?
  let promised: Interval?
  /// Milliseconds.
  let elapsed: Int32
  /// The numbers of the card, of its face and, where the answer was wrong, of what was typed.
  var card: Int32 = -1
  var face: Int32 = -1
  var wrong: Int32
  /// Minutes east of UTC.
  let offset: Int16
  let grade: Grade
  let isCorrect: Bool

  /// The order of replay: by time, then by id.
  @inline(__always)
  static func isEarlier(_ left: PiledAnswer, _ right: PiledAnswer) -> Bool {
    (left.at, left.event) < (right.at, right.event)
  }
}

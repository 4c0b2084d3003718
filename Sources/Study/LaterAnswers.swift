import Decks
import Scheduling

/// What a card of the snapshot was answered since, and where it stands now; its history stays in the
/// file until it is asked for.
struct LaterAnswers: Sendable {
  private(set) var state: CardState
  /// The answers, each with the face that was shown.
  private var answers: [(answer: CardAnswer, face: CardFace)] = []

  /// No answers yet to a card that stands somewhere.
  init(to state: CardState) {
    self.state = state
  }

  /// The key at the last answer, by its fingerprint; nil where there is none.
  var key: Fingerprint? { answers.last.map { Fingerprint($0.face.hash.key) } }

  /// Adds an answer that is later than all before it.
  mutating func take(_ answer: CardAnswer, _ face: CardFace, _ term: Timetable) {
    answers.append((answer.following(state), face))
    state = term.next(state, after: answer)
  }

  /// The card with these answers behind those it had.
  func joined(to card: CardProgress) -> CardProgress {
    var card = card
    for (answer, face) in answers { card.append(answer, face) }
    card.state = state
    return card
  }
}

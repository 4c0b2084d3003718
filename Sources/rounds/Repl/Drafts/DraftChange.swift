import Decks

/// A decision that can be taken back.
enum DraftChange: Sendable {
  case accepted(CardID)
  case rejected(CardID, Rejection)
  /// Edited, turned or split: still a draft.
  case changed(CardID)
  /// A runner-up was taken instead; with what was known before.
  case exchanged(CardID, DraftNote)

  /// What the draft was called before.
  var name: CardID {
    switch self {
    case .accepted(let id), .rejected(let id, _), .changed(let id), .exchanged(let id, _): id
    }
  }
}

import Decks
import Terminal

/// One sitting over a deck's drafts, from the first to the summary.
final class DraftRun {
  let dialogue: Dialogue
  let deck: DraftDeck
  private var accepted = 0
  private var rejected = 0
  /// Drafts skipped once, which come again at the end.
  private var skipped: Set<CardID> = []
  /// Drafts skipped twice, which are left for another time.
  private var left: Set<CardID> = []
  /// The draft that is shown next, whatever its place.
  private var wanted: CardID?

  init(_ dialogue: Dialogue, _ deck: DraftDeck) {
    self.dialogue = dialogue
    self.deck = deck
  }

  /// What became of one draft.
  enum Outcome {
    /// Decided, or no longer there.
    case done
    case skipped(CardID)
    case quit
    case terminated(Int32)
  }

  /// Asks about one draft after the other until none is left or the educator leaves.
  func run() throws(Failure) -> Ending {
    while true {
      guard let placed = next() else {
        let ending = try offerUndo()
        if case .undone = ending { continue }
        return ending
      }
      switch try Deciding(self, placed).ask() {
      case .done: break
      case .skipped(let id): skip(id)
      case .quit: return .finished
      case .terminated(let signal): return .terminated(signal)
      }
    }
  }

  /// Where a draft stands in this sitting, and how many there are.
  var position: (number: Int, total: Int) {
    let drafts = deck.drafts
    let passed = drafts.allSatisfy { skipped.contains($0.name) } ? left : skipped
    let decided = accepted + rejected
    let number = decided + drafts.count { passed.contains($0.name) } + 1
    // What was turned into a kind that is not wanted stays on the screen all the same.
    let total = max(decided + drafts.count, 1)
    return (min(number, total), total)
  }

  /// Counts what was done, and says how far the work has come.
  func count(_ change: DraftChange, by step: Int = 1) {
    switch change {
    case .accepted: accepted += step
    case .rejected: rejected += step
    case .changed, .exchanged: break
    }
    dialogue.say(tally, .dim)
    dialogue.console.flush()
  }

  private var tally: String {
    "accepted \(accepted) · rejected \(rejected) · left \(deck.drafts.count)"
  }

  /// Has a draft shown next.
  func comeBack(to id: CardID) {
    wanted = id
    skipped.remove(id)
    left.remove(id)
  }

  /// What was done in this sitting, and what may be done next.
  var summary: [String] {
    let next = DraftWords.nextCommands(deck, accepted: accepted)
    return [""] + Wrap(dialogue.width, hanging: "  ").lines(tally)
      + Wrap(dialogue.width, hanging: "  ").lines(next)
  }

  private func next() -> PlacedCard? {
    let drafts = deck.drafts
    if let id = wanted {
      wanted = nil
      if let placed = deck.draft(id) { return placed }
    }
    if let fresh = drafts.first(where: { !skipped.contains($0.name) }) { return fresh }
    return drafts.first { !left.contains($0.name) }
  }

  private func skip(_ id: CardID) {
    if skipped.insert(id).inserted { return }
    left.insert(id)
  }
}

import Decks

/// Which drafts are wanted.
struct DraftWish {
  var kind: Kind?
  /// A part of the cited section's heading or of the title.
  var section: String?

  func fits(_ card: Card) -> Bool {
    if let kind, card.kind != kind { return false }
    guard let section = section?.lowercased() else { return true }
    return ([card.title] + card.details.citations.compactMap(\.heading)).contains {
      $0.lowercased().contains(section)
    }
  }
}

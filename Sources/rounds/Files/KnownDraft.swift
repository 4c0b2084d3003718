import Decks

/// A draft with what is kept of why it was written.
struct KnownDraft {
  let deck: DeckFile
  let card: Card
  let note: DraftNote

  /// Finds a draft by its id, or by that of one of its parts.
  init(_ id: String, in files: [DeckFile]) throws(Failure) {
    let name = CardID(id).card
    for file in files {
      let found = file.deck.everyCard.first { $0.card.id == name }
      guard let card = found?.card else { continue }
      deck = file
      self.card = card
      note = try Self.note(on: card, id: name.text, in: file)
      return
    }
    let paths = files.map(\.path).joined(separator: ", ")
    throw Failure(.noInput, "no card \"\(name)\" in \(paths); \"rounds cards\" lists the cards")
  }

  private static func note(on card: Card, id: String, in file: DeckFile) throws(Failure)
    -> DraftNote
  {
    guard card.status == .draft else {
      throw Failure(
        .no,
        "\(id) of \(file.path) is no draft any more (it is \(card.status.rawValue)); why a card was "
          + "written is kept until it is decided about"
      )
    }
    let notes = DraftNotes(besides: file.path)
    if let note = notes[id] { return note }
    let reason =
      notes.exist ? "says nothing of \(id)" : "is not there, so nothing is known of \(id)"
    throw Failure(
      .noInput,
      "\(notes.path) \(reason); only \"rounds generate\" writes it, together with the drafts"
    )
  }
}

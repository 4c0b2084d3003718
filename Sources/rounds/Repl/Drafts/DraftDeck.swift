import Authoring
import Decks
import Glibc

/// A deck whose drafts are decided about: the file as it was read last, and what was done to it.
final class DraftDeck {
  private(set) var file: DeckFile
  let wish: DraftWish
  /// A folder with documents beside the deck's own.
  let folder: String?
  private var history = ChangeHistory<DraftChange>()
  private var notes: DraftNotes
  private var hasWarned = false

  init(_ file: DeckFile, wish: DraftWish, folder: String?) {
    self.file = file
    self.wish = wish
    self.folder = folder
    notes = DraftNotes(besides: file.path)
  }

  var path: String { file.path }

  /// The drafts that are wanted, in the order of the file, stages among them.
  var drafts: [PlacedCard] { allDrafts.filter { wish.fits($0.card) } }

  /// All drafts of the file.
  var allDrafts: [PlacedCard] { file.deck.everyCard.filter { $0.card.status == .draft } }

  /// The first draft of an id.
  func draft(_ id: CardID) -> PlacedCard? { allDrafts.first { $0.name == id } }

  /// A card of this id that is no draft any more.
  func accepted(_ id: CardID) -> PlacedCard? {
    file.deck.everyCard.first { $0.name == id && $0.card.status != .draft }
  }

  /// Says at once that nothing could be saved, before anything is decided.
  func proveWritable() throws(Failure) {
    let real = FileBytes.canonical(path)
    let folder = real.lastIndex(of: "/").map { String(real[...$0]) } ?? "."
    for place in [real, folder] where access(place, W_OK) != 0 {
      throw Failure(
        .cannotCreate,
        "\(place) cannot be written to, so no decision could be saved; copy the deck elsewhere"
      )
    }
  }
}

extension DraftDeck {
  /// Reads the file again, because its author may have it open; gives the number of decisions that
  /// can no longer be taken back.
  func refresh() throws(Failure) -> Int {
    let before = file.deck.source
    try readAgain()
    return before == file.deck.source ? 0 : history.follow(from: before, to: file.deck.source)
  }

  /// Reads the file again without a judgement of who changed it.
  func readAgain() throws(Failure) {
    let read = try DeckFinder.readFile(path)
    if read.deck.source != file.deck.source { file = read }
  }

  /// Makes an edit last, as a decision.
  func save(_ edit: DeckEdit, as change: DraftChange) throws(Failure) {
    let before = file.deck.source
    try write(edit.applied(to: before))
    history.record(from: before, to: file.deck.source, as: change)
  }

  /// Counts what stands in the file now as one decision, made elsewhere than here.
  func adopt(since before: [UInt8], as change: DraftChange) {
    guard before != file.deck.source else { return }
    history.record(from: before, to: file.deck.source, as: change)
    keepNotes()
  }

  /// Puts former bytes into the file.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try FileBytes.replace(path, with: bytes)
    file = DeckFile(path: path, deck: DeckParser.parse(bytes))
    keepNotes()
  }

  /// Whether anything was decided that can be taken back.
  var canTakeBack: Bool { !history.isEmpty }

  /// Takes the newest decision back; nil where there is none.
  func takeBack() throws(Failure) -> DraftChange? {
    guard let last = history.last, let bytes = history.takingBack(from: file.deck.source) else {
      return nil
    }
    if case .exchanged(_, let note) = last { notes.put(note) }
    try write(bytes)
    history.forgetLast()
    return last
  }

  /// What the generator knew of a draft; nil where nothing is kept.
  func note(on placed: PlacedCard) -> DraftNote? { placed.card.id.flatMap { notes[$0.text] } }

  /// Puts a runner-up in the place of a draft, which keeps its id.
  func exchange(_ placed: PlacedCard, for index: Int, of note: DraftNote) throws(Failure) {
    var card = note.runnersUp[index].card
    card.id = placed.card.id
    card.status = placed.card.status
    card.details.evidence = card.details.evidence ?? placed.card.details.evidence
    if card.details.tags.isEmpty { card.details.tags = placed.card.details.tags }
    var former = placed.card
    former.id = nil
    notes.put(note.taking(index, insteadOf: former))
    do throws(Failure) {
      let edit = DeckEdit.replacing(placed, with: card, in: file.deck)
      try save(edit, as: .exchanged(placed.name, note))
    } catch {
      notes.put(note)
      throw error
    }
  }

  /// Leaves what is known of undecided drafts beside the deck; where that fails nothing is lost.
  private func keepNotes() {
    do throws(Failure) {
      try notes.keep(Set(allDrafts.compactMap { $0.card.id?.text }))
    } catch {
      if !hasWarned { World.warn("\(error.message); the runners-up stay as they were") }
      hasWarned = true
    }
  }

  /// A new id for a card without one; nil where it cannot have one, as below a Case without.
  func newID(for placed: PlacedCard) -> CardID? {
    guard placed.heading.idBytes == nil else { return nil }
    var names = self.names
    var generator = SystemRandomNumberGenerator()
    guard !file.deck.cards.contains(where: { $0.heading == placed.heading }) else {
      return names.next(using: &generator)
    }
    let parent = file.deck.cards.first { $0.stages.contains { $0.heading == placed.heading } }
    return parent?.card.id.map { names.next(prefix: "\($0).", using: &generator) }
  }

  /// Ids that no card of the deck has.
  var names: RandomIDs { RandomIDs(taken: file.deck.everyCard.compactMap { $0.card.id?.text }) }
}

extension PlacedCard {
  /// The card's id, or the one its content gives it.
  var name: CardID { card.id ?? card.provisionalID }

  /// What the card cites, and its stages with it.
  var citations: [Citation] { card.details.citations + stages.flatMap(\.citations) }
}

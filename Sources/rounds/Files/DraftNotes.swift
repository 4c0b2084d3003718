import Glibc
import Storage

/// `DECK.drafts.jsonl` beside a deck: what the generator knew of its drafts, one line each.
///
/// Nothing hangs on the file: it may be deleted at any time, and what cannot be read is passed over.
struct DraftNotes {
  let path: String
  private var notes: [DraftNote]

  /// The notes on a deck, beside the deck itself however that is reached.
  init(besides deck: String) {
    path = FileBytes.canonical(deck) + ".drafts.jsonl"
    notes = Self.read(path)
  }

  /// Whether there is such a file.
  var exist: Bool { FileBytes.exists(path) }

  subscript(id: String) -> DraftNote? { notes.first { $0.id == id } }

  /// Takes a note in, in the place of one on the same draft.
  mutating func put(_ note: DraftNote) {
    guard let index = notes.firstIndex(where: { $0.id == note.id }) else {
      notes.append(note)
      return
    }
    notes[index] = note
  }

  /// Leaves the notes on some drafts in the file and no others, which are known here still: a
  /// decision may be taken back.
  mutating func keep(_ ids: Set<String>) throws(Failure) {
    let before = FileBytes.exists(path) ? (try? FileBytes.read(path)) ?? [] : []
    for note in Self.notes(in: before) where self[note.id] == nil { notes.append(note) }
    let after: [UInt8] = notes.filter { ids.contains($0.id) }.flatMap { $0.line + [0x0A] }
    guard before != after else { return }
    if after.isEmpty {
      unlink(path)
    } else {
      try FileBytes.replace(path, with: after)
    }
  }

  private static func read(_ path: String) -> [DraftNote] {
    guard FileBytes.isRegular(path), let bytes = try? FileBytes.read(path) else { return [] }
    return notes(in: bytes)
  }

  private static func notes(in bytes: [UInt8]) -> [DraftNote] {
    bytes.split(separator: 0x0A).compactMap { DraftNote(Array($0)) }
  }
}

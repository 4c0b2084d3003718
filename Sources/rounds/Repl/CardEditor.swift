import Decks
import Glibc
import Terminal

/// Opens a card in the learner's editor and reads its deck again.
struct CardEditor {
  private let shelf: Shelf
  private let dialogue: Dialogue

  init(_ shelf: Shelf, _ dialogue: Dialogue) {
    self.shelf = shelf
    self.dialogue = dialogue
  }

  enum Result {
    case unchanged
    case changed(Shelf)
  }

  func edit(_ question: Question) -> Result {
    guard let entry = shelf.collection.entry(holding: question.id) else { return .unchanged }
    let file = shelf.collection.decks[entry.deck]
    guard access(file.path, W_OK) == 0 else {
      dialogue.say(
        "\(file.path.sanitizedLine) cannot be written to; keep a :note instead.",
        .warning
      )
      return .unchanged
    }
    let byte = shelf.collection.placed(entry).heading.bytes.lowerBound
    let line = file.deck.position(of: byte).line
    guard EditorProgram(dialogue).open(file.path, line: line) else { return .unchanged }
    let edited: DeckFile
    do throws(Failure) {
      edited = try DeckFinder.readFile(file.path)
    } catch {
      dialogue.say("\(error.message); the card stays as it was read.".sanitized, .warning)
      return .unchanged
    }
    guard edited.deck.source != file.deck.source else {
      dialogue.say("Nothing was changed.")
      return .unchanged
    }
    let faults = edited.deck.findings.filter { $0.severity == .error }
    if let fault = faults.first {
      let line = edited.deck.position(of: fault.bytes.lowerBound).line
      dialogue.say("Line \(line): \(fault.message)".sanitizedLine, .warning)
    }
    return .changed(shelf.replacing(entry.deck, with: edited))
  }
}

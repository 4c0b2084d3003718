import Decks
import Glibc
import Processes
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
    guard open(file.path, line: file.deck.position(of: byte).line) else { return .unchanged }
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

  /// Runs `$VISUAL`, `$EDITOR` or vi on the card's line; false after words where that fails.
  private func open(_ path: String, line: Int) -> Bool {
    let variables = ["VISUAL", "EDITOR"].compactMap { World.environment[$0] }
    let words = (variables.first { !$0.isEmpty } ?? "vi").split(separator: " ").map(String.init)
    guard let editor = words.first else { return false }
    dialogue.console.flush()
    do throws(ProcessError) {
      let program = Program(editor, Array(words.dropFirst()) + ["+\(line)", path])
      let ending = try program.runInForeground()
      if !ending.isSuccess { dialogue.say("The editor ended with an error.", .warning) }
      return true
    } catch {
      dialogue.say("\(editor.sanitizedLine) cannot be started; set EDITOR.", .warning)
      return false
    }
  }
}

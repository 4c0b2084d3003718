import Processes
import Terminal

/// The editor of the person at the terminal.
struct EditorProgram {
  private let dialogue: Dialogue

  init(_ dialogue: Dialogue) {
    self.dialogue = dialogue
  }

  /// Runs `$VISUAL`, `$EDITOR` or vi on a line of a file; false after words where that fails.
  ///
  /// Through a pipe only an editor that was named is started: vi would wait there for ever.
  func open(_ path: String, line: Int) -> Bool {
    let variables = ["VISUAL", "EDITOR"].compactMap { World.environment[$0] }
    let named = variables.first { !$0.isEmpty } ?? (dialogue.isInteractive ? "vi" : "")
    let words = named.split(separator: " ").map(String.init)
    guard let editor = words.first else {
      dialogue.say("No editor is known; set EDITOR.", .warning)
      return false
    }
    dialogue.lendTerminal()
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

import CEdit
import Glibc

/// Reads lines from the terminal with editing, history and single keys.
///
/// It waits by itself for keys and for signals, on the thread that asks: libedit's own handling of
/// signals kills the whole process group, draws wrongly after a resize, and leaves the terminal raw.
/// From the first line to the last the terminal is ours, but where it is lent to another program: if
/// the kernel edited what is typed between two lines, it could take the end of a paste away.
package final class LineEditor: LineReading {
  private let console: Console
  private let signals = SignalPipe()
  private let keyboard = Keyboard()
  private var editor: OpaquePointer?
  private var history: OpaquePointer?
  private var decoder = KeyDecoder()
  private var keys: Set<Character> = []
  private var prompt = ""
  private let row = WideBuffer()
  private let pasted = WideBuffer()
  private var ending: LineInput?
  private var isAtEnd = false
  private var clearsBelow = false

  /// Opens the editor; nil where standard input or standard output is no terminal.
  ///
  /// The console must be the one on standard output.
  package init?(console: Console) {
    self.console = console
    guard console.isTerminal, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return nil
    }
    cedit_use_utf8()
    history = cedit_history(1000)
    editor = cedit_open(
      Unmanaged.passUnretained(self).toOpaque(),
      history,
      { LineEditor.owner(of: $0).promptRow() },
      { LineEditor.owner(of: $0).read(into: $1) },
      { editor, _ in
        el_winsertstr(editor, LineEditor.owner(of: editor).pasted.pointer)
        return UInt8(CC_REFRESH)
      }
    )
    guard editor != nil else { return nil }
  }

  deinit {
    close()
  }

  /// Lets a line be typed; what is typed after it waits, unseen, for the next one.
  package func readLine(prompt: String, mode: LineMode) -> LineInput {
    guard let editor else { return .endOfInput }
    if case .keys(let keys) = mode { self.keys = keys } else { keys = [] }
    self.prompt = prompt
    ending = nil
    isAtEnd = false

    signals.catchEditing(true)
    // libedit prints the prompt before it makes the terminal raw, and a Ctrl-D in between is lost.
    cedit_prepare(editor, 1)
    let divided = Prompt(prompt, width: console.width)
    console.writeLines(divided.above)
    row.fill(divided.encoded)
    markPastes()
    errno = 0
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    let typed = line.map { text(of: UnsafeBufferPointer(start: $0, count: Int(count))) }
    cedit_prepare(editor, 0)
    return finish(typed)
  }

  /// Adds a line to the history that the arrows and Ctrl-R go through.
  package func remember(_ line: String) {
    guard let history else { return }
    let buffer = WideBuffer()
    buffer.fill(line.sanitizedLine.unicodeScalars)
    withExtendedLifetime(buffer) { cedit_remember(history, buffer.pointer) }
  }

  /// Forgets the keys that wait in the terminal and those read already.
  ///
  /// They are read, and not flushed, so that a paste that has begun goes with all of its lines.
  package func dropTypeAhead() {
    guard let editor else { return }
    signals.catchEditing(true)
    // Where the kernel was editing a line, half of one cannot be read before it stops to.
    cedit_prepare(editor, 1)
    cedit_prepare(editor, 0)
    var polled = pollfd(fd: keyboard.descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, 0) > 0, receive() {}
    decoder.drop()
  }

  /// Gives the terminal back for a while, and the signals that stop and resize.
  package func lendTerminal() {
    console.flush()
    guard editor != nil else { return }
    cedit_give_back()
    signals.catchEditing(false)
  }

  /// Ends libedit, and gives the terminal and the signals back.
  package func close() {
    lendTerminal()
    if let editor { el_end(editor) }
    if let history { history_wend(history) }
    editor = nil
    history = nil
    keyboard.close()
    signals.close()
  }

  private static func owner(of editor: OpaquePointer) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(cedit_owner(editor)).takeUnretainedValue()
  }

  private func finish(_ typed: String?) -> LineInput {
    guard let ending else { return typed.map { .line($0) } ?? .endOfInput }
    switch ending {
    case .key(let key): console.writeLine(String(key))
    case .interrupted: console.writeLine("^C")
    default: console.writeLine()
    }
    console.flush()
    return ending
  }

  /// Asks the terminal to mark pasted text; hands on all output before it.
  private func markPastes() {
    console.flush()
    if !console.isDumb { cedit_mark_pastes() }
  }
}

extension LineEditor {
  /// Gives libedit the prompt, when it is about to draw it from the first row.
  ///
  /// After a resize libedit has forgotten the rows that the line took before, so they go here.
  private func promptRow() -> UnsafeMutablePointer<wchar_t> {
    if clearsBelow { cedit_clear_below() }
    clearsBelow = false
    return row.pointer
  }

  /// Gives libedit its next character; see `cedit_read`.
  private func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if ending != nil {
        // Once to the end of the typed text, so that what follows is printed below it.
        guard isAtEnd else {
          isAtEnd = true
          character.pointee = wchar_t(CEDIT_END)
          return 1
        }
        errno = EINTR
        return -1
      }
      guard let event = decoder.next() else {
        if let key = wait() {
          character.pointee = key
          return 1
        }
        continue
      }
      if let key = key(for: event) {
        character.pointee = key
        return 1
      }
    }
  }

  /// The character that libedit gets for an event; nil where it gets none.
  private func key(for event: KeyEvent) -> wchar_t? {
    switch event {
    case .text(let scalar):
      if isEmpty && keys.contains(Character(scalar)) {
        ending = .key(Character(scalar))
        return nil
      }
      return wchar_t(bitPattern: scalar.value)
    case .control(0x04) where isEmpty:
      ending = .endOfInput
      return nil
    case .control(0x00), .control(0x09): return nil
    case .control(0x0d): return 0x0a
    case .control(let byte): return wchar_t(byte)
    case .edit(let key): return wchar_t(key.code)
    case .paste(let text):
      pasted.fill(text.pastedLine.unicodeScalars)
      return wchar_t(CEDIT_PASTE)
    }
  }

  /// Whether nothing is typed yet.
  private var isEmpty: Bool {
    guard let editor, let line = el_wline(editor)?.pointee else { return true }
    return line.lastchar == line.buffer
  }

  /// Waits for keys or a signal; returns a key where a signal asks for one.
  private func wait() -> wchar_t? {
    var polled = [
      pollfd(fd: keyboard.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&polled, nfds_t(polled.count), decoder.isPending ? escapeMilliseconds : -1)
    if ready == 0 { decoder.giveUp() }
    if let signal = signals.take() { return answer(signal) }
    if ready > 0 && polled[0].revents != 0 { receive() }
    return nil
  }

  /// Reads the keys that wait; false where there are none.
  @discardableResult
  private func receive() -> Bool {
    var block = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(keyboard.descriptor, &block, block.count)
    if count > 0 {
      decoder.feed(block[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      ending = .endOfInput
    }
    return count > 0
  }

  private func answer(_ signal: Int32) -> wchar_t? {
    switch signal {
    case SIGWINCH:
      guard let editor else { return nil }
      el_resize(editor)
      clearsBelow = !console.isDumb
      row.fill(Prompt(prompt, width: console.width).encoded)
      return wchar_t(CEDIT_REDRAW)
    case SIGTSTP: stop()
    case SIGCONT: goOn()
    case SIGINT:
      // The kernel has dropped what was typed before it, and with it the end of a paste.
      decoder.clear()
      ending = .interrupted
    default: ending = .terminated(signal)
    }
    return nil
  }

  /// Stops the program with its terminal in order, and goes on where it was.
  private func stop() {
    guard let editor else { return }
    cedit_prepare(editor, 0)
    cedit_stop()
    // Going on has sent SIGCONT, and often SIGWINCH: one drawing answers all of them.
    while let signal = signals.take() {
      if ![SIGCONT, SIGWINCH, SIGTSTP].contains(signal) { _ = answer(signal) }
    }
    goOn()
  }

  private func goOn() {
    guard let editor else { return }
    // The kernel has dropped what was typed before Ctrl-Z, and with it the end of a paste.
    decoder.clear()
    // Whoever had the terminal meanwhile may have left it in any mode and any size.
    cedit_prepare(editor, 0)
    cedit_prepare(editor, 1)
    el_resize(editor)
    markPastes()
    cedit_refresh(editor)
  }

  private func text(of line: UnsafeBufferPointer<wchar_t>) -> String {
    var scalars = String.UnicodeScalarView()
    for character in line {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{fffd}")
    }
    if scalars.last == "\n" { scalars.removeLast() }
    return String(scalars).sanitizedLine
  }
}

/// How long the rest of an escape sequence is waited for; slow lines cut them in two.
private let escapeMilliseconds: Int32 = 500

extension String {
  /// A pasted text as one line: it must not answer more than one question.
  fileprivate var pastedLine: String {
    let lines = replacingLineEnds.split(separator: "\n", omittingEmptySubsequences: true)
    return lines.joined(separator: " ").sanitizedLine
  }

  private var replacingLineEnds: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\r" ? "\n" : $0 }))
  }
}

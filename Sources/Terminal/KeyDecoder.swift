/// What somebody did on the keyboard.
enum KeyEvent: Hashable, Sendable {
  /// A character of text.
  case text(Unicode.Scalar)
  /// A control character below U+0020, or DEL.
  case control(UInt8)
  /// A key that moves or deletes.
  case edit(EditKey)
  /// Text that was pasted as one, as it came.
  case paste(String)
}

/// Turns the bytes of a terminal into events, wherever the stream of bytes is cut.
///
/// Sequences it does not know are swallowed whole: libedit would insert their tails as text.
struct KeyDecoder: Sendable {
  private enum State {
    case text
    case scalar
    case escape
    case control
    case single
    case string
    case stringEscape
    case paste
  }

  /// The events that nobody took yet.
  private(set) var events: [KeyEvent] = []
  private var taken = 0
  private var state = State.text
  private var collected: [UInt8] = []
  private var scalarLength = 0
  private var dropsPaste = false

  /// Whether a sequence has begun that the next byte may finish.
  ///
  /// A pasted text does not count: however slowly it comes, it is not over.
  var isPending: Bool { state != .text && state != .paste }

  /// Takes the next event, or nil.
  mutating func next() -> KeyEvent? {
    guard taken < events.count else {
      events.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    defer { taken += 1 }
    return events[taken]
  }

  /// Reads more bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  /// Gives up a sequence that nothing follows: Escape alone means nothing.
  mutating func giveUp() {
    guard isPending else { return }
    if state == .scalar { events.append(.text("\u{fffd}")) }
    reset()
  }

  /// Forgets the events, and of a paste that has begun also what is still to come.
  mutating func drop() {
    events = []
    taken = 0
    dropsPaste = state == .paste
  }

  /// Forgets everything, events too.
  mutating func clear() {
    reset()
    drop()
  }

  private mutating func reset(to state: State = .text) {
    self.state = state
    collected.removeAll(keepingCapacity: true)
  }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .text: begin(byte)
    case .scalar: continueScalar(byte)
    case .escape: continueEscape(byte)
    case .control: continueControl(byte)
    case .single:
      reset()
      if let key = EditKey(letter: byte) { events.append(.edit(key)) }
    case .string:
      if byte == 0x07 || byte == 0x18 { reset() } else if byte == 0x1b { reset(to: .stringEscape) }
    case .stringEscape: reset(to: byte == UInt8(ascii: "\\") ? .text : .string)
    case .paste: continuePaste(byte)
    }
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0x1b: reset(to: .escape)
    case 0x00..<0x20, 0x7f: events.append(.control(byte))
    case 0x20..<0x80: events.append(.text(Unicode.Scalar(byte)))
    default:
      scalarLength = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      reset(to: .scalar)
      collected.append(byte)
      if !(0xc2...0xf4).contains(byte) { finishScalar() }
    }
  }

  private mutating func continueScalar(_ byte: UInt8) {
    guard byte & 0xc0 == 0x80 else {
      finishScalar()
      return begin(byte)
    }
    collected.append(byte)
    if collected.count == scalarLength { finishScalar() }
  }

  /// Appends the collected bytes as characters; what is no UTF-8 becomes U+FFFD, C1 controls nothing.
  private mutating func finishScalar() {
    for scalar in String(decoding: collected, as: UTF8.self).unicodeScalars
    where !(0x80..<0xa0).contains(scalar.value) { events.append(.text(scalar)) }
    reset()
  }

  private mutating func continueEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): reset(to: .control)
    case UInt8(ascii: "O"): reset(to: .single)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      reset(to: .string)
    case 0x1b: reset(to: .escape)
    default:
      reset()
      if let key = EditKey(meta: byte) { events.append(.edit(key)) }
    }
  }

  private mutating func continueControl(_ byte: UInt8) {
    switch byte {
    case 0x1b: reset(to: .escape)
    case 0x20..<0x40: collected.append(byte)
    case 0x40..<0x7f:
      let parameters = String(decoding: collected, as: UTF8.self)
      let isPaste = byte == UInt8(ascii: "~") && parameters == "200"
      reset(to: isPaste ? .paste : .text)
      if let key = EditKey(final: byte, parameters: parameters) { events.append(.edit(key)) }
    default: reset()
    }
  }

  private mutating func continuePaste(_ byte: UInt8) {
    collected.append(byte)
    let end = [
      0x1b, UInt8(ascii: "["), UInt8(ascii: "2"), UInt8(ascii: "0"), UInt8(ascii: "1"), 0x7e,
    ]
    guard byte == 0x7e, collected.suffix(end.count) == end[...] else { return }
    let text = String(decoding: collected.dropLast(end.count), as: UTF8.self)
    if !dropsPaste { events.append(.paste(text)) }
    dropsPaste = false
    reset()
  }
}

extension EditKey {
  /// The key of `ESC O letter`.
  fileprivate init?(letter: UInt8) {
    self.init(final: letter, parameters: "")
  }

  /// The key of `ESC [ parameters final`; Ctrl and Alt make the arrows go by words.
  fileprivate init?(final: UInt8, parameters: String) {
    let numbers = parameters.split(separator: ";")
    let goesByWords = numbers.count == 2 && ["3", "5", "7"].contains(numbers[1])
    switch (final, numbers.first ?? "") {
    case (UInt8(ascii: "A"), _): self = .up
    case (UInt8(ascii: "B"), _): self = .down
    case (UInt8(ascii: "C"), _): self = goesByWords ? .wordRight : .right
    case (UInt8(ascii: "D"), _): self = goesByWords ? .wordLeft : .left
    case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): self = .home
    case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): self = .end
    case (UInt8(ascii: "~"), "3"): self = goesByWords ? .deleteWordRight : .delete
    default: return nil
    }
  }

  /// The key of Alt with a letter.
  fileprivate init?(meta: UInt8) {
    switch meta {
    case UInt8(ascii: "b"): self = .wordLeft
    case UInt8(ascii: "f"): self = .wordRight
    case UInt8(ascii: "d"): self = .deleteWordRight
    case 0x08, 0x7f: self = .deleteWordLeft
    default: return nil
    }
  }
}

/// Writes JSON on one line into a growing buffer; commas and escapes take care of themselves.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("v", 1)
///   json.member("card", "ket-liver/c1")
/// }
/// ```
package struct JSONWriter: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer with room for so many bytes.
  package init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// What has been written so far, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }
}

// MARK: - Objects and arrays

extension JSONWriter {
  /// Writes an object whose members the closure writes.
  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "{"))
    try members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements the closure writes.
  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "["))
    try elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of the member whose value is written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

// MARK: - Values

extension JSONWriter {
  /// Writes a text.
  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a whole number.
  package mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes the shortest digits that read back as the same number; what is no finite number as null.
  package mutating func value(_ number: Double) {
    separate()
    bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
  }

  /// Writes true or false.
  package mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// Writes null.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a moment as text.
  package mutating func value(_ moment: Timestamp) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    moment.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an identifier as text.
  package mutating func value(_ identifier: ULID) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    identifier.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: - Members

extension JSONWriter {
  /// Writes a member that is a text or null.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a member that is a whole number or null.
  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a member that is a number; nil, like what is no finite number, becomes null.
  package mutating func member(_ name: String, _ number: Double?) {
    key(name)
    value(number ?? .nan)
  }

  /// Writes a member that is true, false or null.
  package mutating func member(_ name: String, _ truth: Bool?) {
    key(name)
    if let truth { value(truth) } else { null() }
  }

  /// Writes a member that is a moment, as text.
  package mutating func member(_ name: String, _ moment: Timestamp) {
    key(name)
    value(moment)
  }

  /// Writes a member that is an identifier, as text.
  package mutating func member(_ name: String, _ identifier: ULID) {
    key(name)
    value(identifier)
  }

  /// Writes a member that is an array of texts.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { for text in texts { $0.value(text) } }
  }

  /// Writes a member that is an array of numbers.
  package mutating func member(_ name: String, _ numbers: [Double]) {
    key(name)
    array { for number in numbers { $0.value(number) } }
  }
}

// MARK: - Strings

extension JSONWriter {
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(escaping: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs of plain bytes at once and escapes the rest.
  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var plain = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // U+0080 to U+009F drive terminals as escape sequences do; in UTF-8 they begin with C2.
      let isWideControl = byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
      let isSpecial = byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
      guard isSpecial || isWideControl else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
      append(escaped: isWideControl ? text[index + 1] : byte)
      index += isWideControl ? 2 : 1
      plain = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
  }

  private mutating func append(escaped scalar: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: bytes.append(scalar)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexDigit(scalar >> 4))
      bytes.append(hexDigit(scalar & 15))
    }
  }
}

/// The lower-case digit of a number below 16.
func hexDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}

/// Reads JSON by asking for one part after the other, without copying or allocating.
///
/// Members may come in any order; what a caller does not know it skips. Strings must be UTF-8 and
/// numbers are held to the grammar of RFC 8259. No bytes whatever make it crash. The bytes must
/// outlive the scanner and the strings it gives.
///
/// ```swift
/// var json = JSONScanner(line)
/// try json.beginObject()
/// while let key = try json.nextKey() {
///   switch key {
///   case "card": card = try json.string().text
///   case "elapsed": elapsed = try json.integerOrNull()
///   default: try json.skipValue()
///   }
/// }
/// try json.finish()
/// ```
package struct JSONScanner {
  /// The kinds of value, by their first byte.
  package enum Kind: Hashable, Sendable {
    case object
    case array
    case string
    case number
    case bool
    case null
  }

  let bytes: UnsafeRawBufferPointer
  /// The place of the next byte to read.
  package internal(set) var offset = 0
  private let depthLimit: Int
  private var depth = 0
  /// Whether the object or array entered last has given nothing yet.
  private var isFirst = true

  /// A scanner at the beginning of some bytes.
  package init(_ bytes: UnsafeRawBufferPointer, depthLimit: Int = 64) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The kind of the next value.
  package mutating func kind() throws(JSONError) -> Kind {
    switch try nextByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw error(.unexpectedByte)
    }
  }

  /// Makes sure that nothing but white space is left.
  package mutating func finish() throws(JSONError) {
    skipWhitespace()
    if offset < bytes.count { throw error(.trailingBytes) }
  }
}

// MARK: - Objects and arrays

extension JSONScanner {
  /// Enters an object; its members are then asked for by `nextKey`.
  package mutating func beginObject() throws(JSONError) {
    try enter(.object)
  }

  /// The name of the next member, whose value must be read or skipped; nil after the last.
  package mutating func nextKey() throws(JSONError) -> JSONString? {
    guard try advance(closing: UInt8(ascii: "}")) else { return nil }
    guard try kind() == .string else { throw error(.unexpectedByte) }
    let key = try scanString()
    guard try nextByte() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
    offset += 1
    return key
  }

  /// Enters an array; its elements are then asked for by `nextElement`.
  package mutating func beginArray() throws(JSONError) {
    try enter(.array)
  }

  /// Tells whether a further element follows, which must be read or skipped.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try advance(closing: UInt8(ascii: "]"))
  }

  /// Passes over a whole value of any kind, which must be valid all the same.
  package mutating func skipValue() throws(JSONError) {
    switch try kind() {
    case .object:
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: _ = try scanString()
    case .number: _ = try scanNumber()
    case .bool: _ = try bool()
    case .null: _ = try isNull()
    }
  }

  private mutating func enter(_ wanted: Kind) throws(JSONError) {
    guard try kind() == wanted else { throw error(.wrongKind) }
    guard depth < depthLimit else { throw error(.tooDeep) }
    depth += 1
    offset += 1
    isFirst = true
  }

  /// Steps over the comma before a further part, or out at the closing bracket.
  private mutating func advance(closing bracket: UInt8) throws(JSONError) -> Bool {
    let byte = try nextByte()
    if byte == bracket {
      offset += 1
      depth -= 1
      isFirst = false
      return false
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw error(.unexpectedByte) }
      offset += 1
      // A comma promises a value.
      if try nextByte() == bracket { throw error(.unexpectedByte) }
    }
    isFirst = false
    return true
  }
}

// MARK: - Single values

extension JSONScanner {
  /// Reads a string.
  package mutating func string() throws(JSONError) -> JSONString {
    guard try kind() == .string else { throw error(.wrongKind) }
    return try scanString()
  }

  /// Reads a string, or nil for null.
  package mutating func stringOrNull() throws(JSONError) -> JSONString? {
    try isNull() ? nil : try string()
  }

  /// Reads an array of strings.
  package mutating func strings() throws(JSONError) -> [String] {
    var texts: [String] = []
    try beginArray()
    while try nextElement() { texts.append(try string().text) }
    return texts
  }

  /// Reads a number without a fraction.
  package mutating func integer() throws(JSONError) -> Int {
    guard try kind() == .number else { throw error(.wrongKind) }
    let start = offset
    guard let value = try scanNumber().integer else { throw JSONError(.outOfRange, start) }
    return value
  }

  /// Reads a number without a fraction, or nil for null.
  package mutating func integerOrNull() throws(JSONError) -> Int? {
    try isNull() ? nil : try integer()
  }

  /// Reads a number as the nearest double; one too great for that is refused.
  package mutating func double() throws(JSONError) -> Double {
    guard try kind() == .number else { throw error(.wrongKind) }
    let start = offset
    let value = try scanNumber().double
    guard value.isFinite else { throw JSONError(.outOfRange, start) }
    return value
  }

  /// Reads a number, or nil for null.
  package mutating func doubleOrNull() throws(JSONError) -> Double? {
    try isNull() ? nil : try double()
  }

  /// Reads an array of numbers.
  package mutating func doubles() throws(JSONError) -> [Double] {
    var numbers: [Double] = []
    try beginArray()
    while try nextElement() { numbers.append(try double()) }
    return numbers
  }

  /// Reads true or false.
  package mutating func bool() throws(JSONError) -> Bool {
    guard try kind() == .bool else { throw error(.wrongKind) }
    if bytes[offset] == UInt8(ascii: "t") {
      try skipWord("true")
      return true
    }
    try skipWord("false")
    return false
  }

  /// Steps over null where it stands; anything else stays to be read.
  package mutating func isNull() throws(JSONError) -> Bool {
    guard try kind() == .null else { return false }
    try skipWord("null")
    return true
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[offset] == word.utf8Start[index] else { throw error(.unexpectedByte) }
      offset += 1
    }
  }
}

// MARK: - Bytes

extension JSONScanner {
  /// The next byte that is not white space, without stepping over it.
  @inline(__always)
  private mutating func nextByte() throws(JSONError) -> UInt8 {
    skipWhitespace()
    guard offset < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[offset]
  }

  @inline(__always)
  private mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, offset)
  }
}

extension JSONError {
  init(_ reason: Reason, _ offset: Int) {
    self.init(reason: reason, offset: offset)
  }
}

/// Who holds a store, in words a second session can show.
package struct LockHolder: Hashable, Sendable {
  /// The number of the process.
  package let process: Int
  /// The terminal it runs in, such as `/dev/pts/3`; nil without one.
  package let terminal: String?
  /// When it began.
  package let started: Timestamp

  /// A session that may take the lock.
  package init(process: Int, terminal: String?, started: Timestamp) {
    self.process = process
    self.terminal = terminal
    self.started = started
  }

  /// The bytes in the lock file.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("pid", process)
      json.member("terminal", terminal)
      json.member("started", started)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads the bytes in the lock file.
  init?(json bytes: UnsafeRawBufferPointer) {
    guard let holder = try? Self.parse(bytes) else { return nil }
    self = holder
  }

  private static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> LockHolder? {
    var json = JSONScanner(bytes)
    var process: Int?
    var terminal: String?
    var started: Timestamp?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "pid": process = try json.integer()
      case "terminal": terminal = try json.stringOrNull()?.text
      case "started": started = Timestamp(try json.string().text)
      default: try json.skipValue()
      }
    }
    guard let process, let started else { return nil }
    return LockHolder(process: process, terminal: terminal, started: started)
  }
}

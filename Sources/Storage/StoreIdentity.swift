/// What `store.json` says: the version of the format and whose progress this is.
package struct StoreIdentity: Hashable, Sendable {
  /// The version this program writes.
  package static let currentFormat = 1

  /// The version of the format, from 1.
  package let format: Int
  /// A random text that all devices of one person share.
  package let learner: String

  /// The identity of a new store.
  package init(learner: String) {
    self.init(format: Self.currentFormat, learner: learner)
  }

  init(format: Int, learner: String) {
    self.format = format
    self.learner = learner
  }

  /// The bytes of the file.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", format)
      json.member("learner", learner)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads the bytes of the file; keys of newer programs are passed over.
  init(json bytes: UnsafeRawBufferPointer) throws(JSONError) {
    var json = JSONScanner(bytes)
    var format: Int?
    var learner: String?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "format": format = try json.integer()
      case "learner": learner = try json.string().text
      default: try json.skipValue()
      }
    }
    try json.finish()
    guard let format, let learner else { throw JSONError(.unexpectedEnd, bytes.count) }
    self.init(format: format, learner: learner)
  }
}

import Foundation
import Scheduling
import Testing

@testable import Storage

/// A folder of its own for one test, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "rounds-storage-\(getpid())-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appending(path: name)
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func store(_ device: String = "ward", system: SystemCalls = .system) throws -> StoreFolder {
    let device = try #require(DeviceName(device))
    return StoreFolder(root: path + "/store", device: device, system: system)
  }
}

let november = Timestamp("2026-11-02T03:04:05.678Z") ?? Timestamp(milliseconds: 0)
let december = Timestamp("2026-12-01T00:00:00.000Z") ?? Timestamp(milliseconds: 0)
let holder = LockHolder(process: 4711, terminal: "/dev/pts/3", started: november)

extension StoreFolder {
  func claimed() throws -> StoreClaim {
    try claim(as: holder, learner: "0123456789abcdef")
  }

  /// The ids of all events that a reader is given, in order, and its report.
  func readAll(chunk: Int = 1 << 18) throws -> (ids: [String], report: JournalReport) {
    var ids: [String] = []
    let report = try JournalReader(self, chunk: chunk).read { line, _ in
      ids.append((try? eventID(line)) ?? "?")
    }
    return (ids, report)
  }

  /// The file of November of this device.
  var novemberPath: String { journalPath(november.month) }
}

/// A small event as the caller of a journal hands it over.
func event(_ id: String, text: String = "liver") -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.member("v", 1)
    json.member("id", id)
    json.member("answer", text)
  }
  return json.bytes
}

func eventID(_ line: UnsafeRawBufferPointer) throws -> String {
  var json = JSONScanner(line)
  var id = ""
  try json.beginObject()
  while let key = try json.nextKey() {
    if key == "id" { id = try json.string().text } else { try json.skipValue() }
  }
  try json.finish()
  return id
}

func read(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: path)))
}

func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(filePath: path))
}

func permissions(_ path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return try #require(attributes[.posixPermissions] as? NSNumber).intValue
}

/// A value that closures of injected calls share with the test.
final class Box<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var stored: Value

  init(_ value: Value) {
    stored = value
  }

  var value: Value {
    get { lock.withLock { stored } }
    set { lock.withLock { stored = newValue } }
  }
}

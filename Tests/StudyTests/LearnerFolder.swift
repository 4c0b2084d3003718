import Foundation
import Scheduling
import Storage
import Testing

@testable import Study

/// A store on the disk for a test, whose one journal file is that of 2026-11.
struct LearnerFolder {
  let folder: StoreFolder

  static let holder = LockHolder(process: 4711, terminal: "/dev/pts/3", started: noon(0).at)

  init(_ root: String, system: SystemCalls = .system) {
    folder = StoreFolder(root: root, device: DeviceName(host: "ward"), system: system)
  }

  func learner() throws -> Learner {
    try Learner(opening: folder, as: Self.holder, random: SplitMix64(seed: 7))
  }

  /// Records facts a minute apart and lets the store go.
  func write(_ facts: [Event.Fact]) throws {
    let learner = try learner()
    for (minute, fact) in facts.enumerated() {
      try learner.record(fact, at: noon(0, minute: Int64(minute)))
    }
  }

  /// The kinds of the events that the files hold, in their order.
  func kinds() throws -> [String] {
    try StoredHistory(reading: folder).events.map(\.fact.kind)
  }

  private var path: String { folder.devicePath + "/2026-11.jsonl" }

  func text() throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  func write(text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func lines() throws -> [String] {
    try text().split(separator: "\n").map(String.init)
  }

  func write(lines: [String]) throws {
    try write(text: lines.map { $0 + "\n" }.joined())
  }
}

/// A value that injected calls share with the test.
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

import ArgumentParser
import Foundation
import Storage
import Study

/// Two logs of the same three years joined into one store, beside a reading of both and the fastest
/// lasting copy of what is new.
struct MergeSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joining two logs, against one scan of both and a lasting copy of the new lines."
  )

  @Option(help: "A folder on the disk to measure; a new folder in it is used and removed.")
  var folder = "."

  @Option(help: "A folder of decks whose cards are repeated, each under an id of its own.")
  var decks = "Decks"

  @Option(help: "Rounds.")
  var rounds = 9

  @Option(help: "Reviews of both logs at the largest; the others have a tenth and a hundredth.")
  var reviews = 1_000_000

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var rows: [Measurement] = []
    for size in [reviews / 100, reviews / 10, reviews] { rows += try measure(reviews: size) }
    rows.sort { $0.name == $1.name ? $0.size < $1.size : $0.name < $1.name }
    MeasurementReport(peer: "the other", rows: rows).printAll(json: json)
  }

  private func measure(reviews: Int) throws -> [Measurement] {
    let root = "\(folder)/speed-merge-\(getpid())-\(reviews)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let deck = try SpeedDeck(of: decks, questions: max(1, reviews / 10))
    let logs = try TwoLogs(root: root, reviews: reviews, deck: deck)
    var times: [String: [Double]] = [:]
    for _ in 0..<rounds {
      for (name, time) in try logs.measure() { times[name, default: []].append(time) }
    }
    func row(_ name: String, _ peer: String) -> Measurement {
      Measurement(
        name: "\(name)/\(peer)",
        size: reviews,
        ours: times[name] ?? [],
        peer: times[peer] ?? []
      )
    }
    return [
      row("merge", "scan"), row("merge", "copy"), row("copy", "scan"), row("again", "scan"),
      row("applied", "scan"), row("applied", "replay"),
    ]
  }
}

/// A store, and the log of another device that has as many reviews.
private struct TwoLogs {
  private let own: StoreLife
  private let other: StoreLife
  private let root: String
  /// All lines of the other log.
  private let lines: [UInt8]

  init(root: String, reviews: Int, deck: SpeedDeck) throws {
    self.root = root
    func life(_ device: String) throws -> StoreLife {
      let place = "\(root)/\(device)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let life = StoreLife(root: place, reviews: reviews / 2, device: device)
      try life.write(deck)
      return life
    }
    (own, other) = (try life("left"), try life("right"))
    lines = try other.logs().reduce(into: []) { $0 += try Data(contentsOf: URL(filePath: $1)) }
  }

  /// The microseconds of each part, after which the store has what it had before.
  func measure() throws -> [(name: String, time: Double)] {
    let learner = try own.learner()
    let listing = try other.store.listing()
    sync()
    let copied = try microseconds { try LastingCopy.write(lines, to: "\(root)/copy") }
    try FileManager.default.removeItem(atPath: "\(root)/copy")
    sync()
    let joined = try microseconds { _ = try learner.join([listing]) }
    let replayed = try microseconds { try learner.readAgain() }
    let again = try microseconds { _ = try learner.join([listing]) }
    let warm = try microseconds { try learner.readAgain() }
    let scanned = try microseconds { try own.readBytes() }
    for file in try own.store.journalFiles() where file.kind == .merged {
      try FileManager.default.removeItem(atPath: file.path)
    }
    return [
      ("copy", copied), ("merge", joined), ("applied", joined + replayed), ("again", again),
      ("replay", warm), ("scan", scanned),
    ]
  }
}

/// Bytes that are in memory, made last as fast as was found: the disk writes each part while the next
/// one is taken over, and what it has taken gives its memory to what follows.
private enum LastingCopy {
  private static let partLength = 1 << 20

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw ExitCode.failure }
    defer { close(file) }
    try bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: partLength) {
        let part = bytes[start..<min(start + partLength, bytes.count)]
        let copy = Array(part)
        guard Foundation.write(file, copy, copy.count) == copy.count else {
          throw ExitCode.failure
        }
        posix_fadvise(file, start, part.count, POSIX_FADV_DONTNEED)
        posix_fadvise(file, 0, start, POSIX_FADV_DONTNEED)
      }
    }
    guard fsync(file) == 0 else { throw ExitCode.failure }
  }
}

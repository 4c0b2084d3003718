import ArgumentParser
import Foundation
import Processes

/// The library `anki` and simdjson in a Python process.
final class StorePeer {
  private struct Reply: Decodable {
    let seconds: Double
  }

  private let python: String
  private let peer: PythonPeer
  private static let script = "store_peer.py"

  /// Starts the process, or says why it cannot.
  static func start(python: String) -> StorePeer? {
    guard let peer = try? StorePeer(python: python), (try? peer.parse([])) != nil else {
      let note =
        "anki and pysimdjson are not to be had through \(python): these are our times alone.\n"
      FileHandle.standardError.write(Data(note.utf8))
      return nil
    }
    return peer
  }

  private init(python: String) throws {
    self.python = python
    peer = try PythonPeer(python: python, script: Self.script)
  }

  /// Makes a collection of so many cards and reviews.
  func build(_ path: String, cards: Int, reviews: Int) throws {
    _ = try ask("build \(path) \(cards) \(reviews)")
  }

  /// The microseconds from opening a collection to its first card, inside the process.
  func open(_ path: String) throws -> Double { try ask("open \(path)") }

  /// The microseconds of parsing all lines of some files.
  func parse(_ paths: [String]) throws -> Double {
    try ask((["parse"] + paths).joined(separator: " "))
  }

  /// The microseconds of a process of its own that opens a collection and shows its first card.
  func wholeProcess(_ path: String) throws -> Double {
    let process = Program(python, firstCard(path))
    return try microseconds { _ = try process.run() }
  }

  /// The most memory in KiB that such a process holds up to its first card.
  func memory(_ path: String) throws -> Double {
    try memory(of: Program(python, firstCard(path)))
  }

  /// The most memory in KiB that a program holds from its start to its end, without input.
  func memory(of program: Program) throws -> Double {
    let process = Program(
      python,
      [scriptPath, "memory", program.path] + program.arguments,
      environment: program.environment
    )
    let output = try process.run().output
    let line = String(decoding: output, as: UTF8.self).split(separator: "\n").first ?? ""
    guard let memory = Double(line) else { throw ValidationError("\(program.path) failed.") }
    return memory
  }

  private func firstCard(_ path: String) -> [String] { [scriptPath, "first", path] }

  private var scriptPath: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: Self.script).path()
  }

  private func ask(_ question: String) throws -> Double {
    try peer.ask(question, for: Reply.self).seconds * 1e6
  }
}

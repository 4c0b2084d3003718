import Foundation
import Scheduling

/// fsrs-rs in a Python process.
final class FSRSPeer {
  /// What the process answers.
  struct Reply: Decodable {
    let seconds: Double
    var items: Int?
    var weights: [Double]?
    var logLoss: Double?
    var rmse: Double?
    var reviews: Int?
    var learned: Int?
    var known: Double?

    var microseconds: Double { seconds * 1e6 }
  }

  private let peer: PythonPeer

  /// Starts the process, or says why it cannot.
  static func start(python: String) -> FSRSPeer? {
    guard let peer = try? FSRSPeer(python: python), (try? peer.ask("preview 1")) != nil else {
      let note = "fsrs-rs-python is not to be had through \(python): these are our times alone.\n"
      FileHandle.standardError.write(Data(note.utf8))
      return nil
    }
    return peer
  }

  private init(python: String) throws {
    peer = try PythonPeer(python: python, script: "fsrs_peer.py")
  }

  /// Asks and waits for the answer.
  @discardableResult
  func ask(_ question: String) throws -> Reply {
    try peer.ask(question, for: Reply.self)
  }

  /// Makes the process learn from the first items of a log; returns how many.
  @discardableResult
  func load(_ log: [LoggedReview], share: Double = 1) throws -> Int? {
    let path = "\(NSTemporaryDirectory())speed-log-\(getpid()).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = log.map { "\($0.card),\($0.day),\($0.grade),\($0.time)\n" }
    try lines.joined().write(toFile: path, atomically: true, encoding: .ascii)
    return try ask("load \(path) \(share)").items
  }
}

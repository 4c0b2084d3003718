import Foundation
import Scheduling

/// fsrs-rs in a Python process that answers questions, one line each; it is started once, so that a
/// question costs what it asks for.
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

  enum Failure: Error {
    /// The process ended before it answered.
    case silent(question: String)
  }

  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()

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
    process.executableURL = URL(filePath: python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fsrs_peer.py").path()
    ]
    process.standardInput = questions
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    // A peer that ended is noticed when it does not answer.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Asks and waits for the answer.
  @discardableResult
  func ask(_ question: String) throws -> Reply {
    try questions.fileHandleForWriting.write(contentsOf: Data("\(question)\n".utf8))
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        let line = unread[..<end]
        unread = Data(unread[unread.index(after: end)...])
        return try JSONDecoder().decode(Reply.self, from: line)
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Failure.silent(question: question) }
      unread += more
    }
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

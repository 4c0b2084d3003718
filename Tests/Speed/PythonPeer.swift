import Foundation

/// A Python process that answers questions, one line of JSON each; it is started once, so that a
/// question costs what it asks for.
final class PythonPeer {
  enum Failure: Error {
    /// The process ended before it answered.
    case silent(question: String)
  }

  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  /// Starts a script of this folder.
  init(python: String, script: String) throws {
    process.executableURL = URL(filePath: python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: script).path()
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
  func ask<Reply: Decodable>(_ question: String, for type: Reply.Type) throws -> Reply {
    try questions.fileHandleForWriting.write(contentsOf: Data("\(question)\n".utf8))
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        let line = unread[..<end]
        unread = Data(unread[unread.index(after: end)...])
        return try JSONDecoder().decode(type, from: line)
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Failure.silent(question: question) }
      unread += more
    }
  }
}

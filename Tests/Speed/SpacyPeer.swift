import Foundation

/// spaCy's small English pipeline in a Python process.
final class SpacyPeer {
  private struct Reply: Decodable {
    let seconds: Double
    let sentences: Int
  }

  private let peer: PythonPeer

  /// Starts the process, or says why it cannot.
  static func start(python: String) -> SpacyPeer? {
    guard let peer = try? SpacyPeer(python: python), (try? peer.parse(["It is here."])) != nil
    else {
      let note = "spaCy is not to be had through \(python): these are our times alone.\n"
      FileHandle.standardError.write(Data(note.utf8))
      return nil
    }
    return peer
  }

  private init(python: String) throws {
    peer = try PythonPeer(python: python, script: "spacy_peer.py")
  }

  /// The microseconds that it takes over sentences, the reading of their file aside.
  func parse(_ sentences: [String]) throws -> Double {
    let path = "\(NSTemporaryDirectory())speed-sentences-\(getpid()).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try sentences.map { "\($0)\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    _ = try peer.ask("load \(path)", for: Reply.self)
    return try peer.ask("parse \(sentences.count)", for: Reply.self).seconds * 1e6
  }
}

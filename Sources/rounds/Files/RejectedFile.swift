import Storage

/// `DECK.rejected.jsonl` beside a deck: what was rejected as a draft, one line each, only ever added
/// to.
struct RejectedFile {
  let path: String

  /// The file of a deck, beside the deck itself however that is reached.
  init(besides deck: String) {
    path = FileBytes.canonical(deck) + ".rejected.jsonl"
  }

  /// Adds a line and makes it last.
  func append(_ line: [UInt8]) throws(Failure) {
    do throws(ErrorNumber) {
      try LineFile.append(line, to: path)
    } catch {
      throw Failure(.cannotCreate, "cannot write \(path): \(error.words)")
    }
  }

  /// What the file holds.
  struct Content: Equatable {
    /// Rejections that were not withdrawn, in their order.
    var standing: [Rejection] = []
    /// Words written there by hand.
    var words: [String] = []
    /// The number of lines that cannot be read.
    var unreadable = 0
  }

  func read() throws(Failure) -> Content {
    var content = Content()
    guard FileBytes.exists(path) else { return content }
    for line in try FileBytes.read(path).split(separator: 0x0A) {
      content.take(RejectionLine(Array(line)))
    }
    return content
  }
}

extension RejectedFile.Content {
  fileprivate mutating func take(_ line: RejectionLine?) {
    switch line {
    case .rejected(let rejection): standing.append(rejection)
    case .words(let text): words.append(text)
    case .withdrawn(let content, let id):
      let last = standing.lastIndex { $0.content == content && $0.id == id }
      if let last { standing.remove(at: last) }
    case nil: unreadable += 1
    }
  }
}

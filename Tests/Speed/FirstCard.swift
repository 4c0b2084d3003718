import ArgumentParser
import Decks
import Foundation
import Storage
import Study

/// The first card of a session, inside the process: picked among all and read from the deck.
struct FirstCard {
  private let store: StoreFolder
  private let deck: URL
  private let index: URL

  /// The index of the deck is made where it is not there yet.
  init(_ store: StoreFolder, deck path: String) throws {
    self.store = store
    deck = URL(filePath: path)
    index = URL(filePath: path + ".index")
    guard !FileManager.default.fileExists(atPath: index.path()) else { return }
    var bytes: [UInt8] = []
    let parsed = DeckParser.parse(Array(try Data(contentsOf: deck)))
    guard DeckIndex(of: DeckFile(path: path, deck: parsed)).append(to: &bytes) else {
      throw ExitCode.failure
    }
    try Data(bytes).write(to: index)
  }

  /// The microseconds from opening the store and the index to the card.
  func measure() throws -> Double {
    let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
    let now = Moment(at: Timestamp(milliseconds: milliseconds), offset: 60)
    return try microseconds {
      let progress = try LogState(reading: store).progress
      let index = try readIndex()
      let queue = Queue(
        of: candidates(index),
        progress: progress,
        moment: now,
        limits: Queue.Limits(new: 20, due: 200),
        scope: Queue.Scope(isChanged: { $0.key != $1 })
      )
      var session = Session(queue)
      guard let item = session.next(now: milliseconds),
        let card = index.cards.first(where: { $0.id == item.group })
      else { throw ExitCode.failure }
      try read(card)
    }
  }

  private func readIndex() throws -> DeckIndex {
    let bytes = try Data(contentsOf: index)
    var offset = 0
    guard let index = bytes.withUnsafeBytes({ DeckIndex($0, at: &offset) }) else {
      throw ExitCode.failure
    }
    return index
  }

  private func candidates(_ index: DeckIndex) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(index.questions.count)
    for card in index.cards {
      for question in index.questions[card.questions] {
        candidates.append(
          Candidate(
            id: question.id,
            group: card.id,
            isStage: card.isCase,
            key: .number(question.key)
          )
        )
      }
    }
    return candidates
  }

  private func read(_ card: DeckIndex.Card) throws {
    let file = try FileHandle(forReadingFrom: deck)
    try file.seek(toOffset: UInt64(card.bytes.lowerBound))
    let text = try file.read(upToCount: card.bytes.count) ?? Data()
    guard DeckParser.parse(Array(text)).cards.count == 1 else { throw ExitCode.failure }
  }
}

import Decks
import Foundation

/// A deck of any size made of the cards of real decks, each repeated under ids of its own.
struct SpeedDeck {
  private(set) var text = Array("---\nrounds: 1\ndeck: Speed\nid: speed\n---\n\n".utf8)
  /// The questions that it asks, with what their texts are known by.
  private(set) var questions: [(id: CardID, hash: ContentHash)] = []

  /// As many cards as ask so many questions.
  init(of folder: String, questions wanted: Int) throws {
    let sample = try Self.sample(folder)
    guard !sample.isEmpty else { throw CocoaError(.fileReadNoSuchFile) }
    var number = 0
    while questions.count < wanted {
      let card = sample[number % sample.count]
      let id = CardID("card-\(number)")
      text += card.before
      text += "{#\(id)}".utf8
      text += card.after
      questions += card.parts.map { (CardID(id.text + $0.suffix), $0.hash) }
      number += 1
    }
    questions.removeLast(questions.count - wanted)
  }

  /// A card around its id.
  private struct Sample {
    let before: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>
    let parts: [(suffix: String, hash: ContentHash)]
  }

  /// Cards with an id and without stages, whose ids would have to be changed too.
  private static func sample(_ folder: String) throws -> [Sample] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.flatMap { name in
      let deck = DeckParser.parse(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
      return deck.cards.compactMap { placed -> Sample? in
        guard let id = placed.card.id, let mark = placed.heading.idBytes, placed.stages.isEmpty,
          placed.card.status == .active
        else { return nil }
        let bytes = deck.bytes(of: placed)
        return Sample(
          before: deck.source[bytes.lowerBound..<mark.lowerBound],
          after: deck.source[mark.upperBound..<bytes.upperBound],
          parts: placed.card.questions(id: id, deck: "speed").map {
            (String($0.id.text.dropFirst(id.text.count)), $0.hash)
          }
        )
      }
    }
  }
}

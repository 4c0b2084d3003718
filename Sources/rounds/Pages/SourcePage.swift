import Decks
import Terminal

/// The cited documents with the lines around each span, where they are at hand.
struct SourcePage {
  private let question: Question
  private let shelf: Shelf
  private let width: Int
  private let style: Style

  init(_ question: Question, _ shelf: Shelf, _ dialogue: Dialogue) {
    self.question = question
    self.shelf = shelf
    width = dialogue.width
    style = dialogue.style
  }

  var lines: [String] {
    guard !question.details.citations.isEmpty,
      let entry = shelf.collection.entry(holding: question.id)
    else { return Wrap(width).lines("This card cites no document.") }
    return question.details.citations.flatMap { citation in
      CitedPassage(
        citation: citation,
        deck: shelf.collection.decks[entry.deck],
        folder: shelf.settings.sources,
        width: width,
        style: style
      ).lines
    }
  }
}

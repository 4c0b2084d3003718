import ArgumentParser
import Decks
import Study
import Terminal

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show why a card comes back when it does: its history line by line."
  )

  @Argument(help: "The card's id, such as ket-liver/c1; a card's own id stands for all its parts.")
  var id: String

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var place: DeckOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let progress = try StoreDoor.look()
    let now = World.now()
    let cards = try cards(in: progress)
    let console = display.console()
    for (index, card) in cards.enumerated() {
      let page = HistoryPage(
        card: card,
        steps: progress.explanation(of: card),
        state: progress.state(of: card),
        stability: progress.stability(of: card),
        retrievability: progress.retrievability(of: card, at: now),
        retention: progress.parameters.retention,
        width: console.width,
        style: console.style
      )
      if json {
        console.writeLine(page.json)
      } else {
        if cards.count > 1 {
          console.writeLine(
            (index > 0 ? "\n" : "") + console.style(.heading, card.text.sanitizedLine)
          )
        }
        console.writeLines(page.lines)
      }
    }
    try console.finish()
  }

  /// The card itself, its parts and its stages, that were answered or stand in a deck.
  private func cards(in progress: Progress) throws(Failure) -> [CardID] {
    var found = progress.cards.keys.filter(isNamed)
    // What was never answered is looked for in the decks.
    if found.isEmpty { found = try place.shelf().candidates().map(\.id).filter(isNamed) }
    guard !found.isEmpty else {
      throw Failure(.noInput, "no card \"\(id)\" in the decks or in your history")
    }
    return found.sorted()
  }

  private func isNamed(_ card: CardID) -> Bool {
    card.text == id || card.card.text == id || card.text.hasPrefix("\(id).")
  }
}

import ArgumentParser
import Decks
import Storage
import Study
import Terminal

struct Decks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the decks with their cards, new and due."
  )

  @Argument(help: "Deck files or folders; without any, the decks that would be studied.")
  var paths: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let shelf = try Shelf(named: paths)
    let summary = shelf.summary(of: try StoreDoor.look(), at: World.now())
    let console = display.console()
    if json {
      console.writeLine(self.json(summary, shelf))
    } else {
      console.writeLines(table(summary).lines(width: console.width, style: console.style))
    }
    try console.finish()
  }

  private func table(_ summary: Summary) -> Table {
    Table(
      [
        .text("deck"), .text("name"), .number("questions"), .number("new"), .number("due"),
      ],
      rows: summary.decks.map { deck in
        [
          deck.id.sanitizedLine, deck.name.sanitizedLine, "\(deck.cards)", "\(deck.new)",
          "\(deck.due)",
        ]
      }
    )
  }

  private func json(_ summary: Summary, _ shelf: Shelf) -> String {
    var json = JSONWriter()
    json.array { json in
      for (deck, file) in zip(summary.decks, shelf.collection.decks) {
        json.object { json in
          json.member("deck", deck.id)
          json.member("name", deck.name)
          json.member("questions", deck.cards)
          json.member("new", deck.new)
          json.member("due", deck.due)
          json.member("file", file.path)
        }
      }
    }
    return json.text
  }
}

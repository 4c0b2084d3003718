import ArgumentParser

/// Which decks a command looks for cards in.
struct DeckOptions: ParsableArguments {
  @Option(
    name: .customLong("deck"),
    help: "A deck file, folder or id, in place of the decks that would be studied; may be repeated."
  )
  var decks: [String] = []

  func shelf() throws(Failure) -> Shelf {
    try Shelf(named: decks)
  }
}

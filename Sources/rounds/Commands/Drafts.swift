import ArgumentParser
import Decks
import Terminal

struct Drafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go through a deck's drafts: accept, edit, reject, turn, split or skip each.",
    discussion: """
      Each draft stands beside the passage it cites. Every decision is in the deck at once, and u \
      takes it back; leaving at any time loses nothing, and the next start goes on. What is \
      rejected goes to DECK.rejected.jsonl and is never proposed again for that deck. Without a \
      terminal the same dialogue runs over pipes, one line a decision.
      """
  )

  @Argument(help: "The deck: its file, id or name.")
  var deck: String

  @Option(help: "Only drafts of this kind, such as Cloze.")
  var kind: String?

  @Option(help: "Only drafts whose section or title holds this text.")
  var section: String?

  @Option(help: "A folder with the cited documents, besides that of the deck.")
  var sources: String?

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard let kind, Self.kind(kind) == nil else { return }
    let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--kind \(kind) is no kind; there are \(kinds).")
  }

  func run() throws {
    let settings = try Settings.load()
    if let sources, !FileBytes.isFolder(sources) {
      throw Failure(.noInput, "no such folder: \(sources)")
    }
    let deck = try DraftDeck(
      only(DeckFinder.decks(named: [deck], settings: settings)),
      wish: DraftWish(kind: kind.flatMap(Self.kind), section: section),
      folder: sources ?? settings.sources
    )
    let console = display.console()
    guard !deck.drafts.isEmpty else {
      console.writeLines(Wrap(console.width).lines(DraftWords.nothing(in: deck)))
      try console.finish()
      return
    }
    try deck.proveWritable()
    try go(through: deck, console)
  }

  private func go(through deck: DraftDeck, _ console: Console) throws {
    let dialogue = Dialogue(
      console: console,
      farewell: "Ctrl-C again, or q, ends. Everything decided is in the deck."
    )
    defer { dialogue.close() }
    let run = DraftRun(dialogue, deck)
    let ending = try run.run()
    dialogue.show(run.summary)
    try console.finish()
    if case .terminated(let signal) = ending {
      dialogue.close()
      throw ExitCode(128 + signal)
    }
  }

  private func only(_ files: [DeckFile]) throws(Failure) -> DeckFile {
    guard files.count == 1, let file = files.first else {
      let paths = files.map(\.path).joined(separator: ", ")
      throw Failure(.usage, "\(deck) holds \(files.counted("deck")); name one: \(paths)")
    }
    return file
  }

  private static func kind(_ name: String) -> Kind? {
    Kind.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
  }
}

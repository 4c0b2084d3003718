import ArgumentParser
import Decks
import Terminal

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write missing ids, option keys and cloze numbers into decks, and put spacing right.",
    discussion: """
      Nothing else in a file is touched. With --check nothing is written, and the command ends \
      with 1 if a file would change.
      """
  )

  @Argument(help: "Deck files or folders; without any, the decks that would be studied.")
  var paths: [String] = []

  @Flag(help: "Only say which files would change.")
  var check = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let files = try DeckFinder.decks(named: paths, settings: try Settings.load())
    let console = display.console()
    var generator = SystemRandomNumberGenerator()
    var changed = 0
    let taken = files.flatMap { $0.deck.everyCard.compactMap { $0.card.id?.text } }
    for file in files {
      let edit = DeckFormatter.edit(for: file.deck, takenIDs: taken, generator: &generator)
      guard !edit.isEmpty else { continue }
      changed += 1
      if !check { try FileBytes.replace(file.path, with: edit.applied(to: file.deck.source)) }
      console.writeLine("\(file.path.sanitizedLine): \(check ? "would change" : "formatted")")
    }
    if changed == 0 { console.writeLine("\(files.counted("file")): nothing to change") }
    try console.finish()
    if check && changed > 0 { throw ExitCode(ExitStatus.no.rawValue) }
  }
}

extension Swift.Collection {
  /// The number of elements with its noun.
  func counted(_ noun: String) -> String { count.counted(noun) }
}

import ArgumentParser
import Decks
import Scheduling
import Study
import Terminal

struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "List cards, all or those with some words or beginnings of words, and how they stand.",
    discussion: """
      What ends in .md among the words is a deck file, as with --deck. With --json every question \
      has its answer, options and citations; where the cited document is at hand, start and end \
      are the place of the cited words, in Unicode scalars of its text. With --lines every question \
      is one object a line, with its tags and the hashes that the log has: a table for databases.
      """
  )

  @Argument(help: "Words, or beginnings of words, that the question or its answer holds.")
  var words: [String] = []

  @OptionGroup var place: DeckOptions

  @Option(help: "A folder with the cited documents, besides that of the deck, for --json.")
  var sources: String?

  @Flag(help: "Print the cards as one JSON object: cards.")
  var json = false

  @Flag(help: "Print one JSON object a line, as a table to be joined with logs.")
  var lines = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard !lines || !json else { throw ValidationError("Choose --json or --lines.") }
    guard sources == nil || json else { throw ValidationError("--sources goes with --json.") }
  }

  func run() throws {
    if let sources, !FileBytes.isFolder(sources) {
      throw Failure(.noInput, "no such folder: \(sources)")
    }
    let shelf = try Shelf(named: place.decks + words.filter(Self.isDeck))
    let sought = words.filter { !Self.isDeck($0) }
    let questions = shelf.questions(holding: sought.joined(separator: " "))
    let console = display.console()
    if json {
      console.writeLine(json(questions, shelf))
    } else if lines {
      console.writeLines(questions.compactMap { CardLine($0, on: shelf)?.json })
    } else {
      let table = table(questions, try StoreDoor.look(), console.width)
      console.writeLines(table.lines(width: console.width, style: console.style))
      console.writeLine(questions.counted("question"))
    }
    try console.finish()
    if questions.isEmpty, !sought.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
  }

  private static func isDeck(_ word: String) -> Bool { word.hasSuffix(".md") }

  private func table(_ questions: [Question], _ progress: Progress, _ width: Int) -> Table {
    Table(
      [.text("id"), .text("standing"), .text("question")],
      rows: questions.map { question in
        let stem = question.stem.sanitizedLine
        return [
          question.id.text.sanitizedLine, Standing(question, progress).text,
          stem.shortened(to: max(12, width - 44)),
        ]
      }
    )
  }

  private func json(_ questions: [Question], _ shelf: Shelf) -> String {
    var records = CardRecords(folder: sources ?? shelf.settings.sources)
    return CardRecord.json(questions.compactMap { records.record(of: $0, on: shelf) })
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a card with its answer, source and history."
  )

  @Argument(help: "The card's id; a card's own id stands for all its parts.")
  var id: String

  @OptionGroup var place: DeckOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let shelf = try place.shelf()
    let progress = try StoreDoor.look()
    let console = display.console()
    for question in try shelf.questions(named: id) {
      var none: SplitMix64?
      let presentation = Presentation(of: question, shuffling: &none)
      let entry = shelf.collection.entry(holding: question.id)
      let deck = entry.map { shelf.collection.decks[$0.deck] }
      let title = "\(question.id.text) · \(question.kind.rawValue): \(question.title)".sanitizedLine
      console.writeLine(console.style(.heading, title))
      console.writeLines(
        QuestionPage(
          question: question,
          presentation: presentation,
          width: console.width,
          style: console.style
        ).lines.dropFirst()
      )
      console.writeLines(
        AnswerPage(
          question: question,
          presentation: presentation,
          typed: "",
          verdict: nil,
          sources: deck?.deck.frontMatter.sources ?? [],
          note: progress.marks[question.id]?.note,
          width: console.width,
          style: console.style
        ).lines
      )
      console.writeLine("Standing: \(Standing(question, progress).text)\n")
      console.writeLines(history(of: question, progress, console).lines)
      console.writeLine()
    }
    try console.finish()
  }

  private func history(
    of question: Question,
    _ progress: Progress,
    _ console: Console
  ) -> HistoryPage {
    HistoryPage(
      card: question.id,
      steps: progress.explanation(of: question.id),
      state: progress.state(of: question.id),
      stability: progress.stability(of: question.id),
      retrievability: progress.retrievability(of: question.id, at: World.now()),
      retention: progress.parameters.retention,
      width: console.width,
      style: console.style
    )
  }
}

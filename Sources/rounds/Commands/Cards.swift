import ArgumentParser
import Decks
import Scheduling
import Storage
import Study
import Terminal

struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List cards, all or those with some words or beginnings of words, and how they stand."
  )

  @Argument(help: "Words, or beginnings of words, that the question or its answer holds.")
  var words: [String] = []

  @OptionGroup var place: DeckOptions

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let shelf = try place.shelf()
    let progress = try StoreDoor.look()
    let console = display.console()
    let questions = shelf.questions(holding: words.joined(separator: " "))
    if json {
      for question in questions { console.writeLine(self.json(question, progress)) }
    } else {
      console.writeLines(
        table(questions, progress, console.width).lines(width: console.width, style: console.style)
      )
      console.writeLine(questions.counted("question"))
    }
    try console.finish()
    if questions.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
  }

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

  private func json(_ question: Question, _ progress: Progress) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("card", question.id.text)
      json.member("deck", question.deck)
      json.member("kind", question.kind.rawValue)
      json.member("question", question.stem)
      json.member("tags", question.details.tags)
      json.member("standing", Standing(question, progress).text)
    }
    return json.text
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

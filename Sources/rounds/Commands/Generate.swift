import ArgumentParser
import Authoring
import Decks
import Grading
import Reading
import Terminal

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn documents into draft cards that cite the place they come from.",
    discussion: """
      Reads text, Markdown, web pages (.html), PDF and Word (.docx) in English; of a folder, all \
      that can be read; "-" is standard input. Drafts are never studied before a person accepts \
      them. A deck that is there already is extended, never overwritten, and nothing it holds is \
      proposed again. Ctrl-C ends the work and keeps what is done.
      """
  )

  @Argument(help: "The documents, or folders of them; with --explain the deck.")
  var documents: [String] = []

  @Option(
    name: [.short, .long],
    help:
      "The deck file to write or to extend; with --json it may be left out, and nothing is written."
  )
  var output: String?

  @Option(
    help:
      "Another deck, or a folder of decks, whose cards and rejected drafts are not proposed again; repeatable."
  )
  var beside: [String] = []

  @Option(help: "What the documents are, such as \"guideline; 2026\", as the drafts' Evidence.")
  var evidence: String?

  @Flag(help: "Keep statements about named persons, which are left out otherwise.")
  var includePeople = false

  @Flag(help: "Read sentences by patterns alone, as where Link Grammar is not installed.")
  var patterns = false

  @Option(
    help: ArgumentHelp(
      "Make nothing; say why the draft of this id was written and ranked as it was.",
      valueName: "id"
    )
  )
  var explain: String?

  @OptionGroup(title: "Language model") var writing: WriterOptions

  @Flag(help: "Print the cards and the report as one JSON object: cards, report.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if explain != nil {
      guard documents.count + (output == nil ? 0 : 1) <= 1 else {
        throw ValidationError("--explain takes one deck.")
      }
      guard beside.isEmpty, evidence == nil, !includePeople else {
        throw ValidationError("--explain makes no cards, so only --json goes with it.")
      }
      return
    }
    guard !documents.isEmpty else { throw ValidationError("Name at least one document.") }
    guard let output else {
      guard json else {
        throw ValidationError("Name the deck to write with -o, or ask for --json.")
      }
      return
    }
    guard output.hasSuffix(".md") else {
      throw ValidationError("A deck is a file ending in .md; --output \(output) is not.")
    }
  }

  func run() throws {
    if let explain {
      try show(explain)
    } else {
      try generate()
    }
  }

  private func generate() throws {
    let progress = ProgressLine(World.errorConsole())
    defer { progress.end() }
    let handouts = try Handouts(documents, reading: { progress.show("reading \($0)") })
    progress.end()
    for line in handouts.passedOver { World.warn("passed over \(line)") }
    let bench = try DraftBench(path: output)
    let others = try bench.decks(at: beside)
    let keys = bench.keys(beside: others)
    let refused = try others.flatMap { other throws(Failure) in
      try DraftBench.rejected(besides: other.path)
    }
    // Until here nothing is lost when Ctrl-C ends the program as it ends any other.
    let interruption = Interruption()
    let model = try writing.languageModel {
      progress.show(waitingFor: writing.model ?? "the model")
      return interruption.isRequested()
    }
    let generation = Generator(
      Generator.Options(includesPeople: includePeople, keys: keys, drugs: DrugNames.all)
    ).run(
      documents: handouts.documents,
      existing: bench.cards,
      beside: DraftBench.cards(of: others, under: keys),
      rejected: bench.rejected + refused,
      analyzer: patterns ? PatternAnalyzer() : LinkGrammarAnalyzer(),
      writer: model,
      isCancelled: interruption.isRequested,
      progress: { progress.show($0.share, of: $0.total.counted("document")) }
    )
    progress.end()
    let added = try bench.add(generation, of: handouts, evidence: evidence?.sanitizedLine)
    try show(generation, added: added, model?.tally)
    if let end = model?.tally.end, !generation.isCancelled {
      World.warn("\(writing.model ?? "the model") was asked no more: \(end.words); \(end.advice)")
      throw ExitCode(ExitStatus.no.rawValue)
    }
    if generation.isCancelled { throw ExitCode(ExitStatus.no.rawValue) }
  }

  /// Shows the account of one draft, of the deck that was named or of those that would be studied.
  private func show(_ id: String) throws(Failure) {
    let named = documents + (output.map { [$0] } ?? [])
    let files = try DeckFinder.decks(named: named, settings: try Settings.load())
    let console = display.console()
    let page = DraftAccountPage(
      draft: try KnownDraft(id, in: files),
      width: console.width,
      style: console.style
    )
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
    try console.finish()
  }

  private func show(
    _ generation: Generation,
    added: [Draft],
    _ tally: LanguageModel.Tally?
  ) throws(Failure) {
    let console = display.console()
    let page = GenerationPage(
      generation: generation,
      added: added.count,
      tally: tally,
      width: console.width,
      style: console.style
    )
    if let output, !json {
      console.writeLines(page.lines(path: output))
    } else {
      let records = CardRecords.records(of: added, by: generation.reports)
      console.writeLine(CardRecord.json(records) { page.writeReport(path: output, into: &$0) })
    }
    try console.finish()
  }
}

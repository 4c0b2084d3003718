import ArgumentParser
import Decks
import Exchange
import Terminal

struct ExportCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write cards as another program reads them, or your progress.",
    discussion: """
      With --progress FILE, writes your log as lines of JSON, as it stands or --anonymous: then \
      without what you typed or chose, notes, times of day and names. Otherwise writes GIFT, Aiken, or a table of front, back and tags (text). These kinds have a \
      place there: \
      \(FormatName.kinds { $0.writes }) What the format cannot say is told \
      on standard error; ends with 1 if a card had to be left out.
      """
  )

  @Argument(help: "Deck files, folders or ids.")
  var decks: [String] = []

  @Option(help: "The format: \(Exchangers.names.joined(separator: ", ")).")
  var to: String?

  @Option(help: "Write your progress into this file, and no cards.")
  var progress: String?

  @Flag(help: "With --progress: nothing that says who you are or what you typed.")
  var anonymous = false

  @Option(name: [.short, .long], help: "The file to write; without one, standard output.")
  var output: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Flag(help: "Take drafts, suspended and retired cards too.")
  var all = false

  @Flag(help: "Tell each loss with its card, not only how many there are.")
  var each = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if progress != nil {
      guard decks.isEmpty, to == nil, output == nil, !all, !each else {
        throw ValidationError("--progress goes with --anonymous and --force alone.")
      }
      return
    }
    guard !anonymous else { throw ValidationError("--anonymous goes with --progress FILE.") }
    guard !decks.isEmpty else { throw ValidationError("Name at least one deck.") }
    guard let to else { throw ValidationError("Missing expected argument '--to <to>'") }
    try FormatName.check(to, option: "--to")
  }

  func run() throws {
    if let progress { return try export(progressTo: progress) }
    guard let to, let format = Exchangers.named(to) else { return }
    let files = try DeckFinder.decks(named: decks, settings: try Settings.load())
    let cards = files.flatMap { file in
      file.deck.cards.map { $0.card.tagged(file.deck.frontMatter.tags) }
    }
    let taken = all ? cards : cards.compactMap(\.active)
    guard !taken.isEmpty else { throw Failure(.noInput, nothing(besides: cards.count)) }
    let export = format.write(taken)
    try write(export, decks: files)
    report(export, passedOver: all ? 0 : cards.reduce(0) { $0 + $1.inactiveCount })
    if export.report.leftOut > 0 { throw ExitCode(ExitStatus.no.rawValue) }
  }
}

extension ExportCards {
  private func export(progressTo file: String) throws {
    let export = ProgressExport(output: file, isAnonymous: anonymous, replaces: force)
    let count = try export.run()
    let console = display.console()
    console.writeLine("\(count.counted("line")) written to \(file).".sanitizedLine)
    try console.finish()
  }

  private func nothing(besides others: Int) -> String {
    guard others > 0 else { return "no cards in \(decks.joined(separator: ", "))" }
    return "no active cards in \(decks.joined(separator: ", ")); --all takes the "
      + others.counted("other")
  }

  private func write(_ export: Export, decks: [DeckFile]) throws(Failure) {
    guard let output, output != "-" else {
      let console = display.console()
      console.write(export.text)
      return try console.finish()
    }
    if FileBytes.exists(output) {
      guard FileBytes.isRegular(output) else {
        throw Failure(.cannotCreate, "\(output) is no file that could be replaced")
      }
      let path = FileBytes.canonical(output)
      guard !decks.contains(where: { FileBytes.canonical($0.path) == path }) else {
        throw Failure(.cannotCreate, "\(output) is the deck itself; name another file")
      }
      guard force else {
        throw Failure(
          .cannotCreate,
          "\(output) is there and was left as it is; --force replaces it"
        )
      }
    }
    try FileBytes.replace(output, with: Array(export.text.utf8))
  }

  private func report(_ export: Export, passedOver: Int) {
    let errors = World.errorConsole()
    let page = LossPage(report: export.report, path: nil, showsEach: each, width: errors.width)
    errors.writeLines(page.lines)
    let others = passedOver == 0 ? "" : "; \(passedOver.counted("card")) not active, see --all"
    errors.writeLines(
      Wrap(errors.width, hanging: "  ")
        .lines("\(export.count.counted("question")) written as \(to ?? "")\(others)")
    )
    errors.flush()
  }
}

extension Card {
  /// The card with its deck's tags, as studying has it.
  fileprivate func tagged(_ tags: [String]) -> Card {
    var card = self
    card.details.tags = tags + details.tags.filter { !tags.contains($0) }
    return card
  }

  /// How many are not studied: the card itself, or stages of it.
  fileprivate var inactiveCount: Int {
    guard status == .active else { return 1 }
    guard case .stages(let stages) = body else { return 0 }
    return stages.count { $0.status != .active }
  }

  /// The card as it is studied, without the stages that are not; nil where nothing of it is.
  fileprivate var active: Card? {
    guard status == .active else { return nil }
    guard case .stages(let stages) = body else { return self }
    var card = self
    card.body = .stages(stages.filter { $0.status == .active })
    return card
  }
}

import ArgumentParser
import Authoring
import Decks
import Exchange
import Terminal

struct ImportCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn another program's questions into draft cards.",
    discussion: """
      Reads GIFT, Aiken, and tables of front, back and tags (text). They become cards of \
      these kinds: \
      \(FormatName.kinds { $0.reads }) Drafts are never studied before a \
      person accepts them. A deck that is there already is extended, never overwritten, and \
      nothing it holds is taken again. What did not come over is told on standard error; ends \
      with 1 if an entry had to be left out.
      """
  )

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  @Option(name: [.short, .long], help: "The deck file to write or to extend.")
  var output: String

  @Option(
    help:
      "The format, \(Exchangers.names.joined(separator: ", ")); files ending in .gift, .aiken or .tsv need none."
  )
  var from: String?

  @Flag(help: "Tell each loss with its place, not only how many there are.")
  var each = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
    guard output.hasSuffix(".md") else {
      throw ValidationError("A deck is a file ending in .md; --output \(output) is not.")
    }
    try FormatName.check(from, option: "--from")
  }

  func run() throws {
    let bench = try DraftBench(path: output)
    var desk = ImportDesk(bench: bench)
    for file in files { try desk.take(file, format: try FormatName.format(of: file, named: from)) }
    let added = try bench.add(desk.cards, sources: desk.sources)
    let console = display.console()
    if json {
      console.writeLine(LossPage.json(deck: output, added: added, reports: desk.reports))
    } else {
      let errors = World.errorConsole()
      for (path, report) in desk.reports {
        let page = LossPage(report: report, path: path, showsEach: each, width: errors.width)
        errors.writeLines(page.lines)
      }
      errors.flush()
      console.writeLines(Wrap(console.width).lines(closing(added)))
    }
    try console.finish()
    if desk.reports.contains(where: { $0.report.leftOut > 0 }) {
      throw ExitCode(ExitStatus.no.rawValue)
    }
  }

  private func closing(_ added: Int) -> String {
    let path = output.sanitizedLine
    guard added > 0 else { return "Nothing new was found; \(path) was not touched." }
    return "\(added.counted("draft")) in \(path). A draft is not studied: check it, add "
      + "\"Evidence:\", and take {status=draft} out of its heading."
  }
}

import ArgumentParser
import Authoring
import Decks
import Reading
import Terminal

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn documents into draft cards that cite the place they come from.",
    discussion: """
      Reads text and Markdown. Drafts are never studied before a person accepts them. A deck that \
      is there already is extended, never overwritten, and nothing it holds is proposed again.
      """
  )

  @Argument(help: "The documents.")
  var documents: [String]

  @Option(name: [.short, .long], help: "The deck file to write or to extend.")
  var output: String

  @Option(
    help:
      "Another deck, or a folder of decks, whose cards and rejected drafts are not proposed again; repeatable."
  )
  var beside: [String] = []

  @Option(help: "What the documents are, such as \"guideline; 2026\", as the drafts' Evidence.")
  var evidence: String?

  @Flag(help: "Keep statements about named persons, which are left out otherwise.")
  var includePeople = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard !documents.isEmpty else { throw ValidationError("Name at least one document.") }
    guard output.hasSuffix(".md") else {
      throw ValidationError("A deck is a file ending in .md; --output \(output) is not.")
    }
  }

  func run() throws {
    let read = try documents.map { path throws(Failure) in try Self.read(path) }
    let bench = try DraftBench(path: output)
    let others = try bench.decks(at: beside)
    let keys = bench.keys(beside: others)
    let refused = try others.flatMap { other throws(Failure) in
      try DraftBench.rejected(besides: other.path)
    }
    let generation = Generator(
      Generator.Options(includesPeople: includePeople, keys: keys)
    ).run(
      documents: read,
      existing: bench.cards,
      beside: DraftBench.cards(of: others, under: keys),
      rejected: bench.rejected + refused
    )
    let added = try bench.add(generation, documents: read, evidence: evidence?.sanitizedLine)
    let console = display.console()
    let page = GenerationPage(
      generation: generation,
      path: output,
      added: added,
      width: console.width,
      style: console.style
    )
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
    try console.finish()
  }

  private static func read(_ path: String) throws(Failure) -> Document {
    do throws(DocumentError) {
      return try Document.read(path)
    } catch {
      throw Failure(.noInput, "\(path): \(words(error))")
    }
  }
}

extension Generate {
  static func words(_ error: DocumentError) -> String {
    switch error {
    case .missing: "no such file"
    case .directory: "this is a folder; name the documents in it"
    case .empty: "the document is empty"
    case .unsupported(let ending):
      "files ending in .\(ending) cannot be read; save the document as text (.txt) or Markdown (.md)"
    case .tooLarge(_, let limit):
      "the document is larger than \(limit >> 20) MB; split it"
    case .binary(let offset):
      "this is not text (byte \(offset)); save the document as text (.txt) or Markdown (.md)"
    case .notUTF8(let offset): "byte \(offset) is not UTF-8; save the document as UTF-8"
    case .unreadable(let code): "cannot be read (error \(code))"
    }
  }
}

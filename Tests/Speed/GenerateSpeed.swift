import ArgumentParser
import Authoring
import Foundation
import Reading

/// Drafting cards: all our own work beside the time that the parser takes, and the parser beside spaCy.
struct GenerateSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Drafting cards: all else against the parser's calls, and the parser against spaCy."
  )

  @Option(help: "A document to measure besides the made-up ones, or a folder of documents.")
  var text = "../shared/documents"

  @Option(help: "A Python that has spaCy and its small English model; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 5

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let parser = TimedParser()
    guard parser.parse("Ketamine is a drug.") != .absent else {
      throw ValidationError(
        "Link Grammar is not installed: apt-get install "
          + LinkGrammarDoor.packages.joined(separator: " ")
      )
    }
    let spacy = SpacyPeer.start(python: python)
    let made = try [500, 2_000, 8_000].map {
      Work(name: "made up", documents: [try MedicalProse.document(words: $0)])
    }
    let given = try Self.documents(at: text)
    let all = made + (given.isEmpty ? [] : [Work(name: "given", documents: given)])
    let results = try all.map { try measure($0, parser, spacy) }
    MeasurementReport(peer: "parser", rows: results.map(\.drafting)).printAll(json: json)
    MeasurementReport(peer: "spaCy", rows: results.map(\.parsing)).printAll(json: json)
    guard !json else { return }
    for result in results { print(result.summary) }
  }

  private struct Work {
    let name: String
    let documents: [Document]
  }

  private struct Result {
    let drafting: Measurement
    let parsing: Measurement
    let summary: String
  }

  private func measure(_ work: Work, _ parser: TimedParser, _ spacy: SpacyPeer?) throws -> Result {
    var others: [Double] = []
    var parses: [Double] = []
    var theirs: [Double] = []
    var generation = Generator().run(documents: work.documents)
    for _ in 0..<rounds {
      parser.reset()
      let all = microseconds {
        generation = Generator().run(
          documents: work.documents,
          analyzer: LinkGrammarAnalyzer(parser)
        )
      }
      others.append(all - parser.spent)
      parses.append(parser.spent)
      if let spacy { theirs.append(try spacy.parse(parser.sentences)) }
    }
    let words = generation.reports.reduce(0) { $0 + $1.words }
    return Result(
      drafting: Measurement(name: "else, \(work.name)", size: words, ours: others, peer: parses),
      parsing: Measurement(
        name: "parser, \(work.name)",
        size: parser.sentences.count,
        ours: parses,
        peer: theirs
      ),
      summary: summary(of: work, generation.parses, words: words)
    )
  }

  private func summary(of work: Work, _ parses: ParseCounts, words: Int) -> String {
    String(
      format: "%@, %d words: %d statements, %.0f %% complete, %d given up, %d too long",
      work.name,
      words,
      parses.all,
      100 * Double(parses.complete) / Double(max(1, parses.all)),
      parses.givenUp,
      parses.tooLong
    )
  }

  /// The documents at a path, none where there is nothing.
  private static func documents(at path: String) throws -> [Document] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [try Document.read(path)] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .compactMap { try? Document.read("\(path)/\($0)") }
  }
}

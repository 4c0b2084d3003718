import ArgumentParser
import Authoring
import Decks
import Foundation

/// Prints what the generator could ask, one candidate a line, with neither score nor features.
struct Candidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print candidates for judging: document, form, question, answer, sentence; tabs between."
  )

  @Argument(help: "The documents.")
  var documents: [String]

  @Option(help: "At most so many of each document, evenly chosen.")
  var most = 1000

  @Flag(help: "Put the score before each, the best first.")
  var scored = false

  func run() throws {
    for path in documents {
      var all = try Labelled.candidates(ofFileAt: path)
      if scored { all.sort { $0.score > $1.score } }
      let step = max(1, all.count / most)
      for (index, candidate) in all.enumerated() where index.isMultiple(of: step) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let fields = [
          name, candidate.form, candidate.question, candidate.answer, candidate.source,
        ]
        let score = scored ? [String(format: "%.2f", candidate.score)] : []
        print((score + fields).joined(separator: "\t"))
      }
    }
  }
}

import ArgumentParser
import Authoring
import Foundation

/// Fits the weights by logistic regression and judges them on documents that were left out.
struct Fit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit the ranking's weights to the judgements, and cross-validate over documents."
  )

  @Option(help: "How strongly weights are held at 0; those of words three times as much.")
  var ridge = 10.0

  @Option(help: "The file of judgements: document, form, answer, sentence, 1 or 0; tabs between.")
  var judgements = Labelled.judgements

  @Option(help: "Folders of the judged documents; those that are not there are left out.")
  var folder = Labelled.folders

  func run() throws {
    let (examples, names) = try Example.all(judgements: judgements, folders: folder)
    let documents = Set(examples.map(\.document)).sorted()
    let held = names.map { $0 == .constant ? 1e-6 : $0.isWord ? 3 * ridge : ridge }
    print("\(examples.count) candidates of \(documents.count) documents,", terminator: " ")
    print("\(Self.percent(examples.share)) acceptable\n")
    print("Left out, a tenth of the documents at a time: acceptable among the best candidates")
    report(examples, documents, held)
    print("\nWeights fitted to all")
    let weights = Regression(examples, ridge: held).weights
    for (name, weight) in zip(names, weights) where !name.isWord {
      print("\(Self.padded(name.text, 22)) \(String(format: "%6.2f", weight))")
    }
    print("\nWords, their weights where a number is asked for, and where words are")
    for line in Self.words(names, weights) { print(line) }
  }

  /// The words whose weight tells, as the table of words has them.
  private static func words(_ names: [Example.Name], _ weights: [Double]) -> [String] {
    var found: [String: [Double]] = [:]
    for (name, weight) in zip(names, weights) {
      guard case .word(let text, let asksForNumber) = name else { continue }
      found[text, default: [0, 0]][asksForNumber ? 0 : 1] = weight
    }
    return found.filter { $0.value.contains { abs($0) >= 0.05 } }.sorted { $0.key < $1.key }.map {
      "\($0.key) \(String(format: "%.2f %.2f", $0.value[0], $0.value[1]))"
    }
  }

  private func report(_ examples: [Example], _ documents: [String], _ held: [Double]) {
    var judged: [(fitted: Double, shipped: Double, isGood: Bool)] = []
    var best: (fitted: [Bool], shipped: [Bool]) = ([], [])
    for part in 0..<10 {
      let out = Set(documents.indices.filter { $0 % 10 == part }.map { documents[$0] })
      let regression = Regression(examples.filter { !out.contains($0.document) }, ridge: held)
      for document in out.sorted() {
        let own = examples.filter { $0.document == document }
        let rows = own.map { (regression.score($0), $0.score, $0.isGood) }
        judged += rows.map { (fitted: $0.0, shipped: $0.1, isGood: $0.2) }
        let fifth = max(1, own.count / 5)
        best.fitted += rows.sorted { $0.0 > $1.0 }.prefix(fifth).map(\.2)
        best.shipped += rows.sorted { $0.1 > $1.1 }.prefix(fifth).map(\.2)
      }
    }
    print("                      fitted  shipped")
    print("top fifth of each     \(Self.share(best.fitted))  \(Self.share(best.shipped))")
    for part in [0.1, 0.2, 0.4] {
      let count = max(1, Int(Double(judged.count) * part))
      let fitted = judged.sorted { $0.fitted > $1.fitted }.prefix(count).map(\.isGood)
      let shipped = judged.sorted { $0.shipped > $1.shipped }.prefix(count).map(\.isGood)
      let name = Self.padded("top \(Int(part * 100)) % of all", 22)
      print("\(name)\(Self.share(fitted))  \(Self.share(shipped))")
    }
    for least in [-0.5, 0, 0.5, 1, 1.5, 2] {
      let above = judged.filter { $0.fitted >= least }.map(\.isGood)
      print("score from \(least): \(above.count) candidates, \(Self.share(above)) acceptable")
    }
  }

  private static func share(_ all: [Bool]) -> String {
    padded(percent(Double(all.count { $0 }) / Double(max(1, all.count))), 6)
  }

  private static func percent(_ share: Double) -> String { String(format: "%.0f %%", share * 100) }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

import ArgumentParser
import Authoring
import Foundation

/// Fits the weights by logistic regression and judges them on documents that were left out.
struct Fit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit the ranking's weights to the judgements, and cross-validate over documents."
  )

  @Option(help: "How strongly weights are held at 0.")
  var ridge = 1.0

  @Option(help: "The file of judgements: document, form, answer, sentence, 1 or 0; tabs between.")
  var judgements = Labelled.judgements

  @Option(help: "Folders of the judged documents; those that are not there are left out.")
  var folder = Labelled.folders

  func run() throws {
    let examples = try Example.all(judgements: judgements, folders: folder)
    let documents = Set(examples.map(\.document)).sorted()
    print("\(examples.count) candidates of \(documents.count) documents,", terminator: " ")
    print("\(Self.percent(examples.share)) acceptable\n")
    print("Left out, each document once: acceptable among the best of its candidates")
    try report(examples, documents)
    print("\nWeights fitted to all")
    let regression = Regression(examples, ridge: ridge)
    for (name, weight) in zip(["constant"] + Ranking.names, regression.weights) {
      print("\(Self.padded(name, 22)) \(String(format: "%6.2f", weight))")
    }
  }

  private func report(_ examples: [Example], _ documents: [String]) throws {
    var judged: [(fitted: Double, shipped: Double, isGood: Bool)] = []
    var best: (fitted: [Bool], shipped: [Bool]) = ([], [])
    for document in documents {
      let regression = Regression(examples.filter { $0.document != document }, ridge: ridge)
      let own = examples.filter { $0.document == document }
      let rows = own.map { (regression.score($0), $0.score, $0.isGood) }
      judged += rows.map { (fitted: $0.0, shipped: $0.1, isGood: $0.2) }
      let fifth = max(1, own.count / 5)
      best.fitted += rows.sorted { $0.0 > $1.0 }.prefix(fifth).map(\.2)
      best.shipped += rows.sorted { $0.1 > $1.1 }.prefix(fifth).map(\.2)
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

/// A judged candidate as the regression sees it.
struct Example {
  let document: String
  /// A 1 for the constant, then a value for each feature of the ranking.
  let features: [Double]
  /// What the shipped weights give it.
  let score: Double
  let isGood: Bool

  /// The judgements whose candidates the generator still makes; documents not at hand are left out.
  static func all(judgements path: String, folders: [String]) throws -> [Example] {
    var judged: [String: [String: Bool]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { continue }
      judged[fields[0], default: [:]][fields[1...3].joined(separator: "\t")] = fields[4] == "1"
    }
    return try judged.sorted { $0.key < $1.key }.flatMap { document, verdicts -> [Example] in
      let paths = folders.map { "\($0)/\(document)" }
      guard let path = paths.first(where: FileManager.default.fileExists) else { return [] }
      return try Labelled.candidates(ofFileAt: path).compactMap { candidate in
        let asked = "\(candidate.form)\t\(candidate.answer)\t"
        return (verdicts[asked + candidate.source] ?? verdicts[asked]).map {
          Example(document, candidate, isGood: $0)
        }
      }
    }
  }

  private init(_ document: String, _ candidate: RankedCandidate, isGood: Bool) {
    self.document = document
    self.isGood = isGood
    score = candidate.score
    let values = Dictionary(
      candidate.features.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    features = [1] + Ranking.names.map { values[$0] ?? 0 }
  }
}

extension [Example] {
  var share: Double { Double(count(where: \.isGood)) / Double(Swift.max(1, count)) }
}

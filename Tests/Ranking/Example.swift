import Authoring
import Foundation

/// A judged candidate as the regression sees it.
struct Example {
  let document: String
  /// The places of its features among all, with their values.
  let features: [(index: Int, value: Double)]
  /// What the shipped weights give it.
  let score: Double
  let isGood: Bool

  /// What a weight belongs to.
  enum Name: Hashable {
    case constant
    case feature(String)
    /// A word of a question that asks for a number, or for words.
    case word(String, asksForNumber: Bool)

    var isWord: Bool { if case .word = self { true } else { false } }

    var asksForNumber: Bool { if case .word(_, true) = self { true } else { false } }

    var text: String {
      switch self {
      case .constant: "constant"
      case .feature(let name), .word(let name, _): name
      }
    }
  }

  /// The judgements whose candidates the generator still makes, with the names of all features;
  /// documents not at hand are left out.
  static func all(
    judgements path: String,
    folders: [String]
  ) throws -> (examples: [Example], names: [Name]) {
    let judged = try candidates(judgements: path, folders: folders)
    var holders: [Name: [String]] = [:]
    for example in judged {
      for word in words(of: example.candidate) {
        holders[word, default: []].append(example.document)
      }
    }
    let words = holders.filter {
      $0.value.count >= fewest && Set($0.value).count >= fewestDocuments
    }
    .keys.sorted { ($0.text, $0.asksForNumber ? 0 : 1) < ($1.text, $1.asksForNumber ? 0 : 1) }
    let names = [.constant] + Ranking.names.map(Name.feature) + words
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let examples = judged.map { document, candidate, isGood in
      var features = [(index: 0, value: 1.0)]
      for feature in candidate.features {
        if let place = places[.feature(feature.name)] { features.append((place, feature.value)) }
      }
      features += self.words(of: candidate).compactMap { places[$0] }.sorted().map { ($0, 1) }
      return Example(
        document: document,
        features: features,
        score: candidate.score,
        isGood: isGood
      )
    }
    return (examples, names)
  }

  /// A word in fewer candidates, or in fewer documents, tells of them alone.
  private static let fewest = 15
  private static let fewestDocuments = 5

  private static func words(of candidate: RankedCandidate) -> [Name] {
    candidate.words.map { .word($0, asksForNumber: candidate.asksForNumber) }
  }

  private static func candidates(
    judgements path: String,
    folders: [String]
  ) throws -> [(document: String, candidate: RankedCandidate, isGood: Bool)] {
    var judged: [String: [String: Bool]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { continue }
      judged[fields[0], default: [:]][fields[1...3].joined(separator: "\t")] = fields[4] == "1"
    }
    return try judged.sorted { $0.key < $1.key }.flatMap { document, verdicts in
      let paths = folders.map { "\($0)/\(document)" }
      guard let path = paths.first(where: FileManager.default.fileExists) else {
        return [(String, RankedCandidate, Bool)]()
      }
      return try Labelled.candidates(ofFileAt: path).compactMap { candidate in
        let asked = "\(candidate.form)\t\(candidate.answer)\t"
        return (verdicts[asked + candidate.source] ?? verdicts[asked]).map {
          (document, candidate, $0)
        }
      }
    }
  }
}

extension [Example] {
  var share: Double { Double(count(where: \.isGood)) / Double(Swift.max(1, count)) }
}

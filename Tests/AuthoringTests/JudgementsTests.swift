import Decks
import Foundation
import Reading
import TestKit
import Testing

@testable import Authoring

/// Those of the judgements behind the ranking whose documents are here, and what the ranking makes of them.
@Suite struct JudgementsTests {
  private static let folder = "\(Shared.packageRoot)/Tests/AuthoringTests/Labels"

  /// Document, form, answer, sentence, 1 or 0.
  private static func lines() throws -> [[String]] {
    try String(contentsOfFile: "\(folder)/judgements.tsv", encoding: .utf8)
      .split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `there are enough of them, of documents that are here`() throws {
    let lines = try Self.lines()
    #expect(lines.allSatisfy { $0.count == 5 && ["0", "1"].contains($0[4]) })
    let own = lines.filter { !$0[3].isEmpty }
    #expect(own.count >= 300)
    let documents = Set(own.map { $0[0] })
    #expect(documents.count >= 12)
    for document in documents {
      #expect(FileManager.default.fileExists(atPath: "\(Self.folder)/\(document)"), "\(document)")
    }
  }

  /// Without the parser, so that it holds on any machine; with it the share is higher.
  @Test func `the best fifth of each document is mostly acceptable`() throws {
    var verdicts: [String: Bool] = [:]
    for line in try Self.lines() { verdicts[line[0] + line[2] + line[3]] = line[4] == "1" }
    var best: [Bool] = []
    for document in Set(try Self.lines().filter { !$0[3].isEmpty }.map { $0[0] }) {
      let file = try DocumentFile.read("\(Self.folder)/\(document)")
      let judged = Generator().rankedCandidates(of: try Document(file)).compactMap { candidate in
        let sentence = candidate.sentence.split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        let answers = candidate.card.questions(id: CardID("x"), deck: "").map {
          KnownCard.words(of: $0.key)
        }
        return verdicts[document + (answers.first ?? "") + sentence].map { (candidate.score, $0) }
      }
      best += judged.sorted { $0.0 > $1.0 }.prefix(max(1, judged.count / 5)).map(\.1)
    }
    #expect(best.count >= 50)
    #expect(Double(best.count { $0 }) >= 0.75 * Double(best.count), "\(best.count { $0 })")
  }
}

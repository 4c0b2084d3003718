import ArgumentParser
import Decks
import Foundation

/// Parsing of decks beside the plainest walk over the same bytes: counting their lines.
struct ParseSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Parsing decks on one core, in MB/s, at three sizes."
  )

  @Option(help: "A folder of decks whose text is repeated to the sizes wanted.")
  var decks = "Decks"

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let sample = try Self.sample(decks)
    let rows = [100, 10_000, 100_000].map { measure(sample, cards: $0) }
    MeasurementReport(peer: "count lines", rows: rows).printAll(json: json)
    guard !json else { return }
    for row in rows {
      let megabytes = Double(Self.text(sample, cards: row.size).count) / 1e6
      print(String(format: "%7d cards: %.1f MB/s", row.size, megabytes / row.ours.median * 1e6))
    }
  }

  private func measure(_ sample: [[UInt8]], cards: Int) -> Measurement {
    let text = Self.text(sample, cards: cards)
    var ours: [Double] = []
    var theirs: [Double] = []
    var parsed = 0
    var lines = 0
    for _ in 0..<rounds {
      var deck: Deck?
      ours.append(microseconds { deck = DeckParser.parse(text) })
      parsed += deck?.cards.count ?? 0
      theirs.append(microseconds { lines += text.count { $0 == 0x0A } })
    }
    precondition(parsed > 0 && lines > 0, "the sample holds no cards")
    return Measurement(name: "parse", size: cards, ours: ours, peer: theirs)
  }

  /// The cards of a folder's decks, each as its bytes.
  private static func sample(_ folder: String) throws -> [[UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.flatMap { name in
      let deck = DeckParser.parse(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
      return deck.cards.map { placed in
        let end = placed.lines.upperBound
        let last = end < deck.lines.count ? deck.lines[end].start : deck.source.count
        return Array(deck.source[placed.heading.bytes.lowerBound..<last])
      }
    }
  }

  private static func text(_ sample: [[UInt8]], cards: Int) -> [UInt8] {
    var text = Array("---\nrounds: 1\n---\n\n".utf8)
    for card in 0..<cards { text += sample[card % sample.count] }
    return text
  }
}

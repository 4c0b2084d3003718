import ArgumentParser
import Foundation
import Scheduling

/// Memory states from whole histories of fifty reviews, beside fsrs-rs.
struct ReplaySpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "The memory states that histories lead to, against fsrs-rs, at three sizes."
  )

  @Option(help: "A Python that has fsrs-rs-python; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  private static let length = 50

  func run() throws {
    let peer = FSRSPeer.start(python: python)
    let rows = try [200, 2000, 20_000].map { try measure(cards: $0, peer) }
    MeasurementReport(peer: "fsrs-rs", rows: rows).printAll(json: json)
    guard !json else { return }
    for row in rows {
      print(String(format: "%8d reviews: %.1f million a second", row.size, row.ours.rate(row.size)))
    }
  }

  private func measure(cards: Int, _ peer: FSRSPeer?) throws -> Measurement {
    let log = Self.log(cards: cards)
    let grades = log.map { Grade(rawValue: $0.grade) ?? .good }
    let waits = log.indices.map { $0 % Self.length == 0 ? 0 : log[$0].day - log[$0 - 1].day }
    var ours: [Double] = []
    var theirs: [Double] = []
    var total = 0.0
    try peer?.load(log)
    for _ in 0..<rounds {
      ours.append(microseconds { total += Self.replay(grades, waits) })
      if let peer { theirs.append(try peer.ask("replay").microseconds) }
    }
    precondition(total > 0, "nothing was replayed")
    return Measurement(name: "replay", size: log.count, ours: ours, peer: theirs)
  }

  private static func replay(_ grades: [Grade], _ waits: [Int]) -> Double {
    let model = MemoryModel(.standard)
    var total = 0.0
    for card in stride(from: 0, to: grades.count, by: length) {
      var state: MemoryState?
      for review in card..<card + length {
        state = model.next(state, grades[review], elapsedDays: waits[review])
      }
      total += state?.stability ?? 0
    }
    return total
  }

  private static func log(cards: Int) -> [LoggedReview] {
    var random = SplitMix64(seed: 1)
    var log: [LoggedReview] = []
    for card in 0..<cards {
      var day = 0
      for review in 0..<length {
        day += review == 0 ? 0 : Int.random(in: 0...40, using: &random)
        let grade = [1, 3, 3, 3, 4][Int.random(in: 0..<5, using: &random)]
        let time = Int64(day) * 86_400_000 + Int64(review)
        log.append(LoggedReview(card: card, day: day, grade: grade, time: time))
      }
    }
    return log
  }
}

extension [Double] {
  /// Of so many things done in the median time, the millions a second.
  func rate(_ count: Int) -> Double { Double(count) / median }
}

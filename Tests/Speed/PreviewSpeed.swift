import ArgumentParser
import Foundation
import Scheduling

/// The four states that may follow, beside the four of fsrs-rs.
struct PreviewSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "What follows each of the four grades, against fsrs-rs, at three amounts."
  )

  @Option(help: "A Python that has fsrs-rs-python; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let peer = FSRSPeer.start(python: python)
    let rows = try [2000, 20_000, 200_000].map { try measure(count: $0, peer) }
    MeasurementReport(peer: "fsrs-rs", rows: rows).printAll(json: json)
    guard !json else { return }
    for row in rows {
      print(
        String(format: "%8d previews: %.2f million a second", row.size, row.ours.rate(row.size))
      )
    }
  }

  /// Ours have learning steps, fuzz and due dates in them; theirs are called through Python.
  private func measure(count: Int, _ peer: FSRSPeer?) throws -> Measurement {
    let scheduler = Scheduler()
    let known = scheduler.next(nil, .easy, now: 0, day: 0, seed: 1)
    var ours: [Double] = []
    var theirs: [Double] = []
    var total = 0.0
    for _ in 0..<rounds {
      ours.append(
        microseconds {
          for index in 0..<count {
            let day = index % 40
            let now = Int64(day) * 86_400_000
            let preview = scheduler.preview(known, now: now, day: day, seed: UInt64(index))
            total += preview.good.memory.stability
          }
        }
      )
      if let peer { theirs.append(try peer.ask("preview \(count)").microseconds) }
    }
    precondition(total > 0, "nothing was previewed")
    return Measurement(name: "preview", size: count, ours: ours, peer: theirs)
  }
}

import ArgumentParser
import Foundation
import Scheduling

/// Judging weights beside fsrs-rs, which replays the history before every item.
struct EvaluationSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluation",
    abstract: "Log loss, error over bins and calibration of a log, against fsrs-rs."
  )

  @Option(help: "A Python that has fsrs-rs-python; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let peer = FSRSPeer.start(python: python)
    let rows = try SpeedLogs.sizes(of: SpeedLogs.large()).map { try measure($0, peer) }
    MeasurementReport(peer: "fsrs-rs", rows: rows).printAll(json: json)
  }

  private func measure(_ log: [LoggedReview], _ peer: FSRSPeer?) throws -> Measurement {
    let set = TrainingSet(log, everyAnswerGrows: true)
    var ours: [Double] = []
    var theirs: [Double] = []
    try peer?.load(log)
    for _ in 0..<rounds {
      var loss = 0.0
      ours.append(
        microseconds { loss = Evaluation(of: .standard, on: set, weighting: .recent).logLoss }
      )
      guard let reply = try peer?.ask("evaluate") else { continue }
      theirs.append(reply.microseconds)
      precondition(abs((reply.logLoss ?? 0) - loss) < 1e-5, "the two judge differently")
    }
    return Measurement(name: "evaluation", size: set.itemCount, ours: ours, peer: theirs)
  }
}

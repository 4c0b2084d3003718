import ArgumentParser
import Foundation
import Scheduling

/// Fitting the weights beside fsrs-rs in the setting of Anki (card ids, 8 epochs), taken in turns.
struct OptimizerSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimizer",
    abstract: "Fitting weights, against fsrs-rs: time, objective, and log loss on reviews held out."
  )

  @Option(help: "A Python that has fsrs-rs-python; make speed prepares it.")
  var python = ".build/peers/bin/python3"

  @Option(help: "Rounds.")
  var rounds = 7

  @Option(help: "Threads of ours; fsrs-rs trains on one.")
  var threads = 2

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let peer = FSRSPeer.start(python: python)
    let large = try SpeedLogs.large()
    var rows: [Measurement] = []
    for log in SpeedLogs.sizes(of: large) { rows += try measure(log, peer, name: "minimum") }
    for log in SpeedLogs.sizes(of: large) { rows += try measure(log, peer, name: "fit from log") }
    if let real = try SpeedLogs.real() {
      rows += try measure(real.reviews, peer, name: "minimum, real")
      rows += try measure(real.reviews, peer, name: "fit, real")
    }
    for log in SpeedLogs.sizes(of: large) { rows.append(measureDual(log)) }
    MeasurementReport(peer: "fsrs-rs", rows: rows).printAll(json: json)
    guard !json else { return }
    let logs = [try SpeedLogs.real(), large].compactMap { $0 }
    try printQuality(logs, peer)
    try printHeldOut(logs + SpeedLogs.others(), peer)
  }

  /// Either the bare minimum over a set made ready, or all that a learner waits for.
  private func measure(
    _ log: [LoggedReview],
    _ peer: FSRSPeer?,
    name: String
  ) throws -> [Measurement] {
    let set = TrainingSet(log, everyAnswerGrows: true)
    let optimizer = Optimizer(threads: threads)
    var ours: [Double] = []
    var theirs: [Double] = []
    try peer?.load(log)
    for _ in 0..<rounds {
      ours.append(
        name.hasPrefix("minimum")
          ? microseconds { _ = optimizer.minimum(over: set) }
          : microseconds { _ = optimizer.fit(TrainingSet(log, everyAnswerGrows: true)) }
      )
      if let peer { theirs.append(try peer.ask("train 8").microseconds) }
    }
    return [Measurement(name: name, size: set.itemCount, ours: ours, peer: theirs)]
  }

  /// Fitting FSRS-7, which no peer can.
  private func measureDual(_ log: [LoggedReview]) -> Measurement {
    let set = TrainingSet(log, predicting: .allAnswers)
    let times = (0..<3).map { _ in
      microseconds { _ = Optimizer(threads: threads).fitDual(set) }
    }
    return Measurement(name: "fit FSRS-7", size: set.itemCount, ours: times, peer: [])
  }

  /// The objective that both minimise, and the log loss of the items learned from.
  private func printQuality(_ logs: [SpeedLogs.Named], _ peer: FSRSPeer?) throws {
    print("\nlearned from all        ours: passes  objective  log loss    fsrs-rs: log loss")
    for log in logs {
      let set = TrainingSet(log.reviews, everyAnswerGrows: true)
      let found = Optimizer(threads: threads).minimum(over: set)
      let loss = Evaluation(of: found.weights, on: set).logLoss
      print(
        padded(log.name),
        String(format: "%12d  %9.2f  %.6f", found.passes, found.value, loss),
        try theirs(peer, log, share: 1, judgedBy: set, epochs: 8)
      )
    }
  }

  /// Learned from the first 80 % of the items, judged by the rest.
  private func printHeldOut(_ logs: [SpeedLogs.Named], _ peer: FSRSPeer?) throws {
    print("\nlast 20 % held out        items  standard      ours    fsrs-rs: 5 epochs, 8 epochs")
    for log in logs {
      let (training, test) = TrainingSet(log.reviews, everyAnswerGrows: true).divided(at: 0.8)
      let fit = Optimizer(threads: threads).fit(training)
      print(
        padded(log.name),
        String(
          format: "%9d  %.6f  %.6f",
          test.itemCount,
          Evaluation(of: .standard, on: test).logLoss,
          Evaluation(of: fit.weights, on: test).logLoss
        ),
        try theirs(peer, log, share: 0.8, judgedBy: test, epochs: 5, 8)
      )
    }
  }

  private func theirs(
    _ peer: FSRSPeer?,
    _ log: SpeedLogs.Named,
    share: Double,
    judgedBy set: TrainingSet,
    epochs: Int...
  ) throws -> String {
    guard let peer else { return "" }
    try peer.load(log.reviews, share: share)
    return try epochs.map { epochs in
      let weights = try Weights(try peer.ask("train \(epochs)").weights ?? [])
      return String(format: "  %.6f", Evaluation(of: weights, on: set).logLoss)
    }.joined()
  }

  private func padded(_ name: String) -> String {
    name.padding(toLength: 20, withPad: " ", startingAt: 0)
  }
}

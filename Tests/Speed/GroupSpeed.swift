import ArgumentParser
import Foundation
import Scheduling

/// What a fit to each part of a log adds to one fit to all of it; no measurement of time.
struct GroupSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "Log loss held out of one fit a group of cards, against one fit to all cards.",
    discussion: """
      The logs know no decks. Their cards are parted into groups by their ids, in runs of seven, which \
      stays the same whatever is added. Weights are learned from the first 80 % of each group's items, \
      drawn to those of one fit to the first 80 % of all, and both are judged by the rest. "Saved" is what the \
      groups' own weights save on an item, with its standard error; below 0 they do harm.
      """
  )

  func run() throws {
    print("log             groups    items  standard  one fit   own fits  saved ± s.e.")
    for log in [try SpeedLogs.real(), try SpeedLogs.large()].compactMap({ $0 }) {
      let whole = Optimizer().fit(TrainingSet(log.reviews).divided(at: 0.8).training).weights
      for groups in [2, 4, 8, 16] { report(log, groups, whole) }
    }
  }

  private func report(_ log: SpeedLogs.Named, _ groups: Int, _ whole: Weights) {
    var standard: [Forecast] = []
    var one: [Forecast] = []
    var own: [Forecast] = []
    for group in 0..<groups {
      let part = log.reviews.filter { $0.card / 7 % groups == group }
      let (training, test) = TrainingSet(part).divided(at: 0.8)
      standard += test.forecasts(by: .fsrs6(.standard))
      one += test.forecasts(by: .fsrs6(whole))
      let fit = Optimizer().fit(training, drawnTo: .fsrs6(whole), relearningSteps: 1)
      own += test.forecasts(by: fit.weights)
    }
    let gain = Advantage(of: own, over: one)
    print(
      log.name.padding(toLength: 15, withPad: " ", startingAt: 0),
      String(
        format: "%6d %8d  %.6f  %.6f  %.6f  %+.6f ± %.6f",
        groups,
        own.count,
        Evaluation(standard).logLoss,
        Evaluation(one).logLoss,
        Evaluation(own).logLoss,
        gain.mean,
        gain.standardError
      )
    )
  }
}

import ArgumentParser
import Foundation
import Scheduling

/// What the success of late adds to either model on reviews held out; no measurement of time.
struct CorrectionSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correction",
    abstract: "Log loss and RMSE(bins) held out, with and without a recent-success correction.",
    discussion: """
      Weights are learned from the first 80 % of the items of each log, or are the standard ones, and \
      judged by the last 20 %. The correction runs through all items in order of time. "Saved" is the \
      log loss it saves on an item, with its standard error; below 0 it does harm.
      """
  )

  func run() throws {
    print(
      "log                model          items  log loss    RMSE  correction            saved ± s.e.     RMSE"
    )
    for log in [try SpeedLogs.real(), try SpeedLogs.large()].compactMap({ $0 }) + SpeedLogs.others()
    {
      for predicted in [TrainingSet.Predicted.laterDays, .allAnswers] {
        let set = TrainingSet(log.reviews, predicting: predicted)
        let (training, test) = set.divided(at: 0.8)
        for (name, weights) in models(predicted, training) {
          report(log.name, name, set.forecasts(by: weights), test.itemCount)
        }
      }
    }
  }

  private func models(
    _ predicted: TrainingSet.Predicted,
    _ training: TrainingSet
  ) -> [(String, ModelWeights)] {
    switch predicted {
    case .laterDays:
      [
        ("FSRS-6 standard", .fsrs6(.standard)),
        ("FSRS-6 fitted", .fsrs6(Optimizer().fit(training).weights)),
      ]
    case .allAnswers:
      [
        ("FSRS-7 standard", .fsrs7(.standard)),
        ("FSRS-7 fitted", .fsrs7(Optimizer().fitDual(training).weights)),
      ]
    }
  }

  private func report(_ log: String, _ model: String, _ forecasts: [Forecast], _ count: Int) {
    let plain = Evaluation(forecasts.suffix(count))
    for grouping in CorrectionGrouping.allCases {
      let corrected = grouping.corrected(forecasts).suffix(count)
      let gain = Advantage(of: corrected, over: forecasts.suffix(count))
      print(
        log.padding(toLength: 14, withPad: " ", startingAt: 0),
        model.padding(toLength: 15, withPad: " ", startingAt: 0),
        String(format: "%9d  %.6f  %.4f ", count, plain.logLoss, plain.rmse),
        grouping.rawValue.padding(toLength: 17, withPad: " ", startingAt: 0),
        String(
          format: "%+.6f ± %.6f  %.4f",
          gain.mean,
          gain.standardError,
          Evaluation(corrected).rmse
        )
      )
    }
  }
}

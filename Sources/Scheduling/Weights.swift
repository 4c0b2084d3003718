/// The 21 weights of FSRS-6, each under the name of what it does; always inside their bounds.
package struct Weights: Hashable, Sendable {
  /// w0: stability in days after a first "again".
  package let firstAgain: Double
  /// w1: stability in days after a first "hard".
  package let firstHard: Double
  /// w2: stability in days after a first "good".
  package let firstGood: Double
  /// w3: stability in days after a first "easy".
  package let firstEasy: Double

  /// w4: difficulty after a first "again".
  package let firstDifficulty: Double
  /// w5: how much less difficult a better first grade makes a card.
  package let firstDifficultySlope: Double
  /// w6: how much a later grade changes difficulty.
  package let difficultyChange: Double
  /// w7: how far difficulty is drawn back to that of an easy first answer, as a share.
  package let difficultyReversion: Double

  /// w8: how much stability grows when a card is recalled on a later day, as a logarithm.
  package let growth: Double
  /// w9: how that growth slackens as stability rises.
  package let growthSlackening: Double
  /// w10: how much more it is worth to recall what was nearly forgotten.
  package let growthSpacing: Double

  /// w11: how much stability is left after a lapse.
  package let lapse: Double
  /// w12: how much less is left of a difficult card.
  package let lapseDifficulty: Double
  /// w13: how much more is left of a stable one.
  package let lapseStability: Double
  /// w14: how much more is left where forgetting was to be expected.
  package let lapseForgetting: Double

  /// w15: the factor on growth after "hard".
  package let hardPenalty: Double
  /// w16: the factor on growth after "easy".
  package let easyBonus: Double

  /// w17: how much each better grade adds on the same day, as a logarithm.
  package let sameDayGrowth: Double
  /// w18: the grades added to every answer of the same day.
  package let sameDayOffset: Double
  /// w19: how growth of the same day slackens as stability rises.
  package let sameDaySlackening: Double

  /// w20: the exponent of forgetting.
  package let decay: Double

  /// The weights a learner starts with, fitted by the authors of FSRS-6 to many learners.
  package static let standard = Weights(complete: standardValues)

  /// Weights from a list of 21, of 19 (FSRS-5), of 17 (FSRS-4.5) or of none (the standard ones),
  /// filled up to 21 and cut to their bounds.
  package init(_ values: [Double]) throws(WeightsError) {
    self = Weights(bounded: try Self.filled(values))
  }

  /// Weights from 21 finite values, cut to their bounds.
  init(bounded values: [Double]) {
    self = Weights(complete: Self.clip(values, relearningSteps: 1))
  }

  /// The 21 weights in the order w0 to w20.
  package var values: [Double] {
    [
      firstAgain, firstHard, firstGood, firstEasy,
      firstDifficulty, firstDifficultySlope, difficultyChange, difficultyReversion,
      growth, growthSlackening, growthSpacing,
      lapse, lapseDifficulty, lapseStability, lapseForgetting,
      hardPenalty, easyBonus,
      sameDayGrowth, sameDayOffset, sameDaySlackening,
      decay,
    ]
  }

  /// The same weights for a scheduler that asks a lapsed card several times on one day: w17 and w18
  /// are bounded so that relearning never leaves a card more stable than before its lapse.
  package func clipped(relearningSteps: Int) -> Weights {
    Weights(complete: Self.clip(values, relearningSteps: relearningSteps))
  }

  /// Takes exactly 21 values.
  private init(complete w: [Double]) {
    firstAgain = w[0]
    firstHard = w[1]
    firstGood = w[2]
    firstEasy = w[3]
    firstDifficulty = w[4]
    firstDifficultySlope = w[5]
    difficultyChange = w[6]
    difficultyReversion = w[7]
    growth = w[8]
    growthSlackening = w[9]
    growthSpacing = w[10]
    lapse = w[11]
    lapseDifficulty = w[12]
    lapseStability = w[13]
    lapseForgetting = w[14]
    hardPenalty = w[15]
    easyBonus = w[16]
    sameDayGrowth = w[17]
    sameDayOffset = w[18]
    sameDaySlackening = w[19]
    decay = w[20]
  }
}

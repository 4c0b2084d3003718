/// The 21 weights of FSRS-6, each under the name of what it does; always inside their bounds.
package struct Weights: Hashable, Sendable {
  // Stability in days after a first answer: w0 to w3.
  package let firstAgain: Double
  package let firstHard: Double
  package let firstGood: Double
  package let firstEasy: Double

  // Difficulty: w4 after a first "again", w5 its fall with better first grades, w6 the change per
  // later grade, w7 the pull back towards an easy first answer.
  package let firstDifficulty: Double
  package let firstDifficultySlope: Double
  package let difficultyChange: Double
  package let difficultyReversion: Double

  // Growth when recalled on a later day: w8 its size (a logarithm), w9 how it slackens as stability
  // grows, w10 the reward of recalling what was nearly forgotten.
  package let growth: Double
  package let growthSlackening: Double
  package let growthSpacing: Double

  // Stability after a lapse: w11 its size, w12 less for the difficult, w13 more for the stable,
  // w14 more where forgetting was to be expected.
  package let lapse: Double
  package let lapseDifficulty: Double
  package let lapseStability: Double
  package let lapseForgetting: Double

  // Factors on growth: w15 for "hard", w16 for "easy".
  package let hardPenalty: Double
  package let easyBonus: Double

  // The same day again: w17 growth per grade, w18 its offset, w19 how it slackens with stability.
  package let sameDayGrowth: Double
  package let sameDayOffset: Double
  package let sameDaySlackening: Double

  /// The exponent of forgetting, w20.
  package let decay: Double

  /// The weights a learner starts with, fitted by the authors of FSRS-6 to many learners.
  package static let standard = Weights(complete: standardValues)

  /// Weights from a list of 21, of 19 (FSRS-5), of 17 (FSRS-4.5) or of none (the standard ones),
  /// filled up to 21 and cut to their bounds.
  package init(_ values: [Double]) throws(WeightsError) {
    self = Weights(complete: Self.clip(try Self.filled(values), relearningSteps: 1))
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

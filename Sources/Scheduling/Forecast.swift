/// What was said of one item before it happened, and what came of it.
package struct Forecast: Hashable, Sendable {
  /// The card by its place in the set.
  package let card: Int
  /// The grade of the card's first answer, 1 to 4.
  package let firstGrade: Int
  /// The recall predicted, 0 to 1.
  package var recall: Double
  /// Whether the card was recalled.
  package let isRecalled: Bool
  /// How much the item counts.
  let weight: Double
  /// Items with a like history.
  let bin: HistoryBin
}

/// Weights for some of the cards of a set.
package struct CardWeights: Hashable, Sendable {
  /// The cards by their places in the set.
  package let cards: Set<Int>
  package let weights: ModelWeights

  package init(cards: Set<Int>, weights: ModelWeights) {
    self.cards = cards
    self.weights = weights
  }
}

extension TrainingSet {
  /// The forecasts of all items in order of time.
  package func forecasts(
    by weights: ModelWeights,
    weighting: Evaluation.Weighting = .equal
  ) -> [Forecast] {
    let predictions = predictions(by: weights)
    let importance = weighting == .recent ? recencyWeights : nil
    let cards = cardOfReview
    return items.map { item in
      Forecast(
        card: cards[item],
        firstGrade: Int(grades[starts[cards[item]]]),
        recall: predictions.recall[item],
        isRecalled: grades[item] > 1,
        weight: importance?[item] ?? 1,
        bin: predictions.bins[item]
      )
    }
  }

  /// The forecasts of all items in order of time, those of some cards by weights of their own.
  package func forecasts(by weights: ModelWeights, own parts: [CardWeights]) -> [Forecast] {
    parts.reduce(into: forecasts(by: weights)) { forecasts, part in
      let own = self.forecasts(by: part.weights)
      for index in forecasts.indices where part.cards.contains(forecasts[index].card) {
        forecasts[index] = own[index]
      }
    }
  }

  /// The set with the items of some cards alone, by their places.
  package func part(of cards: Set<Int>) -> TrainingSet {
    let cardOfReview = cardOfReview
    return with(items: items.filter { cards.contains(cardOfReview[$0]) })
  }

  /// The number of items of every card.
  package var itemCounts: [Int] {
    let cardOfReview = cardOfReview
    return items.reduce(into: [Int](repeating: 0, count: cardCount)) { counts, item in
      counts[cardOfReview[item]] += 1
    }
  }

  /// The place of the card of every review.
  private var cardOfReview: [Int] {
    var cards = [Int](repeating: 0, count: reviewCount)
    for card in 0..<cardCount {
      for review in starts[card]..<starts[card + 1] { cards[review] = card }
    }
    return cards
  }
}

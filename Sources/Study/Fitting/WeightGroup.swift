package import Decks
package import Scheduling

/// The cards of a deck or a tag that are predicted better by weights of their own.
///
/// They are named one by one, so that the log alone tells by which weights a card was scheduled: tags
/// stand in no log. A card that joins the deck later follows the weights of all cards until the next
/// fit.
package struct WeightGroup: Hashable, Sendable {
  /// What the cards have in common.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case deck
    case tag
  }

  package let kind: Kind
  /// The name of the deck or the tag.
  package let name: String
  /// Weights of the model that schedules all cards.
  package let weights: ModelWeights
  /// The cards in the order of their ids.
  package let cards: [CardID]

  package init(kind: Kind, name: String, weights: ModelWeights, cards: [CardID]) {
    self.kind = kind
    self.name = name
    self.weights = weights
    self.cards = cards
  }
}

extension Parameters {
  /// The parameters as they are for the cards of a group.
  func of(_ group: WeightGroup) -> Parameters {
    var parameters = self
    parameters.modelWeights = group.weights
    parameters.groups = []
    return parameters
  }
}

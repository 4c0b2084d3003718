/// What a word does in its statement, as far as patterns can tell.
enum Tag: Hashable, Sendable {
  case determiner
  case pronoun
  case preposition
  case conjunction
  case subordinator
  case modal
  case auxiliary
  /// A finite verb, or an infinitive after `to` or a modal.
  case verb
  /// A past participle that opens a phrase or follows an auxiliary.
  case participle
  case gerund
  case adverb
  case infinitiveMark
  case number
  /// A noun, an adjective or a name.
  case noun
  case comma
  case mark

  /// Whether a noun phrase can hold a word of this kind.
  var isNominal: Bool {
    self == .noun || self == .number
  }

  /// Whether this opens the predicate of a clause.
  var isFinite: Bool {
    self == .modal || self == .auxiliary || self == .verb
  }
}

import Decks
import Scheduling
import Storage

// MARK: - In the log

extension WeightGroup {
  /// Writes the member `groups` of a `parameters` event, where there are any.
  static func encode(_ groups: [WeightGroup], into json: inout JSONWriter) {
    guard !groups.isEmpty else { return }
    json.key("groups")
    json.array { json in
      for group in groups {
        json.object { json in
          json.member(group.kind.rawValue, group.name)
          json.member("weights", group.weights.values)
          json.member("cards", group.cards.map(\.text))
        }
      }
    }
  }

  /// Reads the array.
  static func fields(_ json: inout JSONScanner) throws(JSONError) -> [Fields] {
    var groups: [Fields] = []
    try json.beginArray()
    while try json.nextElement() { groups.append(try Fields(&json)) }
    return groups
  }

  /// A group before it is known which model its weights are of.
  struct Fields {
    private var kind: Kind?
    private var name = ""
    private var weights: [Double] = []
    private var cards: [String] = []

    /// Reads the object; unknown keys are skipped.
    fileprivate init(_ json: inout JSONScanner) throws(JSONError) {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "weights": weights = try json.doubles()
        case "cards": cards = try json.strings()
        case "deck": (kind, name) = (.deck, try json.string().text)
        case "tag": (kind, name) = (.tag, try json.string().text)
        default: try json.skipValue()
        }
      }
    }

    /// The group; nil where it has no name, or weights of another model than other weights.
    func group(like model: ModelWeights) -> WeightGroup? {
      guard let kind, let weights = model.other(weights) else { return nil }
      return WeightGroup(kind: kind, name: name, weights: weights, cards: cards.map { CardID($0) })
    }
  }
}

extension ModelWeights {
  /// Other weights of the same model; nil where they are not as many.
  fileprivate func other(_ values: [Double]) -> ModelWeights? {
    guard values.count == self.values.count else { return nil }
    switch self {
    case .fsrs6: return (try? Weights(values)).map { .fsrs6($0) }
    case .fsrs7: return (try? DualWeights(values)).map { .fsrs7($0) }
    }
  }
}

// MARK: - In the snapshot

extension SnapshotWriter {
  mutating func put(_ groups: [WeightGroup]) {
    put(groups) { writer, group in
      writer.put(WeightGroup.Kind.allCases.firstIndex(of: group.kind) ?? 0)
      writer.put(group.name)
      writer.put(group.weights.values) { $0.put($1) }
      writer.put(group.cards) { $0.put($1.text) }
    }
  }
}

extension SnapshotReader {
  mutating func groups() throws(Fault) -> [WeightGroup] {
    try list { reader throws(Fault) in
      let (kind, name) = (try reader.number(), try reader.text())
      guard WeightGroup.Kind.allCases.indices.contains(kind) else { throw Fault() }
      let values = try reader.list { reader throws(Fault) in try reader.double() }
      return WeightGroup(
        kind: WeightGroup.Kind.allCases[kind],
        name: name,
        weights: try reader.weights(values),
        cards: try reader.list { reader throws(Fault) in CardID(try reader.text()) }
      )
    }
  }
}

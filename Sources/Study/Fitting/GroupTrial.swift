import Decks
package import Scheduling

/// One deck or tag, and what weights of its own save on the reviews held back.
package struct TriedGroup: Hashable, Sendable {
  package let kind: WeightGroup.Kind
  package let name: String
  /// What is predicted, and how much of it was held back.
  package let items: Int
  package let tested: Int
  /// What its own weights save over those of all cards.
  package let gain: Advantage
  /// Whether that is beyond chance, so that it is to have them.
  package let isKept: Bool
}

/// Tries weights of their own for decks and tags, against those fitted to all cards.
///
/// Decks come first, in the order of their names. Tags are tried after them, those of most cards
/// first, with the cards alone that no deck or tag before took. So each card is in one group at most.
struct GroupTrial {
  /// All that were tried, in their order.
  private(set) var tried: [TriedGroup] = []
  /// Those to be kept, with what all their reviews teach.
  private(set) var groups: [WeightGroup] = []
  /// For the same, what the older reviews teach.
  private(set) var trained: [CardWeights] = []

  private let material: TrainingMaterial
  private let optimizer: Optimizer
  private let steps: Int
  /// The cards that are in no group, by their places.
  private var free: Set<Int>

  /// All reviews and both their parts, and the weights fitted to all cards.
  struct Whole {
    let set: TrainingSet
    let training: TrainingSet
    let test: TrainingSet
    let fit: ModelWeights
    let trained: ModelWeights
    /// The items of every card, and how many of them were held back.
    private let items: [Int]
    private let tested: [Int]

    init(
      set: TrainingSet,
      training: TrainingSet,
      test: TrainingSet,
      fit: ModelWeights,
      trained: ModelWeights
    ) {
      self.set = set
      self.training = training
      self.test = test
      self.fit = fit
      self.trained = trained
      items = set.itemCounts
      tested = test.itemCounts
    }

    func items(of cards: Set<Int>) -> Int { cards.reduce(0) { $0 + items[$1] } }
    func tested(of cards: Set<Int>) -> Int { cards.reduce(0) { $0 + tested[$1] } }
  }

  init(_ material: TrainingMaterial, optimizer: Optimizer, relearningSteps: Int) {
    self.material = material
    self.optimizer = optimizer
    steps = relearningSteps
    free = Set(material.cards.indices)
  }

  /// Tries all decks, and then the tags of the cards left over.
  mutating func run(on whole: Whole, tags: [CardID: [String]]) {
    let all = (decks + tagged(tags)).filter { isWorthTrying($0, whole) }
    for one in all {
      var one = one
      one.cards.formIntersection(free)
      if isWorthTrying(one, whole) { attempt(one, among: all.count, whole) }
    }
  }

  private typealias Candidate = (kind: WeightGroup.Kind, name: String, cards: Set<Int>)

  private var decks: [Candidate] {
    Dictionary(grouping: material.decks.indices) { material.decks[$0] }
      .map { (kind: .deck, name: $0.key, cards: Set($0.value)) }
      .sorted { $0.name < $1.name }
  }

  private func tagged(_ tags: [CardID: [String]]) -> [Candidate] {
    var cards: [String: Set<Int>] = [:]
    for (place, card) in material.cards.enumerated() {
      for tag in tags[card] ?? [] { cards[tag, default: []].insert(place) }
    }
    return cards.map { (kind: .tag, name: $0.key, cards: $0.value) }
      .sorted { (-$0.cards.count, $0.name) < (-$1.cards.count, $1.name) }
  }

  /// A group needs enough items; and the weights of all cards are those of a group that has all.
  private func isWorthTrying(_ one: Candidate, _ whole: Whole) -> Bool {
    one.cards.count < material.cards.count
      && whole.items(of: one.cards) >= FitTrial.fewItems
      && whole.tested(of: one.cards) >= FitTrial.leastToJudge
  }

  private mutating func attempt(_ one: Candidate, among count: Int, _ whole: Whole) {
    let test = whole.test.part(of: one.cards)
    let older = fit(whole.training.part(of: one.cards), whole.trained)
    guard older.extent == .everything else { return }
    let gain = Advantage(of: older.weights, over: whole.trained, on: test)
    let isKept = gain.isBeyondChance(among: count)
    tried.append(
      TriedGroup(
        kind: one.kind,
        name: one.name,
        items: whole.items(of: one.cards),
        tested: test.itemCount,
        gain: gain,
        isKept: isKept
      )
    )
    if isKept { keep(one, older.weights, whole) }
  }

  private mutating func keep(_ one: Candidate, _ older: ModelWeights, _ whole: Whole) {
    trained.append(CardWeights(cards: one.cards, weights: older))
    groups.append(
      WeightGroup(
        kind: one.kind,
        name: one.name,
        weights: fit(whole.set.part(of: one.cards), whole.fit).weights,
        cards: one.cards.sorted().map { material.cards[$0] }
      )
    )
    free.subtract(one.cards)
  }

  private func fit(_ set: TrainingSet, _ whole: ModelWeights) -> Optimizer.Fit<ModelWeights> {
    optimizer.fit(set, drawnTo: whole, relearningSteps: steps)
  }
}

extension TrainingMaterial {
  /// The groups in force, by the places of their cards; a card belongs to the first that has it.
  func weights(of groups: [WeightGroup]) -> [CardWeights] {
    var free = Dictionary(uniqueKeysWithValues: zip(cards, cards.indices))
    return groups.map { group in
      CardWeights(
        cards: Set(group.cards.compactMap { free.removeValue(forKey: $0) }),
        weights: group.weights
      )
    }
  }
}

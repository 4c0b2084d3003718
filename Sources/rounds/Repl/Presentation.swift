import Decks
import Scheduling

/// In what order the options or steps of a question are shown.
///
/// Options stand as in the file where they are numeric or alphabetical, which readers rely on; the
/// steps of an Order card never stand in their right order.
struct Presentation {
  /// Display position i shows part `order[i]`; empty for kinds without parts.
  let order: [Int]

  /// A presentation; without a generator options keep the order of the file.
  init(of question: Question, shuffling generator: inout SplitMix64?) {
    switch question.key {
    case .choice(let choice):
      let texts = choice.options.map(\.text)
      let indices = Array(texts.indices)
      order = Self.isSorted(texts) ? indices : Self.shuffled(indices, with: &generator)
    case .order(let ordering):
      order = Self.steps(ordering.steps.count, id: question.id, generator: &generator)
    case .text, .blanks, .truth, .numeric:
      order = []
    }
  }

  /// The letter or number of a display position.
  static func letter(_ position: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(position, 25))))
  }

  /// The keys of the options whose display letters were typed.
  func chosenKeys(of question: Question, typed: String) -> [String] {
    guard case .choice(let choice) = question.key else { return [] }
    let typed = Set(typed.lowercased())
    return order.enumerated().compactMap { position, index in
      let key = choice.options[index].letter
      return typed.contains(Character(Self.letter(position))) && !key.isEmpty ? key : nil
    }
  }

  private static func shuffled(
    _ indices: [Int],
    with generator: inout SplitMix64?
  ) -> [Int] {
    guard var own = generator else { return indices }
    defer { generator = own }
    return indices.shuffled(using: &own)
  }

  /// Without a generator the card's id decides, so that a script meets the same order each time.
  private static func steps(
    _ count: Int,
    id: CardID,
    generator: inout SplitMix64?
  ) -> [Int] {
    var own = generator ?? SplitMix64(seed: cardSeed(id.text))
    let right = Array(0..<count)
    var order = right.shuffled(using: &own)
    if order == right { order.reverse() }
    if generator != nil { generator = own }
    return order
  }

  /// Whether the options stand in the order of their numbers or of the alphabet.
  private static func isSorted(_ texts: [String]) -> Bool {
    let numbers = texts.map { Double($0.prefix { $0.isNumber || $0 == "." }) }
    if !numbers.contains(nil) {
      let values = numbers.compactMap { $0 }
      return zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
    }
    let folded = texts.map { $0.lowercased() }
    return zip(folded, folded.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

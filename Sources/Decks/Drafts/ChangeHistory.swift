/// Changes of one file that can be taken back, the newest first, also where somebody else changed
/// other parts of it meanwhile.
package struct ChangeHistory<Label: Sendable>: Sendable {
  private var steps: [(inverse: DeckEdit.Splice, label: Label)] = []

  package init() {}

  package var isEmpty: Bool { steps.isEmpty }

  /// What the newest change was.
  package var last: Label? { steps.last?.label }

  /// Keeps a change of one's own; what changed nothing is none.
  package mutating func record(from before: [UInt8], to after: [UInt8], as label: Label) {
    guard before != after else { return }
    steps.append((DeckEdit.Splice(from: after, to: before), label))
  }

  /// Takes account of a change by somebody else, and gives the number of own changes that can no
  /// longer be taken back because theirs touches the same bytes.
  package mutating func follow(from before: [UInt8], to after: [UInt8]) -> Int {
    var foreign = DeckEdit.Splice(from: before, to: after)
    for index in steps.indices.reversed() {
      let inverse = steps[index].inverse
      guard let moved = inverse.rebased(over: foreign, leads: true),
        let carried = foreign.rebased(over: inverse, leads: false)
      else {
        steps.removeFirst(index + 1)
        return index + 1
      }
      steps[index].inverse = moved
      foreign = carried
    }
    return 0
  }

  /// The file without the newest change; nil where there is none.
  package func takingBack(from source: [UInt8]) -> [UInt8]? {
    steps.last?.inverse.applied(to: source)
  }

  /// Forgets the newest change once it was taken back.
  package mutating func forgetLast() {
    _ = steps.popLast()
  }
}

import Decks
import Terminal

/// Which kinds a draft can become, and why not the others.
enum TurnWords {
  static func lines(
    _ placed: PlacedCard,
    _ deck: Deck,
    possible: [Kind],
    width: Int
  ) -> [String] {
    let others = Kind.allCases.compactMap { kind -> String? in
      guard kind != placed.card.kind, !possible.contains(kind) else { return nil }
      do throws(CardTurn.Obstacle) {
        _ = try CardTurn.edit(placed, into: kind, in: deck)
        return nil
      } catch {
        return "  \(kind.rawValue): \(reason(error))"
      }
    }
    let names = possible.map { "\($0.rawValue.lowercased().prefix(1)) \($0.rawValue)" }
    let head =
      possible.isEmpty
      ? "This card cannot be turned into another kind without inventing something."
      : "Into which kind? \(names.joined(separator: ", ")); Enter for none. Not possible:"
    return Wrap(width).lines(head) + others.flatMap { Wrap(width, hanging: "    ").lines($0) }
  }

  static func reason(_ obstacle: CardTurn.Obstacle) -> String {
    switch obstacle {
    case .same: "the card is of that kind."
    case .needsOptions: "wrong options would have to be made up."
    case .needsStatement: "a false statement would have to be made up."
    case .needsSentence: "the sentence around the answer would have to be written."
    case .needsSteps: "the card names no steps."
    case .needsStages: "the card has no stages."
    case .severalBlanks: "several texts are hidden; p splits the card first."
    case .noQuantity: "the answer is no number with a unit."
    case .notDirect: "turn it into Basic first."
    case .leansOnKind: "the question leans on its options, steps or stages."
    case .faulty: "the card would have a fault in that kind."
    }
  }

  static func reason(_ obstacle: CardMerge.Obstacle) -> String {
    switch obstacle {
    case .itself: "that is this draft."
    case .staged: "a Case and its stages belong together as they are."
    case .strayText: "one holds text that is in no field; e opens the editor."
    case .sameWords: "both hide some of the same words."
    case .sameDocument: "both say the same and cite the same document; r rejects one of them."
    case .uncited: "one of them cites no document."
    case .differentSentences: "they say different things."
    case .differentAnswers: "they ask for different answers, and not of one sentence with blanks."
    case .differentNumbers: "their numbers are not the same."
    case .differentPolarity: "one denies what the other states."
    case .otherKinds: "only Cloze and Basic cards that ask for one text can be compared."
    case .accept: "Accept would not say which blank it is about."
    case .differs(let name): "both have \(name), and it says different things; e opens the editor."
    case .faulty: "the card would have a fault."
    }
  }

  static func reason(_ obstacle: CardSplit.Obstacle) -> String {
    switch obstacle {
    case .notCloze: "only a Cloze says by itself where it can be parted."
    case .oneNumber: "all blanks have one number, so they are asked together."
    case .accept: "Accept does not say which blank it is about."
    case .faulty: "a part would have a fault."
    }
  }
}

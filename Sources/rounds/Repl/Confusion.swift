import Decks

/// Cards that are easily confused: stems that share most of their words, with different answers.
///
/// Source: Wozniak, "Effective learning: twenty rules of formulating knowledge", 1999, rule 11.
final class Confusion {
  private let shelf: Shelf
  private var known: [CardID: Face] = [:]

  /// The share of words from which two stems are taken for nearly the same.
  static let overlap = 0.6

  init(_ shelf: Shelf) {
    self.shelf = shelf
  }

  /// What a card shows and wants.
  private struct Face {
    let words: Set<String>
    let answer: String
  }

  func interferes(_ left: CardID, _ right: CardID) -> Bool {
    let (a, b) = (face(left), face(right))
    return a.answer != b.answer && WordSet.overlap(a.words, b.words) >= Self.overlap
  }

  private func face(_ card: CardID) -> Face {
    if let face = known[card] { return face }
    let question = shelf.question(card)
    let face = Face(
      words: WordSet.words(of: question?.stem ?? ""),
      answer: question?.key.answerText ?? ""
    )
    known[card] = face
    return face
  }
}

/// Whether two cards of different documents say the same, as far as their words tell.
enum SameFact {
  /// The least part of all their words that both must have.
  static let overlap = 0.5

  static func prove(_ first: Card, _ second: Card) throws(CardMerge.Obstacle) {
    guard let one = Words(first.body), let two = Words(second.body) else { throw .otherKinds }
    let documents = [first, second].map { Set($0.details.citations.map(\.document)) }
    guard one.answer == two.answer else {
      throw one.overlap(with: two) < overlap ? .differentSentences : .differentAnswers
    }
    guard one.numbers == two.numbers else { throw .differentNumbers }
    guard one.overlap(with: two) >= overlap else { throw .differentSentences }
    guard one.denials == two.denials else { throw .differentPolarity }
    guard documents.allSatisfy({ !$0.isEmpty }) else { throw .uncited }
    guard documents[0].isDisjoint(with: documents[1]) else { throw .sameDocument }
  }

  /// The words of a card in small letters.
  private struct Words {
    let answer: [String]
    let all: Set<String>

    /// Nil for a card that hides several texts or is not answered by words.
    init?(_ body: Card.Body) {
      switch body {
      case .question(let stem, .text(let key)):
        answer = Self.words(key.answer)
        all = Set(Self.words(stem) + answer)
      case .cloze(let text, _):
        guard let cloze = try? ClozeText(reading: text), cloze.blanks.count == 1 else { return nil }
        answer = cloze.blanks.flatMap { Self.words($0.text) }
        all = Set(Self.words(cloze.revealed))
      default: return nil
      }
    }

    var numbers: Set<String> { all.filter { $0.contains(where: \.isNumber) } }

    var denials: Set<String> { all.intersection(Self.negations) }

    func overlap(with other: Words) -> Double {
      let one = all.filter(Self.isTelling)
      let two = other.all.filter(Self.isTelling)
      let count = one.union(two).count
      return count == 0 ? 0 : Double(one.intersection(two).count) / Double(count)
    }

    private static func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber && !"%.'’-–".contains($0) }.map {
        var word = $0
        while let last = word.last, !last.isLetter, !last.isNumber, last != "%" {
          word.removeLast()
        }
        return String(word)
      }.filter { !$0.isEmpty }
    }

    private static func isTelling(_ word: String) -> Bool {
      word.count > 3 || word.contains(where: \.isNumber)
    }

    private static let negations: Set<String> = [
      "not", "no", "never", "none", "without", "neither", "nor", "cannot", "unless", "except",
    ]
  }
}

import Decks
import Terminal

/// Finds cards by their words, never giving away the one on the screen.
struct CardListing {
  private let shelf: Shelf
  /// The card on the screen, which is left out with its siblings.
  private let current: Question

  init(_ shelf: Shelf, besides current: Question) {
    self.shelf = shelf
    self.current = current
  }

  /// The most cards that are listed.
  private static let most = 10

  /// Cards whose question or answer has words that begin with all of these.
  func search(_ words: String, _ dialogue: Dialogue) -> [String] {
    let sought = WordSet.words(of: words)
    guard !sought.isEmpty else {
      return ["Type words to search for, such as \":search ketamine asthma\"."]
    }
    let found = others { $0.holds(wordsBeginningWith: sought) }
    return lines(found, dialogue, none: "No other card has these words.")
  }

  /// Cards whose stems share most of their words with the one on the screen.
  func similar(_ dialogue: Dialogue) -> [String] {
    let own = WordSet.words(of: current.stem)
    let found = others { question in
      WordSet.overlap(own, WordSet.words(of: question.stem)) >= Confusion.overlap
    }
    return lines(found, dialogue, none: "No other card asks nearly the same.")
  }

  /// The first questions that fit, the current card and its siblings left out.
  private func others(where fits: (Question) -> Bool) -> [Question] {
    var found: [Question] = []
    for entry in shelf.collection.entries where entry.id != current.group {
      guard found.count < Self.most else { break }
      found += shelf.collection.questions(of: entry).filter(fits)
    }
    return Array(found.prefix(Self.most))
  }

  private func lines(_ questions: [Question], _ dialogue: Dialogue, none: String) -> [String] {
    guard !questions.isEmpty else { return [none] }
    return questions.flatMap { question in
      Wrap(dialogue.width, hanging: "    ").lines(
        "\(question.id.text): \(question.stem)".sanitizedLine.shortened(to: 300)
      )
    }
  }
}

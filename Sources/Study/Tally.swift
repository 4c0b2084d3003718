package import Decks
package import Scheduling

/// What happened in a session, for its summary.
package struct Tally: Hashable, Sendable {
  /// Answers in order; undone ones are gone.
  package private(set) var answers: [Entry] = []
  package internal(set) var skipped = 0
  /// Cards that were not finished and wait for another session.
  package internal(set) var left = 0
  /// Cards that the learner set aside, by how.
  package internal(set) var setAside: [SetAside: Int] = [:]
  private var skipCounts: [CardID: Int] = [:]

  /// How a learner sets a card aside.
  package enum SetAside: String, Hashable, Sendable, CaseIterable {
    case buried
    case suspended
    case flagged
  }

  package struct Entry: Hashable, Sendable {
    package let item: Queue.Item
    package let grade: Grade
    package let isCorrect: Bool
    /// Milliseconds.
    package let elapsed: Int
    /// Whether the card was not finished and yet does not come back.
    let isLeft: Bool
  }

  mutating func take(
    _ item: Queue.Item,
    grade: Grade,
    isCorrect: Bool,
    elapsed: Int,
    isLeft: Bool = false
  ) {
    if isLeft { left += 1 }
    answers.append(
      Entry(item: item, grade: grade, isCorrect: isCorrect, elapsed: elapsed, isLeft: isLeft)
    )
  }

  /// Removes the newest answer and gives its item.
  mutating func takeBack() -> Queue.Item? {
    guard let entry = answers.popLast() else { return nil }
    if entry.isLeft { left -= 1 }
    return entry.item
  }

  /// Whether a card skipped now is asked again at the end: only the first time.
  mutating func note(skipOf card: CardID) -> Bool {
    skipCounts[card, default: 0] += 1
    return skipCounts[card] == 1
  }

  /// Different cards that were answered.
  package var cards: Int { Set(answers.map(\.item.id)).count }

  /// Cards that were answered for the first time ever.
  package var newCards: Int { Set(answers.filter(\.item.isNew).map(\.item.id)).count }

  package func count(of grade: Grade) -> Int {
    answers.count { $0.grade == grade }
  }

  /// How many cards were recalled at their first answer of the session.
  package var firstTry: Share {
    var seen: Set<CardID> = []
    let first = answers.filter { seen.insert($0.item.id).inserted }
    return Share(of: first.count { $0.grade != .again }, in: first.count)
  }

  /// The answer times in milliseconds, shortest first.
  package var times: [Int] { answers.map(\.elapsed).sorted() }

  /// Cards answered wrongly at least once, in the order they were missed.
  package var missed: [CardID] {
    var seen: Set<CardID> = []
    return answers.filter { $0.grade == .again && seen.insert($0.item.id).inserted }
      .map(\.item.id)
  }
}

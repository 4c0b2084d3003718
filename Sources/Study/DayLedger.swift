import Scheduling

/// How many cards were met on each of the learner's days, for the daily limits.
struct DayLedger: Hashable, Sendable {
  /// Cards answered for the first time, by day.
  var new: [Int: Int] = [:]
  /// Cards answered that were known before, by day; a second answer on a day adds nothing.
  var reviewed: [Int: Int] = [:]
  /// Cards due, by the day; those that come back within a day are in none.
  var due: [Int: Int] = [:]

  /// Notes one answer of a card whose answer before it fell on another day or the same; nil for none.
  mutating func take(day: Int, after previous: Int?) {
    count(1, day: day, after: previous)
  }

  /// Adds a whole history, given by the days of its answers.
  mutating func add(_ days: some Sequence<Int>) {
    count(1, days)
  }

  /// Takes a whole history away.
  mutating func remove(_ days: some Sequence<Int>) {
    count(-1, days)
  }

  /// Notes that a card is due at another time; nil for a card that was never answered.
  mutating func move(from old: CardState?, to new: CardState?) {
    if let day = old?.dueDay { due.change(day, by: -1) }
    if let day = new?.dueDay { due.change(day, by: 1) }
  }

  /// Adds what was counted apart from it.
  mutating func add(_ other: DayLedger) {
    for (day, count) in other.new { new.change(day, by: count) }
    for (day, count) in other.reviewed { reviewed.change(day, by: count) }
    for (day, count) in other.due { due.change(day, by: count) }
  }

  private mutating func count(_ change: Int, _ days: some Sequence<Int>) {
    var previous: Int?
    for day in days {
      count(change, day: day, after: previous)
      previous = day
    }
  }

  private mutating func count(_ change: Int, day: Int, after previous: Int?) {
    guard let previous else { return new.change(day, by: change) }
    if previous != day { reviewed.change(day, by: change) }
  }
}

extension [Int: Int] {
  /// Counts up or down; what comes to nothing leaves no entry.
  fileprivate mutating func change(_ day: Int, by change: Int) {
    let count = (self[day] ?? 0) + change
    self[day] = count == 0 ? nil : count
  }
}

extension CardState {
  /// The learner's day on which the card is due; nil within a day.
  var dueDay: Int? {
    if case .day(let day) = due { return day }
    return nil
  }
}

/// One play of a simulator, day after day.
struct SimulatedRun {
  private let schedulers: [Scheduler]
  private let places: [Int]
  private let habits: Habits
  private let plan: Simulator.Plan
  private var random: SplitMix64
  private var cards: [CardState]
  /// The chance of each card.
  private var seeds: [UInt64]
  /// The cards due on each of the days, by their places; those due later are in none.
  private var calendar: [[Int]]
  private(set) var outcome = Simulator.Outcome()

  /// The most answers to a card on one day; then it waits for the next.
  static let mostAnswers = 6

  init(_ simulator: Simulator, seed: UInt64) {
    schedulers = simulator.schedulers
    places = simulator.places
    habits = simulator.habits
    plan = simulator.plan
    random = SplitMix64(seed: seed)
    cards = plan.known
    seeds = []
    calendar = [[Int]](repeating: [], count: plan.days)
    for card in cards.indices {
      seeds.append(random.next())
      enter(card, from: 0)
    }
  }

  mutating func play() {
    for day in 0..<plan.days {
      review(on: day)
      learn(on: day)
    }
    let end = plan.today + plan.days
    outcome.recalled = cards.indices.reduce(0) { $0 + recall(of: $1, on: end) }
    outcome.learned = Double(cards.count - plan.known.count)
  }
}

extension SimulatedRun {
  /// Asks what is due, within the limit the cards most nearly forgotten; the others wait a day.
  private mutating func review(on day: Int) {
    var due = calendar[day]
    calendar[day] = []
    if let limit = plan.reviewsPerDay, due.count > limit {
      due = mostUrgentFirst(due, on: day)
      let waiting = due[limit...]
      due = Array(due[..<limit])
      if day + 1 < plan.days { calendar[day + 1] += waiting }
      if day + 1 == plan.days { outcome.waiting = Double(waiting.count) }
    }
    outcome.reviews += Double(due.count)
    for card in due { cards[card] = ask(cards[card], card, on: day) }
    for card in due { enter(card, from: day + 1) }
  }

  private func mostUrgentFirst(_ due: [Int], on day: Int) -> [Int] {
    due.map { (recall: recall(of: $0, on: plan.today + day), card: $0) }
      .sorted { ($0.recall, $0.card) < ($1.recall, $1.card) }
      .map(\.card)
  }

  private mutating func learn(on day: Int) {
    let left = plan.new - (cards.count - plan.known.count)
    for _ in 0..<min(plan.newPerDay, left) {
      seeds.append(random.next())
      cards.append(ask(nil, cards.count, on: day))
      enter(cards.count - 1, from: day + 1)
    }
  }

  /// Notes when a card is due, at the earliest on a given one of the days.
  private mutating func enter(_ card: Int, from earliest: Int) {
    var day = earliest
    if case .day(let due) = cards[card].due { day = max(earliest, due - plan.today) }
    if day < plan.days { calendar[day].append(card) }
  }
}

extension SimulatedRun {
  /// The place of what asks a card.
  private func place(of card: Int) -> Int {
    card < places.count ? places[card] : 0
  }

  private func recall(of card: Int, on day: Int) -> Double {
    schedulers[place(of: card)].retrievability(of: cards[card], on: day)
  }

  /// Asks one card until it is left for another day.
  private mutating func ask(_ known: CardState?, _ card: Int, on day: Int) -> CardState {
    var state = next(known, card, on: day, repeats: 0)
    for repeats in 1..<Self.mostAnswers {
      guard case .moment = state.due else { break }
      state = next(state, card, on: day, repeats: repeats)
    }
    return state
  }

  private mutating func next(
    _ state: CardState?,
    _ card: Int,
    on day: Int,
    repeats: Int
  ) -> CardState {
    let today = plan.today + day
    let grade = answer(state, card, isFirstToday: repeats == 0, today: today)
    // A card that comes back within the day is asked at its time, the others in the morning.
    var now = Int64(today) * 86_400_000
    if repeats > 0, case .moment(let due) = state?.due { now = due }
    return schedulers[place(of: card)]
      .next(state, grade, now: now, day: today, seed: seeds[card])
  }

  private mutating func answer(
    _ state: CardState?,
    _ card: Int,
    isFirstToday: Bool,
    today: Int
  ) -> Grade {
    guard let state else { return answer(as: habits.first) }
    guard isFirstToday else { return answer(as: habits.sameDay) }
    guard draw() < schedulers[place(of: card)].retrievability(of: state, on: today) else {
      note(.again, habits.later)
      return .again
    }
    return answer(as: habits.later, from: .hard)
  }

  /// Draws a grade by its share among those from the lowest allowed on.
  private mutating func answer(as occasion: Habits.Occasion, from lowest: Grade = .again) -> Grade {
    let first = lowest.rawValue - 1
    var left = draw() * occasion.shares[first...].reduce(0, +)
    var grade = Grade.easy
    for candidate in Grade.allCases[first...] {
      left -= occasion.shares[candidate.rawValue - 1]
      if left < 0 {
        grade = candidate
        break
      }
    }
    note(grade, occasion)
    return grade
  }

  private mutating func note(_ grade: Grade, _ occasion: Habits.Occasion) {
    outcome.answers += 1
    outcome.milliseconds += occasion.time(of: grade)
  }

  /// A number from 0 up to and without 1.
  private mutating func draw() -> Double {
    Double(random.next() >> 11) * 0x1p-53
  }
}

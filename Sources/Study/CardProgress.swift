package import Decks
package import Scheduling
package import Storage

/// One answer in a card's history, with what statistics need of that moment.
package struct CardAnswer: Hashable, Sendable {
  package let event: ULID
  package let at: Timestamp
  /// The learner's day.
  package let day: Int
  /// Minutes east of UTC.
  package let offset: Int
  package let grade: Grade
  package let isCorrect: Bool
  /// What was typed where it was wrong, cut short; empty for a right answer.
  package let wrongAnswer: String
  /// Milliseconds.
  package let elapsed: Int
  /// Whether the card had left its learning steps before this answer.
  package internal(set) var wasInReview = false
  /// Days the card had been left for before this answer; 0 within a day.
  package internal(set) var intervalBefore = 0
  /// The recall predicted before the answer.
  package let predicted: Double?
  /// Which of the learner's timetables was in force, counted from 0.
  let term: Int
  /// The chance of the id under which the card was asked.
  let seed: UInt64
  /// How long the card rests as it was promised; nil where the scheduler decides.
  var promised: Interval?
  /// The card's face at this answer, by its place among the card's faces.
  var face = 0

  /// The characters that are kept of a wrong answer.
  static let longestWrongAnswer = 80

  /// What is kept of a wrong answer.
  static func shortened(_ answer: String) -> String {
    // No character is shorter than a byte.
    answer.utf8.count <= longestWrongAnswer ? answer : String(answer.prefix(longestWrongAnswer))
  }
}

extension CardAnswer {
  /// The answer with what the state before it tells.
  func following(_ state: CardState?) -> CardAnswer {
    var answer = self
    answer.wasInReview = state?.phase == .review
    answer.intervalBefore = state.map(\.wholeDays) ?? 0
    return answer
  }
}

/// What a card was when it was answered.
struct CardFace: Hashable {
  let deck: String
  let hash: ContentHash
}

/// A card's history and where it stands.
///
/// The standing follows from the history alone: the same answers under the same timetables give the
/// same state, whatever was undone or adopted on the way.
package struct CardProgress: Hashable, Sendable {
  package internal(set) var history: [CardAnswer] = []
  package internal(set) var state: CardState?
  /// Faces in the order of the history; answers to the same face share one.
  var faces: [CardFace] = []

  /// Whether the card has just been forgotten so often that learning it this way does not work:
  /// at eight lapses, and again at every fourth after.
  package var isLeech: Bool {
    guard let state, history.last?.grade == .again, history.last?.wasInReview == true else {
      return false
    }
    return state.lapses >= Self.leechLapses && (state.lapses - Self.leechLapses) % 4 == 0
  }

  static let leechLapses = 8

  init() {}

  /// A card that stands somewhere, without its history.
  init(state: CardState?) {
    self.state = state
  }

  /// What was typed wrongly so far, without repeats, the newest first.
  package var wrongAnswers: [String] {
    var seen: Set<String> = []
    return history.reversed().map(\.wrongAnswer).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The learner's days of the answers.
  var days: [Int] { history.map(\.day) }

  /// The deck in which the card was last answered.
  package var deck: String { lastFace?.deck ?? "" }

  /// The fingerprints of the card when it was last answered.
  package var hash: ContentHash? { lastFace?.hash }

  private var lastFace: CardFace? { history.last.map { faces[$0.face] } }

  /// Adds an answer that is later than all before it; gives the day of the one before.
  ///
  /// No face means that of the answer before.
  @discardableResult
  mutating func take(_ answer: CardAnswer, face: CardFace?, _ term: Timetable) -> Int? {
    turn(to: answer.seed, term)
    // Not by `last`, which would copy the whole answer.
    let previous = history.isEmpty ? nil : history[history.count - 1].day
    append(answer.following(state), face)
    state = term.next(state, after: answer)
    return previous
  }

  /// Adds an answer to the history alone.
  mutating func append(_ answer: CardAnswer, _ face: CardFace?) {
    if let face, faces.last != face { faces.append(face) }
    history.append(answer)
    history[history.count - 1].face = faces.count - 1
  }

  /// The card as if an answer had never been given; nil where no other is left.
  func without(_ event: ULID, terms: [Timetable]) -> CardProgress? {
    let rest = entries.filter { $0.answer.event != event }
    return rest.isEmpty ? nil : CardProgress(rest, terms: terms)
  }

  /// Whether an answer belongs before the last one.
  func isLater(than answer: CardAnswer) -> Bool {
    history.last.map { (answer.at, answer.event) < ($0.at, $0.event) } ?? false
  }

  /// The card with an answer that belongs before others.
  func with(_ answer: CardAnswer, _ face: CardFace, terms: [Timetable]) -> CardProgress {
    let all = (entries + [(answer, face)]).sorted {
      ($0.answer.at, $0.answer.event) < ($1.answer.at, $1.answer.event)
    }
    return CardProgress(all, terms: terms)
  }

  /// Both histories as one.
  func merged(with other: CardProgress, terms: [Timetable]) -> CardProgress {
    let all = (entries + other.entries).sorted {
      ($0.answer.at, $0.answer.event) < ($1.answer.at, $1.answer.event)
    }
    return CardProgress(all, terms: terms)
  }

  /// Makes memory follow the weights of another card, by its share of chance, where they differ.
  mutating func turn(to seed: UInt64, _ term: Timetable) {
    // Not by `last`, which would copy the whole answer.
    guard !term.isUniform, !history.isEmpty, history[history.count - 1].seed != seed,
      term.place(of: history[history.count - 1].seed) != term.place(of: seed)
    else { return }
    recomputeMemory(with: term.scheduler(of: seed).memory)
  }

  /// Computes memory anew under the weights of a timetable.
  mutating func recomputeMemory(under term: Timetable) {
    guard let last = history.last else { return }
    recomputeMemory(with: term.scheduler(of: last.seed).memory)
  }

  /// Computes stability and difficulty anew and leaves the rest of the state as it stands.
  private mutating func recomputeMemory(with model: some RecallModel) {
    var memory: MemoryState?
    var last: CardAnswer?
    var growth = SameDayGrowth()
    for answer in history {
      let before = last ?? answer
      let rest = Rest(
        days: answer.day - before.day,
        milliseconds: answer.at.milliseconds - before.at.milliseconds,
        isSurplus: growth.isSurplus(answer.grade, days: last.map { max(0, answer.day - $0.day) })
      )
      memory = model.next(memory, answer.grade, after: rest)
      last = answer
    }
    if let memory { state?.memory = memory }
  }
}

extension CardProgress {
  private typealias Entry = (answer: CardAnswer, face: CardFace)

  private var entries: [Entry] { history.map { ($0, faces[$0.face]) } }

  /// Goes through a history from its beginning, each answer under the timetable of its time.
  private init(_ entries: [Entry], terms: [Timetable]) {
    for (answer, face) in entries {
      let term = terms[answer.term]
      if let last = history.last { turn(from: terms[last.term], to: term) }
      take(answer, face: face, term)
    }
    if let last = history.last, let now = terms.last { turn(from: terms[last.term], to: now) }
  }

  private mutating func turn(from old: Timetable, to new: Timetable) {
    if new.parameters.remembersOtherwise(than: old.parameters) {
      recomputeMemory(under: new)
    }
  }
}

extension Scheduler {
  /// The state after an answer of the log; an interval that was promised is kept.
  func next(_ state: CardState?, after answer: CardAnswer) -> CardState {
    next(
      state,
      answer.grade,
      now: answer.at.milliseconds,
      day: answer.day,
      seed: answer.seed,
      promised: answer.promised
    )
  }
}

extension CardState {
  /// The interval in whole days, 0 within a day.
  package var wholeDays: Int {
    if case .days(let days) = interval { return days }
    return 0
  }
}

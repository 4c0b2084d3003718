import Decks
import Scheduling
import Storage

/// A whole log on its way to what follows from it.
///
/// Reviews are gathered as numbers and then applied card by card: under one timetable cards do not
/// touch each other, and a history that is made in one go costs a third of one that grows. What
/// concerns many cards is applied in its place between them. It comes to the same, bit for bit, as
/// `Progress` applying one event after the other.
struct Replay: Sendable {
  private var answers: [PiledAnswer] = []
  private var cards = CardPile()
  /// How many of the answers have the numbers of their cards.
  private var numbered = 0
  private var wrongAnswers: [String] = []
  /// Events that mean something else in another order.
  private var ordered: [Event] = []
  /// The ids of practice, sessions and the like, which are only counted.
  private var counted: [ULID] = []
  private var cramCount = 0
  private var unknownCount = 0
  private var edge = LogState.Edge()
  /// Whether the ids grew from one event to the next, and the first of them.
  private var isAscending = true
  private var first: ULID?
  private var history = StoredHistory(
    report: JournalReport(),
    puzzling: [],
    newer: [],
    repeated: 0,
    twins: []
  )

  /// A usual line has some 330 bytes, and none of a review less than this.
  private static let shortestLine = 224

  /// A replay of a log of so many bytes.
  init(ofBytes count: Int = 0) {
    // Memory that is not used costs nothing; moving what was gathered into more does.
    answers.reserveCapacity(count / Self.shortestLine)
  }

  /// Less than that is read by one thread alone, in bytes.
  private static let manyBytes = 1 << 22

  /// Reads all files of a store, several at a time.
  init(reading folder: StoreFolder, threads: Int) throws(StoreError) {
    let listing = try folder.listing()
    let bytes = listing.byteCount
    let parts = listing.parts(bytes < Self.manyBytes ? 1 : threads)
    let read = Workers(count: threads).map(parts.count, initially: Result.success(Replay())) {
      part in
      Result { () throws(StoreError) in
        // What comes after is put into the memory of the first.
        let reader = JournalReader(parts[part], system: folder.system)
        return try Replay(reader, ofBytes: part == 0 ? bytes : parts[part].byteCount)
      }
    }
    self = try read[0].get()
    for later in read.dropFirst() { join(try later.get()) }
  }

  private init(_ reader: JournalReader, ofBytes count: Int) throws(StoreError) {
    var replay = Replay(ofBytes: count)
    let history = try StoredHistory(reader) { line, _ throws(EventFault) in try replay.take(line) }
    replay.number()
    replay.history = history
    self = replay
  }

  /// Takes what was read from files that come after.
  private mutating func join(_ later: Replay) {
    guard let next = later.first else { return history.join(later.history) }
    isAscending = isAscending && later.isAscending && edge.greatest < next
    first = first ?? next
    let numbers = cards.join(later.cards)
    for var answer in later.answers {
      (answer.card, answer.face) = (numbers[Int(answer.face)].card, numbers[Int(answer.face)].face)
      if answer.wrong >= 0 { answer.wrong += Int32(wrongAnswers.count) }
      answers.append(answer)
    }
    numbered = answers.count
    wrongAnswers += later.wrongAnswers
    ordered += later.ordered
    counted += later.counted
    cramCount += later.cramCount
    unknownCount += later.unknownCount
    edge.join(later.edge)
    history.join(later.history)
  }

  /// Takes a line in; gives its moment.
  mutating func take(_ line: UnsafeRawBufferPointer) throws(EventFault) -> Timestamp {
    guard let review = EventLine.review(line) else { return take(try Event(tolerant: line)) }
    note(review.moment.at, review.id)
    if review.counts { pile(review) } else { count(.cram, review.id) }
    return review.moment.at
  }

  /// Practice, which is only counted, apart from what else is.
  private enum Counted {
    case cram
    case unknown
    case other
  }

  private mutating func take(_ event: Event) -> Timestamp {
    switch event.fact {
    case .review(let review):
      // A line that another program laid out goes the way of all others.
      note(event.moment.at, event.id)
      ReviewLine.with(review, event.id, event.moment) { pile($0) }
    case .cram: count(.cram, noting: event)
    case .unknown: count(.unknown, noting: event)
    case .session, .override: count(.other, noting: event)
    case .undo, .adopt, .parameters, .fit, .restore, .mark:
      follow(event.id)
      edge.take(event)
      ordered.append(event)
    }
    return event.moment.at
  }

  private mutating func note(_ at: Timestamp, _ id: ULID) {
    follow(id)
    edge.take(at, id)
  }

  private mutating func follow(_ id: ULID) {
    isAscending = isAscending && edge.greatest < id
    if first == nil { first = id }
  }

  private mutating func count(_ kind: Counted, noting event: Event) {
    note(event.moment.at, event.id)
    count(kind, event.id)
  }

  private mutating func count(_ kind: Counted, _ id: ULID) {
    if kind == .cram { cramCount += 1 }
    if kind == .unknown { unknownCount += 1 }
    counted.append(id)
  }

  private mutating func pile(_ line: ReviewLine) {
    var wrong = -1
    if !line.isCorrect {
      wrong = wrongAnswers.count
      wrongAnswers.append(CardAnswer.shortened(line.answer.text))
    }
    answers.append(
      PiledAnswer(
        event: line.id,
        at: line.moment.at,
        predicted: line.retrievability,
        promised: line.interval,
        elapsed: Int32(line.elapsed),
        wrong: Int32(wrong),
        offset: Int16(line.moment.offset),
        grade: line.grade,
        isCorrect: line.isCorrect
      )
    )
    if cards.take(line) { number() }
  }

  /// Gives the answers taken last the numbers of their cards and faces.
  private mutating func number() {
    cards.number { numbers in
      answers[numbered].card = numbers.card
      answers[numbered].face = numbers.face
      numbered += 1
    }
  }
}

// MARK: - What follows

extension Replay {
  /// What follows from all lines; nil where an event stands in the log more than once, or a card under
  /// two spellings, which is left to a slower way.
  mutating func state(threads: Int) -> LogState? {
    number()
    guard hasNoTwins, let ids = cards.ids else { return nil }
    var progress = Progress()
    progress.cramCount = cramCount
    progress.unknownCount = unknownCount
    let turns = ordered.filter { !$0.isUndo }.sorted(by: Event.isEarlier)
    let grown = GrownCards(
      answers: answers,
      ids: ids,
      pile: cards,
      wrongAnswers: wrongAnswers,
      threads: threads
    )
    var stretches = stretches(between: turns.filter { !$0.isMark })[...]
    for turn in turns {
      // What is said of a card does not change how it is scheduled.
      if !turn.isMark, let stretch = stretches.popFirst() { grown.apply(stretch, to: &progress) }
      progress.apply(turn)
    }
    for stretch in stretches { grown.apply(stretch, to: &progress) }
    let count = answers.count + ordered.count + counted.count
    return LogState(progress: progress, history: history, edge: edge, events: count)
  }

  private var hasNoTwins: Bool {
    guard !isAscending else { return true }
    let ids = (answers.map(\.event) + ordered.map(\.id) + counted).sorted()
    return !zip(ids, ids.dropFirst()).contains { $0 == $1 }
  }

  /// The places of the answers before, between and after some events, without those taken back.
  private func stretches(between events: [Event]) -> [[Int32]] {
    var undone: Set<ULID> = []
    for event in ordered {
      if case .undo(let target) = event.fact { undone.insert(target) }
    }
    let places = (0..<Int32(answers.count)).filter {
      undone.isEmpty || !undone.contains(answers[Int($0)].event)
    }
    guard !events.isEmpty else { return [places] }
    var stretches = [[Int32]](repeating: [], count: events.count + 1)
    let turns = events.map { ($0.moment.at, $0.id) }
    for place in places {
      let answer = answers[Int(place)]
      stretches[Self.count(of: turns, before: (answer.at, answer.event))].append(place)
    }
    return stretches
  }

  /// How many of some moments in their order lie before another.
  private static func count(
    of moments: [(Timestamp, ULID)],
    before moment: (Timestamp, ULID)
  ) -> Int {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Event {
  fileprivate var isUndo: Bool {
    if case .undo = fact { return true }
    return false
  }

  fileprivate var isMark: Bool {
    if case .mark = fact { return true }
    return false
  }
}

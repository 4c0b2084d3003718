import Decks
import Scheduling
import Storage
import Study
import TestKit

/// Learners who study the same cards for two months, as folders of logs.
///
/// Each has habits of their own: another time at which days begin, other learning steps, FSRS-7,
/// travel. Among the reviews are practice, undone answers, lines that lie in two files, kinds of a
/// later version, settings that change, renamed cards and ends that a crash cut.
struct SeededCohort {
  /// `Progress` under a name that Foundation does not have.
  typealias Standing = Progress

  let learners: [(name: String, log: SeededLearner)]

  /// A cohort over some cards; without all promises some lines lack the interval, as older ones do.
  init(seed: UInt64, learners count: Int, cards: [CardID], keepsPromises: Bool) {
    learners = (0..<count).map { number in
      var learner = SeededLearner(
        seed: seed &+ UInt64(number) &* 7919,
        habit: number,
        cards: cards,
        keepsPromises: keepsPromises
      )
      learner.live()
      return ("learner-\(number)", learner)
    }
  }

  /// The day of the learners' lives that is the last.
  static let lastDay = 20_777

  /// Writes `cohort/NAME/log/DEVICE/…` below a folder.
  func write(to folder: TemporaryFolder) throws {
    for (name, learner) in learners {
      for (file, lines) in learner.files {
        try folder.write(lines.joined(), to: "cohort/\(name)/log/\(file)")
      }
    }
  }

  /// What Rounds makes of each learner's folder.
  func progress(in folder: TemporaryFolder) throws -> [Standing] {
    try learners.map { name, _ in
      let device = DeviceName(host: "reader")
      let store = StoreFolder(root: folder.path(of: "cohort/\(name)"), device: device)
      return try LogState(replaying: store).progress
    }
  }
}

/// One learner's two months.
struct SeededLearner {
  private let habit: Int
  private let cards: [CardID]
  private let keepsPromises: Bool
  private var random: SplitMix64
  private var source = ULIDSource()
  private var progress = Progress()
  private var events: [Event] = []
  private var reviews: [ULID] = []
  private var minute: Int64 = 0

  init(seed: UInt64, habit: Int, cards: [CardID], keepsPromises: Bool) {
    self.habit = habit
    self.cards = cards
    self.keepsPromises = keepsPromises
    random = SplitMix64(seed: seed)
  }

  /// Minutes after 1970 began at which the two months begin, in the small hours of a day.
  private static let start = Int64(SeededCohort.lastDay - 60) * 1440

  mutating func live() {
    for day in 0...60 {
      minute = Self.start + Int64(day) * 1440 + Int64.random(in: 0..<900, using: &random)
      if day % 20 == habit % 3 { record(.parameters(parameters(on: day))) }
      record(.session(.start))
      study(Int.random(in: 5...25, using: &random))
      record(.session(.end))
      if renamingDays.contains(day) { rename() }
    }
  }

  private func parameters(on day: Int) -> Parameters {
    let steps: [[Int64]] = [[60_000, 600_000], [], [600_000], [60_000, 600_000, 3_600_000]]
    return Parameters(
      dual: habit % 4 == 3 && day > 15 ? .standard : nil,
      retention: 0.85,
      steps: steps[(habit + day / 20) % 4],
      dayStarts: [240, 0, 300][habit % 3]
    )
  }

  private mutating func study(_ count: Int) {
    let due = cards.map(asked).filter { card in
      guard let state = progress.state(of: card) else { return false }
      return state.isDue(now: moment.at.milliseconds, today: today)
    }
    let others = (0..<4).compactMap { _ in cards.randomElement(using: &random).map(asked) }
    for card in (due.shuffled(using: &random) + others).prefix(count) {
      answer(card)
      // A card on its steps comes back in the same session.
      while case .moment = progress.state(of: card)?.due, chance(0.8) { answer(card) }
      happen(to: card)
    }
  }

  private mutating func answer(_ card: CardID) {
    minute += Int64.random(in: 1...3, using: &random)
    let review = review(of: card)
    reviews.append(record(.review(review)))
    if chance(0.06), let last = reviews.popLast() { record(.undo(last)) }
    if chance(0.02), let any = reviews.randomElement(using: &random) { record(.undo(any)) }
  }

  private mutating func review(of card: CardID) -> Review {
    let grade = chance(0.2) ? Grade.again : [.hard, .good, .good, .easy][pick(4)]
    let state = progress.preview(of: card, at: moment)[grade]
    let isPromised = keepsPromises || progress.parameters.dual != nil || chance(0.7)
    return Review(
      deck: "test",
      card: card,
      grade: grade,
      isCorrect: grade != .again,
      answer: "µ \"x\"",
      options: chance(0.2) ? ["a", "c"] : [],
      elapsed: chance(0.02) ? 90_000_000 : Int.random(in: 900...60_000, using: &random),
      retrievability: progress.retrievability(of: card, at: moment),
      hash: ContentHash(stem: "s", key: "k", rest: "r"),
      interval: isPromised ? progress.promise(of: state) : nil
    )
  }

  /// What else a log holds.
  private mutating func happen(to card: CardID) {
    switch pick(14) {
    case 0: record(.cram(review(of: card)))
    case 1: record(.unknown("weather"))
    case 2: record(.mark(.note("mine"), card: card))
    case 3:
      let flag = CardFlag(kind: .wrong, reason: "old", stem: "s", key: "k")
      record(.mark(.flag(flag), card: card))
    case 4: if let last = reviews.last { record(.override(review: last, reason: "synonym")) }
    default: break
    }
  }

  /// The second joins two histories, after which not every answer has its promise.
  private var renamingDays: [Int] { keepsPromises ? [30] : [30, 45] }

  /// Some cards are studied under a provisional id, also after they were renamed, and now and then
  /// when nothing will rename them any more.
  private func asked(_ card: CardID) -> CardID {
    let isProvisional = card.text.utf8.last.map { $0 % 5 == 0 } ?? false
    let isEarly = minute < Self.start + Int64(renamingDays.last ?? 0) * 1440
    return isProvisional && (isEarly || minute % 11 == 0) ? CardID("~\(card.text)") : card
  }

  private mutating func rename() {
    for card in cards where progress.cards[CardID("~\(card.text)")] != nil {
      record(.adopt(from: CardID("~\(card.text)"), to: card))
    }
  }

  @discardableResult
  private mutating func record(_ fact: Event.Fact) -> ULID {
    let id = source.next(at: moment.at, using: &random)
    let event = Event(id: id, moment: moment, fact: fact)
    events.append(event)
    progress.apply(event)
    return id
  }

  private var moment: Moment {
    let isAway = habit % 2 == 1 && minute / 1440 % 9 < 3
    return Moment(
      at: Timestamp(milliseconds: minute * 60_000 + 59_999),
      offset: isAway ? -480 : 60
    )
  }

  private var today: Int { progress.days.day(of: moment.at, offset: moment.offset) }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}

extension SeededLearner {
  /// The lines of each file of the log, by its path below `log`.
  ///
  /// Two machines take turns, a copy of one month lies beside it, and one file ends within a line.
  var files: [String: [String]] {
    var files: [String: [String]] = [:]
    for (number, event) in events.enumerated() {
      let line = LogLine.checked(String(decoding: event.encoded(), as: UTF8.self)) + "\n"
      let device = number / 90 % 2 == 0 ? "ward" : "home"
      files["\(device)/\(event.moment.at.month).jsonl", default: []].append(line)
      if number % 7 == 0 {
        files["home/merged-01KA0000000000000000000000.jsonl", default: []].append(line)
      }
    }
    files["ward/2026-10.sync-conflict-1.jsonl"] = files["ward/2026-10.jsonl"]
    files["ward/2026-10.jsonl", default: []] += Self.foul
    files["home/2026-11.jsonl", default: []].append("{\"v\":1,\"id\":\"01K")
    files["ward/torn-1"] = files["ward/2026-10.jsonl"].map { Array($0.prefix(1)) }
    return files
  }

  /// Lines that are no events that this version understands.
  private static let foul =
    [1, 2, 3].map { number in
      let id = "01KA000000000000000000000\(number)"
      let grade = number == 1 ? "good" : number == 2 ? "perfect" : "again"
      return LogLine.checked(
        "{\"v\":\(number == 1 ? 2 : 1),\"id\":\"\(id)\",\"at\":\"2026-10-\(number == 3 ? 99 : 30)T12:00:00.000Z\","
          + "\"offset\":0,\"kind\":\"review\",\"deck\":\"test\",\"card\":\"card-1\",\"grade\":\"\(grade)\"}"
      ) + "\n"
    } + ["{\"v\":1,\"id\":\"01K\n", "\u{0}\u{0}snow\n"]
}

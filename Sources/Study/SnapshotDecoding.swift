import Decks
import Scheduling
import Storage

extension SnapshotReader {
  /// All of a learner's progress but for the cards.
  mutating func progress() throws(Fault) -> Progress {
    var progress = Progress()
    progress.terms = try list { reader throws(Fault) in Timetable(try reader.parameters()) }
    guard !progress.terms.isEmpty else { throw Fault() }
    let marked = try count()
    for _ in 0..<marked {
      let card = CardID(try text())
      progress.marks[card] = try marks()
    }
    progress.reviewCount = try number()
    progress.cramCount = try number()
    progress.unknownCount = try number()
    progress.fits = try list { reader throws(Fault) in try reader.fit() }
    progress.ledger.new = try days()
    progress.ledger.reviewed = try days()
    progress.ledger.due = try days()
    return progress
  }

  private mutating func days() throws(Fault) -> [Int: Int] {
    var days: [Int: Int] = [:]
    let count = try count()
    for _ in 0..<count {
      let day = try number()
      days[day] = try number()
    }
    return days
  }

  mutating func parameters() throws(Fault) -> Parameters {
    let values = try list { reader throws(Fault) in try reader.double() }
    let dual = try list { reader throws(Fault) in try reader.double() }
    guard let weights = try? Weights(values) else { throw Fault() }
    let both = dual.isEmpty ? nil : try? DualWeights(dual)
    guard dual.isEmpty == (both == nil) else { throw Fault() }
    return Parameters(
      weights: weights,
      dual: both,
      retention: try double(),
      steps: try list { reader throws(Fault) in Int64(try reader.number()) },
      dayStarts: try number(),
      groups: try groups()
    )
  }

  /// A card with what it was answered, without where it stands.
  mutating func history(seed: UInt64, terms: Int) throws(Fault) -> CardProgress {
    var card = CardProgress()
    card.faces = try list { reader throws(Fault) in
      CardFace(
        deck: try reader.text(),
        hash: ContentHash(
          stem: try reader.text(),
          key: try reader.text(),
          rest: try reader.text()
        )
      )
    }
    let count = try count()
    card.history.reserveCapacity(count)
    var (at, day): (Int64, Int) = (0, 0)
    for _ in 0..<count {
      let answer = try answer(after: at, day, seed: seed)
      guard card.faces.indices.contains(answer.face), (0..<terms).contains(answer.term) else {
        throw Fault()
      }
      card.history.append(answer)
      (at, day) = (answer.at.milliseconds, answer.day)
    }
    return card
  }

  private mutating func answer(
    after at: Int64,
    _ day: Int,
    seed: UInt64
  ) throws(Fault) -> CardAnswer {
    let flags = try number()
    guard let grade = Grade(rawValue: .init(truncatingIfNeeded: flags & 7)) else { throw Fault() }
    let event = try id()
    let moment = Timestamp(milliseconds: at &+ Int64(try number()))
    let (today, offset) = (day &+ (try number()), try number())
    let (elapsed, interval) = (try number(), try number())
    let (term, face) = (try number(), try number())
    let predicted = flags & 32 == 0 ? nil : try double()
    return CardAnswer(
      event: event,
      at: moment,
      day: today,
      offset: offset,
      grade: grade,
      isCorrect: flags & 8 != 0,
      wrongAnswer: flags & 64 == 0 ? "" : try text(),
      elapsed: elapsed,
      wasInReview: flags & 16 != 0,
      intervalBefore: interval,
      predicted: predicted,
      term: term,
      seed: flags & 128 == 0 ? seed : try bits(),
      promised: flags & 256 == 0 ? nil : try self.interval(),
      face: face
    )
  }

  private mutating func interval() throws(Fault) -> Interval {
    try number() == 0 ? .milliseconds(Int64(try number())) : .days(try number())
  }

  private mutating func marks() throws(Fault) -> CardMarks {
    var marks = CardMarks()
    marks.isSuspended = try number() == 1
    let (isBuried, day) = (try number() == 1, try number())
    marks.buriedOn = isBuried ? day : nil
    let (hasNote, note) = (try number() == 1, try text())
    marks.note = hasNote ? note : nil
    let kind = try number()
    guard kind > 0 else { return marks }
    guard CardFlag.Kind.allCases.indices.contains(kind - 1) else { throw Fault() }
    marks.flag = CardFlag(
      kind: CardFlag.Kind.allCases[kind - 1],
      reason: try text(),
      stem: try text(),
      key: try text()
    )
    return marks
  }
}

import Decks
import Scheduling
import Storage

extension SnapshotWriter {
  /// All of a learner's progress, doubles exact.
  mutating func put(_ progress: Progress) {
    put(progress.terms) { $0.put($1.parameters) }
    let cards = progress.cards.keys.sorted()
    var places: [CardID: Int] = [:]
    places.reserveCapacity(cards.count)
    for (place, card) in cards.enumerated() { places[card] = place }
    put(cards) { writer, card in
      writer.put(card.text)
      writer.put(progress.cards[card] ?? CardProgress(), seed: cardSeed(card.text))
    }
    // A card's answers have the same order in both, so its place is enough.
    put(progress.reviewOrder) { $0.put(places[$1.card] ?? -1) }
    put(progress.marks.keys.sorted()) { writer, card in
      writer.put(card.text)
      writer.put(progress.marks[card] ?? CardMarks())
    }
    put(progress.reviewCount)
    put(progress.cramCount)
    put(progress.unknownCount)
    put(progress.fits) { $0.put($1) }
    put(progress.ledger.new)
    put(progress.ledger.reviewed)
    put(progress.ledger.due)
  }

  private mutating func put(_ days: [Int: Int]) {
    put(days.sorted { $0.key < $1.key }) { writer, day in
      writer.put(day.key)
      writer.put(day.value)
    }
  }

  mutating func put(_ parameters: Parameters) {
    put(parameters.weights.values) { $0.put($1) }
    put(parameters.dual?.values ?? []) { $0.put($1) }
    put(parameters.retention)
    put(parameters.steps) { $0.put(Int($1)) }
    put(parameters.dayStarts)
  }

  private mutating func put(_ card: CardProgress, seed: UInt64) {
    put(card.faces) { writer, face in
      writer.put(face.deck)
      writer.put(face.hash.stem)
      writer.put(face.hash.key)
      writer.put(face.hash.rest)
    }
    var last: CardAnswer?
    put(card.history) { writer, answer in
      writer.put(answer, after: last, seed: seed)
      last = answer
    }
    put(card.state == nil ? 0 : 1)
    if let state = card.state { put(state) }
  }

  private mutating func put(_ answer: CardAnswer, after last: CardAnswer?, seed: UInt64) {
    var flags = Int(answer.grade.rawValue)
    flags |= answer.isCorrect ? 8 : 0
    flags |= answer.wasInReview ? 16 : 0
    flags |= answer.predicted == nil ? 0 : 32
    flags |= answer.wrongAnswer.isEmpty ? 0 : 64
    flags |= answer.seed == seed ? 0 : 128
    flags |= answer.promised == nil ? 0 : 256
    put(flags)
    put(answer.event)
    put(Int(answer.at.milliseconds - (last?.at.milliseconds ?? 0)))
    put(answer.day - (last?.day ?? 0))
    put(answer.offset)
    put(answer.elapsed)
    put(answer.intervalBefore)
    put(answer.term)
    put(answer.face)
    if let predicted = answer.predicted { put(predicted) }
    if !answer.wrongAnswer.isEmpty { put(answer.wrongAnswer) }
    if answer.seed != seed { put(bits: answer.seed) }
    if let promised = answer.promised { put(promised) }
  }

  private mutating func put(_ interval: Interval) {
    switch interval {
    case .milliseconds(let milliseconds):
      put(0)
      put(Int(milliseconds))
    case .days(let days):
      put(1)
      put(days)
    }
  }

  private mutating func put(_ state: CardState) {
    switch state.phase {
    case .review: put(0)
    case .learning(let step): put(1 + step * 2)
    case .relearning(let step): put(2 + step * 2)
    }
    put(state.memory.stability)
    put(state.memory.difficulty)
    put(state.memory.fast)
    switch state.due {
    case .moment(let moment):
      put(0)
      put(Int(moment))
    case .day(let day):
      put(1)
      put(day)
    }
    put(Int(state.lastReview))
    put(state.lastDay)
    put(state.repetitions)
    put(state.lapses)
    put(state.growth.isSpent ? 1 : 0)
  }

  private mutating func put(_ marks: CardMarks) {
    put(marks.isSuspended ? 1 : 0)
    put(marks.buriedOn == nil ? 0 : 1)
    put(marks.buriedOn ?? 0)
    put(marks.note == nil ? 0 : 1)
    put(marks.note ?? "")
    put(marks.flag.map { flag in 1 + (CardFlag.Kind.allCases.firstIndex(of: flag.kind) ?? 0) } ?? 0)
    guard let flag = marks.flag else { return }
    put(flag.reason)
    put(flag.stem)
    put(flag.key)
  }
}

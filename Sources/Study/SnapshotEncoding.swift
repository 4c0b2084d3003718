import Decks
import Scheduling
import Storage

extension SnapshotWriter {
  /// All of a learner's progress but for the cards, doubles exact.
  mutating func put(_ progress: Progress) {
    put(progress.terms) { $0.put($1.parameters) }
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
    put(parameters.groups)
  }

  /// What a card was answered, without where it stands.
  mutating func put(history card: CardProgress, seed: UInt64) {
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

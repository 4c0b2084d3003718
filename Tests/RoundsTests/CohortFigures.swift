import Decks
import Foundation
import Processes
import Scheduling
import Storage
import Study
import TestKit
import Testing

@testable import rounds

/// A seeded cohort on the disk, with its figures as an engine counts them and as Rounds does.
struct CohortFigures {
  /// A share that two programs may have rounded otherwise in its last digits.
  struct Estimate: Decodable, Equatable {
    let value: Double?

    init(_ value: Double?) { self.value = value }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      value = container.decodeNil() ? nil : try container.decode(Double.self)
    }

    static func == (left: Estimate, right: Estimate) -> Bool {
      guard let one = left.value, let other = right.value else {
        return left.value == nil && right.value == nil
      }
      return abs(one - other) < 1e-12
    }
  }

  struct Item: Decodable, Equatable {
    let deck: String
    let card: String
    let learners: Int
    let answers: Int
    let medianMilliseconds: Int
    let n: Int
    let recalled: Int
    let trueRetention: Estimate
    let low: Estimate
    let high: Estimate
    let question: String
  }

  struct Tag: Decodable, Equatable {
    let tag: String
    let learners: Int
    let answers: Int
    let n: Int
    let recalled: Int
    let trueRetention: Estimate
    let low: Estimate
    let high: Estimate
    var youngN: Int
    var youngRecalled: Int
    var matureN: Int
    var matureRecalled: Int

    mutating func takeSplit(of other: Tag) {
      youngN = other.youngN
      youngRecalled = other.youngRecalled
      matureN = other.matureN
      matureRecalled = other.matureRecalled
    }
  }

  /// A line of `cards --lines`.
  private struct Question: Decodable {
    let deck: String
    let card: String
    let status: String
    let tags: [String]
    let question: String
  }

  private let desk: Desk
  private let questions: [Question]
  private let histories: [SeededCohort.Standing]
  let lineCount: Int

  init(keepsPromises: Bool) throws {
    desk = try Desk(Self.deck)
    let table = try desk.run(["cards", "deck.md", "--lines"]).output
    try desk.folder.write(table, to: "cards.jsonl")
    questions = try table.split(separator: "\n").map {
      try JSONDecoder().decode(Question.self, from: Data($0.utf8))
    }
    let cards = (1...41).map { CardID("card-\($0)") }
    let cohort = SeededCohort(seed: 97, learners: 6, cards: cards, keepsPromises: keepsPromises)
    try cohort.write(to: desk.folder)
    histories = try cohort.progress(in: desk.folder)
    lineCount = cohort.learners.flatMap { $0.log.files.values.flatMap(\.self) }.count
  }

  /// Forty cards, one of them retired; the cohort has answered one more, which is in no deck.
  private static var deck: String {
    (1...40).map { number in
      let tags = ["airway", "renal", "doses"][number % 3] + (number % 2 == 0 ? " even" : "")
      let id = "card-\(number)" + (number == 40 ? "} {status=retired" : "")
      return Desk.card(id, "Question \(number)?", "answer \(number)", "Tags: \(tags)\n")
    }.joined()
  }
}

// MARK: - As an engine counts

extension CohortFigures {
  func counted(by python: String) throws -> (items: [Item], tags: [Tag]) {
    let script = "\(Shared.packageRoot)/Tests/RoundsTests/cohort_peer.py"
    let statements = try Self.reading() + CohortSQL(upTo: SeededCohort.lastDay).text
    let outcome = try Program(python, [script], folder: desk.folder.path)
      .run(input: Array(statements.utf8), limits: Limits(time: .seconds(120)))
    let complaint = String(decoding: outcome.errorOutput, as: UTF8.self)
    try #require(outcome.ending.isSuccess, "\(complaint)")
    let answers = outcome.output.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    try #require(answers.count == 2)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (
      try decoder.decode([Item].self, from: answers[0]),
      try decoder.decode([Tag].self, from: answers[1])
    )
  }

  /// The statements by which DuckDB reads the files, as the README has them.
  static func reading() throws -> String {
    let readme = try String(contentsOfFile: "\(Shared.packageRoot)/README.md", encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sql\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    return try #require(blocks.first { $0.contains("read_json(") })
  }
}

// MARK: - As Rounds counts

extension CohortFigures {
  func items() throws -> [Item] {
    try active.compactMap { question in
      let answers = answers(to: [question])
      guard !answers.isEmpty else { return nil }
      let share = retention(of: [question]).all
      return Item(
        deck: question.deck,
        card: question.card,
        learners: learners(of: [question]),
        answers: answers.count,
        medianMilliseconds: try #require(answers.map(\.elapsed).sorted().percentile(0.5)),
        n: share.trials,
        recalled: share.successes,
        trueRetention: Estimate(share.value),
        low: Estimate(share.interval?.lowerBound),
        high: Estimate(share.interval?.upperBound),
        question: question.question
      )
    }.sorted { $0.card < $1.card }
  }

  func tags() throws -> [Tag] {
    Set(active.flatMap(\.tags)).sorted().map { tag in
      let questions = active.filter { $0.tags.contains(tag) }
      let retention = retention(of: questions)
      let share = retention.all
      return Tag(
        tag: tag,
        learners: learners(of: questions),
        answers: answers(to: questions).count,
        n: share.trials,
        recalled: share.successes,
        trueRetention: Estimate(share.value),
        low: Estimate(share.interval?.lowerBound),
        high: Estimate(share.interval?.upperBound),
        youngN: retention.young.trials,
        youngRecalled: retention.young.successes,
        matureN: retention.mature.trials,
        matureRecalled: retention.mature.successes
      )
    }
  }

  private var active: [Question] { questions.filter { $0.status == "active" } }

  /// The sum of what `stats` says of each learner, had these questions been the only ones.
  private func retention(of questions: [Question]) -> Split {
    let roll = DeckRoll(id: "", name: "", cards: questions.map { CardID($0.card) })
    let noon = Timestamp(milliseconds: Int64(SeededCohort.lastDay) * 86_400_000 + 43_200_000)
    var sum = Split()
    for progress in histories {
      let own = Summary(of: progress, decks: [roll], at: Moment(at: noon, offset: 0)).retention
      sum.young = sum.young + own.young
      sum.mature = sum.mature + own.mature
    }
    return sum
  }

  private func answers(to questions: [Question], in progress: SeededCohort.Standing) -> [CardAnswer]
  {
    let days = CohortSQL(upTo: SeededCohort.lastDay).days
    return questions.flatMap { progress.cards[CardID($0.card)]?.history ?? [] }
      .filter { days.contains($0.day) }
  }

  private func answers(to questions: [Question]) -> [CardAnswer] {
    histories.flatMap { answers(to: questions, in: $0) }
  }

  private func learners(of questions: [Question]) -> Int {
    histories.count { !answers(to: questions, in: $0).isEmpty }
  }
}

private struct Split {
  var young = Share(of: 0, in: 0)
  var mature = Share(of: 0, in: 0)
  var all: Share { young + mature }
}

extension Share {
  fileprivate static func + (left: Share, right: Share) -> Share {
    Share(of: left.successes + right.successes, in: left.trials + right.trials)
  }
}

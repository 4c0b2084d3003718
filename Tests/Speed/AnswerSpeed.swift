import ArgumentParser
import Foundation
import Scheduling
import Storage

/// One durable answer beside a bare `write` and `fdatasync` of as many bytes, taken in turns.
struct AnswerSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "A durable answer, against a bare write and fdatasync, at three sizes of the log."
  )

  @Option(help: "A folder on the disk to measure; a new folder in it is used and removed.")
  var folder = "."

  @Option(help: "Answers measured in a round.")
  var answers = 200

  @Option(help: "Rounds, each of our answers and then of bare writes.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let results = try [100, 10_000, 100_000].map(measure)
    if json { printJSON(results) } else { printTable(results) }
  }

  private func measure(reviews: Int) throws -> Result {
    let root = URL(filePath: folder).appending(path: "speed-answer-\(getpid())-\(reviews)")
      .path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: root) }
    var desk = try Desk(root: root, reviews: reviews)
    let bare = try BareFile(root + "/bare")
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<rounds {
      ours.append(median(try (0..<answers).map { _ in try time { try desk.answer() } }))
      theirs.append(median(try (0..<answers).map { _ in try time { try bare.write(desk.bytes) } }))
    }
    return Result(reviews: reviews, ours: ours, bare: theirs)
  }

  private func time(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.attoseconds) / 1e12
  }
}

// MARK: - What is measured

/// A learner's log of some length and all that one answer needs.
private struct Desk {
  private let journal: Journal
  private let scheduler = Scheduler()
  private var states: [CardState?]
  private var random = SplitMix64(seed: 1)
  private var identifiers = ULIDSource()
  private var line = JSONWriter(reservingCapacity: 512)
  private var now: Int64 = 1_793_588_645_678

  /// The bytes of the last answer, without its checksum.
  var bytes: [UInt8] { line.bytes }

  init(root: String, reviews: Int) throws {
    let store = StoreFolder(root: root, device: DeviceName(host: "speed"))
    let holder = LockHolder(process: 0, terminal: nil, started: Timestamp(milliseconds: now))
    journal = Journal(try store.claim(as: holder, learner: "speed"))
    states = Array(repeating: nil, count: reviews)
    var history: [[UInt8]] = []
    for card in 0..<reviews { history.append(event(card, .good)) }
    try journal.append(history, at: Timestamp(milliseconds: now))
  }

  /// Shows the four intervals, takes a grade and returns when the event will last.
  mutating func answer() throws {
    let card = Int.random(in: 0..<states.count, using: &random)
    let day = Int(now / 86_400_000)
    let seed = cardSeed("card-\(card)")
    let preview = scheduler.preview(states[card], now: now, day: day, seed: seed)
    try journal.append([event(card, .good)], at: Timestamp(milliseconds: now))
    states[card] = preview.good
  }

  private mutating func event(_ card: Int, _ grade: Grade) -> [UInt8] {
    now += 8000
    let moment = Timestamp(milliseconds: now)
    let id = identifiers.next(at: moment, using: &random)
    line.removeAll()
    line.object { json in
      json.member("v", 1)
      json.member("id", id)
      json.member("at", moment)
      json.member("offset", 60)
      json.member("kind", "review")
      json.member("deck", "ketamine-pharm")
      json.member("card", "card-\(card)/c1")
      json.member("grade", "\(grade)")
      json.member("correct", true)
      json.member("answer", "liver")
      json.member("elapsed", 8123)
      json.member("retrievability", 0.912)
    }
    return line.bytes
  }
}

/// What a program without any care does.
private struct BareFile {
  private let handle: FileHandle

  init(_ path: String) throws {
    try Data().write(to: URL(filePath: path))
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  func write(_ bytes: [UInt8]) throws {
    let descriptor = handle.fileDescriptor
    let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fdatasync(descriptor) == 0 else { throw ExitCode.failure }
  }
}

// MARK: - What is printed

private struct Result {
  let reviews: Int
  /// The medians of the rounds, in microseconds.
  let ours: [Double]
  let bare: [Double]

  /// Our time over the bare one, round by round.
  var ratios: [Double] { zip(ours, bare).map { $0 / $1 } }
}

private func median(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

/// How time grows with size: 0 not at all, 1 in proportion.
private func exponent(_ from: Result, _ to: Result) -> Double {
  log(median(to.ratios) / median(from.ratios)) / log(Double(to.reviews) / Double(from.reviews))
}

private func printTable(_ results: [Result]) {
  print("reviews   answer µs (min-max)        bare µs   ratio (min-max)")
  for result in results {
    let line = String(
      format: "%7d   %7.1f (%.1f-%.1f)   %7.1f   %5.2f (%.2f-%.2f)",
      result.reviews,
      median(result.ours),
      result.ours.min() ?? 0,
      result.ours.max() ?? 0,
      median(result.bare),
      median(result.ratios),
      result.ratios.min() ?? 0,
      result.ratios.max() ?? 0
    )
    print(line)
  }
  for (from, to) in zip(results, results.dropFirst()) {
    print(String(format: "exponent %d to %d: %.3f", from.reviews, to.reviews, exponent(from, to)))
  }
}

private func printJSON(_ results: [Result]) {
  var json = JSONWriter()
  json.array { json in
    for result in results {
      json.object { json in
        json.member("reviews", result.reviews)
        json.member("answer_us", result.ours)
        json.member("bare_us", result.bare)
        json.member("ratio", median(result.ratios))
      }
    }
  }
  print(json.text)
}

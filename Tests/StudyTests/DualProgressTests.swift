import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct DualProgressTests {
  private let dual = Parameters(dual: .standard)

  @Test func `the model is chosen by an event, and comes back from the log`() throws {
    var log = Log()
    log.add(.parameters(dual), at: noon(0))
    let line = log.events[0].encoded()
    #expect(String(decoding: line, as: UTF8.self).contains("\"scheduler\":\"fsrs-7\""))
    let event = try line.withUnsafeBytes { try Event(decoding: $0) }
    #expect(event == log.events[0])
    #expect(log.live.parameters == dual)
  }

  @Test(arguments: ["[1,2,3]", "[]", "null"])
  func `weights of another count are no parameters`(_ weights: String) {
    let line = """
      {"v":1,"id":"01JD0000000000000000000000","at":"2026-11-02T03:04:05.678Z","offset":60,\
      "kind":"parameters","scheduler":"fsrs-7","weights":\(weights),"retention":0.9}
      """
    let event = try? Array(line.utf8).withUnsafeBytes { try Event(decoding: $0) }
    if weights == "[]" {
      #expect(event?.fact == .parameters(dual))
    } else {
      #expect(event == nil)
    }
  }

  @Test func `turning to the other model replays memory from history and leaves due dates`() {
    var log = Log()
    for day in [0, 1, 4, 11] { log.add(review("a", .good), at: noon(day)) }
    let before = log.live.state(of: CardID("a"))
    log.add(.parameters(dual), at: noon(12))
    let after = log.live.state(of: CardID("a"))
    #expect(after?.due == before?.due && after?.phase == before?.phase)
    var model: MemoryState?
    var last = 0
    for day in [0, 1, 4, 11] {
      model = DualTraceModel(.standard).next(model, .good, days: Double(day - last))
      last = day
    }
    #expect(after?.memory == model)
    // And back again.
    log.add(.parameters(Parameters()), at: noon(13))
    #expect(log.live.state(of: CardID("a")) == before)
    #expect(log.live == log.replayed)
  }

  @Test func `within the day the interval shown is the interval given on every device`() {
    var log = Log()
    log.add(.parameters(dual), at: noon(0))
    var progress = log.live
    var random = SplitMix64(seed: 131)
    for step in 0..<200 {
      let card = "c\(Int.random(in: 0..<9, using: &random))"
      let grade = Grade.allCases.randomElement(using: &random) ?? .good
      // The verdict stands on the screen for a while before the grade is given.
      let asked = noon(step / 10, minute: Int64(step) * 7)
      let preview = progress.preview(of: CardID(card), at: asked, wishes: DayWishes())
      guard case .review(var fact) = review(card, grade) else { return }
      fact.interval = progress.promise(of: preview[grade])
      let answered = noon(step / 10, minute: Int64(step) * 7 + 2)
      log.add(.review(fact), at: answered)
      progress.apply(log.events[log.events.count - 1])
      #expect(progress.state(of: CardID(card))?.interval == preview[grade].interval)
    }
    let read = log.events.compactMap { event in
      event.encoded().withUnsafeBytes { try? Event(decoding: $0) }
    }
    #expect(Progress(replaying: read) == progress)
  }

  @Test func `many answers to one card are replayed without harm`() {
    for parameters in [Parameters(), dual] {
      for grade in Grade.allCases {
        var log = Log()
        log.add(.parameters(parameters), at: noon(0))
        for step in 0..<3000 {
          log.add(review("a", grade), at: noon(step / 3, minute: Int64(step % 3)))
        }
        let state = log.replayed.state(of: CardID("a"))
        #expect(state?.repetitions == 3000)
        #expect(state?.memory.stability.isFinite == true)
      }
    }
  }
}

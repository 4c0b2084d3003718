import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct EventCodingTests {
  private static let line = """
    {"v":1,"id":"01JD0000000000000000000000","at":"2026-11-02T03:04:05.678Z","offset":60,\
    "kind":"review","deck":"ketamine-pharm","card":"ket-liver/c1","grade":"good","correct":true,\
    "answer":"liver","options":[],"hint":false,"confidence":null,"elapsed":8123,\
    "retrievability":0.912,"stem":"00112233445566aa","key":"00112233445566bb",\
    "rest":"00112233445566cc"}
    """

  private static func decoded(_ text: String) throws -> Event {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { try Event(decoding: $0) }
  }

  private static func example() throws -> Event {
    Event(
      id: try #require(ULID("01JD0000000000000000000000")),
      moment: Moment(at: try #require(Timestamp("2026-11-02T03:04:05.678Z")), offset: 60),
      fact: .review(
        Review(
          deck: "ketamine-pharm",
          card: CardID("ket-liver/c1"),
          grade: .good,
          isCorrect: true,
          answer: "liver",
          elapsed: 8123,
          retrievability: 0.912,
          hash: ContentHash(
            stem: "00112233445566aa",
            key: "00112233445566bb",
            rest: "00112233445566cc"
          )
        )
      )
    )
  }

  @Test func `a review is written in the order and spelling of the format`() throws {
    let event = try Self.example()
    #expect(String(decoding: event.encoded(), as: UTF8.self) == Self.line)
    #expect(try Self.decoded(Self.line) == event)
  }

  @Test func `keys may come in any order, and unknown ones are skipped`() throws {
    var generator = SplitMix64(seed: 21)
    let members =
      Self.line.dropFirst().dropLast().replacing("\"options\":[]", with: "\"options\":[ ]")
      .split(separator: ",").map(String.init)
    let event = try Self.example()
    for _ in 0..<200 {
      var shuffled = members + ["\"new\":{\"a\":[1,{\"b\":null}]}", "\"crc\":\"00000000\""]
      shuffled.shuffle(using: &generator)
      #expect(try Self.decoded("{ \(shuffled.joined(separator: " , ")) }") == event)
    }
  }

  @Test func `escapes in keys and values are read`() throws {
    let event = try Self.decoded(
      Self.line.replacing("\"liver\"", with: "\"l\\u00e9\\n\\\"\\ud83d\\ude00\"")
        .replacing("\"answer\"", with: "\"\\u0061nswer\"")
    )
    guard case .review(let review) = event.fact else {
      Issue.record("it is a review")
      return
    }
    #expect(review.answer == "lé\n\"😀")
  }

  @Test func `what may be left out has its meaning`() throws {
    let event = try Self.decoded(
      "{\"id\":\"01JD0000000000000000000000\",\"at\":\"2026-11-02T03:04:05.678Z\","
        + "\"kind\":\"review\",\"card\":\"x\",\"grade\":\"again\"}"
    )
    #expect(
      event.fact
        == .review(
          Review(
            deck: "",
            card: CardID("x"),
            grade: .again,
            isCorrect: false,
            answer: "",
            elapsed: 0,
            retrievability: nil,
            hash: ContentHash(stem: "", key: "", rest: "")
          )
        )
    )
    #expect(event.moment.offset == 0)
  }

  @Test(arguments: [
    ("\"id\":\"01JD0000000000000000000000\"", "\"id\":\"short\"", EventFault.missing("id")),
    ("\"at\":\"2026", "\"xt\":\"2026", .missing("at")),
    ("\"at\":\"2026-11-02", "\"at\":\"2026-13-02", .missing("at")),
    ("\"kind\"", "\"kinds\"", .missing("kind")), ("\"card\"", "\"cards\"", .missing("card")),
    ("\"good\"", "\"great\"", .missing("grade")), ("\"good\"", "null", .missing("grade")),
    ("\"v\":1", "\"v\":2", .newerVersion(2)), ("\"review\"", "\"undo\"", .missing("of")),
    ("\"review\"", "\"adopt\"", .missing("from")), ("\"review\"", "\"session\"", .missing("mark")),
    ("\"kind\":\"review\"", "\"kind\":\"adopt\",\"from\":\"a\"", .missing("to")),
    (
      "\"kind\":\"review\"", "\"kind\":\"parameters\",\"scheduler\":\"fsrs-6\"", .missing("weights")
    ),
    (
      "\"kind\":\"review\"", "\"kind\":\"parameters\",\"scheduler\":\"fsrs-6\",\"weights\":[1]",
      .missing("weights")
    ),
  ])
  func `each fault of a line has its name`(part: String, other: String, fault: EventFault) {
    #expect(Self.line.contains(part))
    #expect(throws: fault) { try Self.decoded(Self.line.replacing(part, with: other)) }
  }

  @Test func `numbers that no session writes do no harm`() throws {
    #expect(throws: EventFault.missing("offset")) {
      try Self.decoded(
        Self.line.replacing("\"offset\":60", with: "\"offset\":9223372036854775807")
      )
    }
    let event = try Self.decoded(
      Self.line.replacing("\"elapsed\":8123", with: "\"elapsed\":9223372036854775807")
    )
    guard case .review(let review) = event.fact else {
      Issue.record("a review")
      return
    }
    #expect(review.elapsed == 86_400_000)
  }

  @Test func `a newer version is told before its unknown shape is`() {
    #expect(throws: EventFault.newerVersion(7)) { try Self.decoded("{\"v\":7,\"what\":[]}") }
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"v\":1}x", "{\"v\":\"one\"}", "{\"options\":[1]}"])
  func `what is no such object is a fault of JSON`(text: String) {
    #expect {
      try Self.decoded(text)
    } throws: { error in
      if case .json? = error as? EventFault { true } else { false }
    }
  }

  @Test func `unknown kinds are kept, and parameters of another scheduler are one`() throws {
    let flag = try Self.decoded(Self.line.replacing("\"review\"", with: "\"flag\""))
    #expect(flag.fact == .unknown("flag"))
    let other = try Self.decoded(
      Self.line.replacing(
        "\"kind\":\"review\"",
        with: "\"kind\":\"parameters\",\"scheduler\":\"fsrs-9\""
      )
    )
    #expect(other.fact == .unknown("parameters"))
    var log = Log()
    log.add(flag.fact, at: noon(0))
    #expect(log.live.unknownCount == 1)
  }

  @Test func `what is written reads back the same`() throws {
    var generator = SplitMix64(seed: 22)
    for _ in 0..<2_000 {
      let event = RandomEvents.event(using: &generator)
      let bytes = event.encoded()
      let read = try bytes.withUnsafeBytes { try Event(decoding: $0) }
      #expect(read == event, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(!bytes.contains(0x0A))
    }
  }

  @Test func `grades have names of their own`() {
    #expect(Grade.allCases.map(\.name) == ["again", "hard", "good", "easy"])
    #expect(Grade.allCases.allSatisfy { Grade(name: $0.name) == $0 })
    #expect(Grade(name: "Good") == nil)
  }
}

private enum RandomEvents {
  private static let texts = [
    "", "liver", "é\u{301}", "\"quoted\"", "a\nb\r\t", "\u{0}\u{1F}\u{7F}", "\\", "😀", "\u{2028}",
    "</script>", "5 µg", String(repeating: "x", count: 300),
  ]

  static func event(using generator: inout SplitMix64) -> Event {
    Event(
      id: ULID(
        milliseconds: Int64.random(in: 0..<(1 << 48), using: &generator),
        chance: (generator.next(), generator.next())
      ),
      moment: Moment(
        at: Timestamp(
          milliseconds: Int64.random(
            in: -62_000_000_000_000...253_000_000_000_000,
            using: &generator
          )
        ),
        offset: Int.random(in: -720...840, using: &generator)
      ),
      fact: fact(using: &generator)
    )
  }

  private static func text(using generator: inout SplitMix64) -> String {
    texts.randomElement(using: &generator) ?? ""
  }

  private static func fact(using generator: inout SplitMix64) -> Event.Fact {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: .undo(ULID(milliseconds: 5, chance: (generator.next(), generator.next())))
    case 1: .session(Bool.random(using: &generator) ? .start : .end)
    case 2: .adopt(from: CardID(text(using: &generator)), to: CardID(text(using: &generator)))
    case 3:
      .parameters(
        Parameters(
          weights: otherWeights(Double.random(in: 0.97...1.03, using: &generator)),
          retention: Double.random(in: 0.5...0.99, using: &generator),
          steps: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            Int64.random(in: 1...90_000_000, using: &generator)
          },
          dayStarts: Int.random(in: 0...1439, using: &generator)
        )
      )
    case 4: .unknown(["due", "quiz", "x é"].randomElement(using: &generator) ?? "due")
    case 5: .mark(mark(using: &generator), card: CardID(text(using: &generator)))
    case 6: .cram(review(using: &generator))
    case 7:
      .override(
        review: ULID(milliseconds: 7, chance: (generator.next(), generator.next())),
        reason: text(using: &generator)
      )
    default: .review(review(using: &generator))
    }
  }

  private static func mark(using generator: inout SplitMix64) -> CardMark {
    let flag = CardFlag(
      kind: CardFlag.Kind.allCases.randomElement(using: &generator) ?? .typo,
      reason: text(using: &generator),
      stem: text(using: &generator),
      key: text(using: &generator)
    )
    let marks: [CardMark] = [
      .suspend, .resume, .bury, .unflag, .flag(flag), .note(text(using: &generator)),
    ]
    return marks.randomElement(using: &generator) ?? .bury
  }

  private static func review(using generator: inout SplitMix64) -> Review {
    Review(
      deck: text(using: &generator),
      card: CardID(text(using: &generator)),
      grade: Grade.allCases.randomElement(using: &generator) ?? .good,
      isCorrect: Bool.random(using: &generator),
      answer: text(using: &generator),
      options: (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(using: &generator) },
      usedHint: Bool.random(using: &generator),
      confidence: Bool.random(using: &generator) ? Int.random(in: 0...100, using: &generator) : nil,
      elapsed: Int.random(in: 0...86_400_000, using: &generator),
      retrievability: Bool.random(using: &generator)
        ? Double.random(in: 0...1, using: &generator) : nil,
      hash: ContentHash(
        stem: text(using: &generator),
        key: text(using: &generator),
        rest: text(using: &generator)
      )
    )
  }
}

import Decks
import Scheduling
import Storage
import Study
import Terminal
import Testing

@testable import rounds

@Suite struct `The summary of a session` {
  /// A session of so many cards, answered with the grades in turn, of which again is wrong.
  private func session(_ grades: [Grade], skips: Int = 0) -> Session {
    let candidates = (0..<(grades.count + skips)).map {
      Candidate(id: CardID("card-\($0)"), group: CardID("card-\($0)"), isStage: false)
    }
    let queue = Queue(
      of: candidates,
      progress: Progress(replaying: []),
      moment: Moment(at: Timestamp(milliseconds: 1_700_000_000_000), offset: 0),
      limits: Queue.Limits(new: 1000)
    )
    var session = Session(queue)
    for (index, grade) in grades.enumerated() {
      guard let item = session.next(now: 0) else { break }
      session.answered(
        item,
        grade: grade,
        isCorrect: grade != .again,
        elapsed: (index + 1) * 1000,
        next: nil
      )
    }
    for _ in 0..<(2 * skips) { if let item = session.next(now: 0) { session.skip(item) } }
    return session
  }

  private func lines(
    _ session: Session,
    width: Int = 80,
    tags: [String] = [],
    place: String = "/home/clinician/.local/share/rounds"
  ) -> [String] {
    SummaryPage(
      tally: session.tally,
      tags: Dictionary(
        uniqueKeysWithValues: session.tally.answers.map { ($0.item.id, tags) }
      ),
      dueToday: 7,
      dueTomorrow: 12345,
      dueInWeek: 123_456,
      place: place,
      width: width,
      style: .plain
    ).lines
  }

  @Test func `it counts, and says of each figure what it rests on`() {
    let text = lines(session([.again, .hard, .good, .good, .easy]), tags: ["airway"])
      .joined(separator: "\n")
    #expect(text.contains("5 cards, 5 new; 5 answers: again 1, hard 1, good 2, easy 1."))
    #expect(text.contains("First try 80% of 5 (95% interval"))
    #expect(text.contains("median 3 s"))
    #expect(text.contains("Weakest: airway (1 missed)."))
    #expect(text.contains("Due today 7, tomorrow 12345, within seven days 123456."))
    #expect(text.contains("Saved in /home/clinician/.local/share/rounds."))
  }

  @Test func `it fits twelve lines of eighty columns, however much happened`() {
    let grades = (0..<500).map { Grade.allCases[$0 % 4] }
    let tags = (1...30).map { "a-tag-of-a-very-long-name-\($0)" }
    let all = lines(session(grades, skips: 40), tags: tags)
    #expect(all.count <= 12)
    #expect(all.allSatisfy { $0.columns <= 80 })
    #expect(all.contains { $0.contains("80 skipped, 40 left for the next session.") })
  }

  @Test(arguments: [20, 33])
  func `no line is wider than a narrow window`(_ width: Int) {
    let all = lines(session([.again, .good], skips: 3), width: width, tags: ["airway"])
    #expect(all.allSatisfy { $0.columns <= width })
  }

  @Test func `without a grade there is no figure`() {
    #expect(lines(session([])) == ["", "Nothing was graded."])
    #expect(lines(session([], skips: 1)).last == "2 skipped, 1 left for the next session.")
  }

  @Test func `no name drives the terminal`() {
    let text = lines(
      session([.again]),
      tags: ["x\u{1b}[31m\n"],
      place: "/home/\u{1b}]0;x\u{7}\n/rounds"
    )
    #expect(!text.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f })
  }
}

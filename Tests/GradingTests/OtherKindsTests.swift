import Testing

@testable import Decks
@testable import Grading

/// Options, orders, truth and several blanks.
@Suite struct OtherKindsTests {
  private static func choice(several: Bool, score: Score = .all) -> Key {
    let options = [("a", true), ("b", false), ("c", several), ("d", false)].map {
      Choice.Option(letter: $0.0, text: "Option \($0.0)", isRight: $0.1)
    }
    return .choice(Choice(options: options, allowsSeveral: several, score: score))
  }

  private static let steps = Key.order(Ordering(steps: ["one", "two", "three", "four"]))

  private func outcome(_ key: Key, _ typed: String, shown: [Int] = []) -> Verdict.Outcome {
    Grader.grade(key, typed: typed, context: GradingContext(presentation: shown)).outcome
  }

  @Test(arguments: [
    ("a", Verdict.Outcome.right), ("A", .right), (" a ", .right), ("(a)", .right), ("a.", .right),
    ("b", .wrong), ("d", .wrong), ("e", .ask), ("ab", .ask), ("aa", .ask), ("", .ask), ("1", .ask),
    ("quit", .ask), ("ä", .ask), ("not a", .ask),
  ])
  func `an SBA takes one letter`(typed: String, wanted: Verdict.Outcome) {
    #expect(outcome(Self.choice(several: false), typed) == wanted)
  }

  @Test(arguments: [
    ("ac", Verdict.Outcome.right), ("a,c", .right), ("c a", .right), ("A, C", .right),
    ("a", .wrong), ("abc", .wrong), ("abcd", .wrong), ("bd", .wrong), ("ae", .ask), ("", .ask),
    ("acc", .ask), ("a or c", .ask),
  ])
  func `an MR takes all letters`(typed: String, wanted: Verdict.Outcome) {
    #expect(outcome(Self.choice(several: true), typed) == wanted)
  }

  @Test func `letters are those of the display`() {
    let key = Self.choice(several: false)
    #expect(outcome(key, "d", shown: [3, 2, 1, 0]) == .right)
    #expect(outcome(key, "a", shown: [3, 2, 1, 0]) == .wrong)
    // No permutation: the deck's own order holds.
    #expect(outcome(key, "a", shown: [9, 9]) == .right)
    let verdict = Grader.grade(
      Self.choice(several: true),
      typed: "ac",
      context: GradingContext(presentation: [1, 0, 3, 2])
    )
    #expect(verdict.reasons == [.missedOptions(["b", "d"]), .wrongOptions(["a", "c"])])
  }

  @Test(arguments: [
    ("ac", 1, 1, SuggestedGrade.good), ("a", 1, 2, .hard), ("abc", 1, 2, .hard),
    ("ab", 0, 1, .again), ("bd", 0, 1, .again), ("b", 0, 1, .again),
  ])
  func `a partial score never falls below nothing`(
    typed: String,
    top: Int,
    bottom: Int,
    suggested: SuggestedGrade
  ) {
    let key = Self.choice(several: true, score: .partial)
    let verdict = Grader.grade(key, typed: typed, context: GradingContext())
    #expect(verdict.share == Rational(Int128(top), over: Int128(bottom)))
    #expect(verdict.suggested == suggested)
  }

  @Test(arguments: [
    ("1234", Verdict.Outcome.right), ("1 2 3 4", .right), ("1,2,3,4", .right), ("1-2-3-4", .right),
    ("2134", .wrong), ("4321", .wrong), ("123", .ask), ("12345", .ask), ("1123", .ask), ("", .ask),
    ("abcd", .ask), ("0123", .ask), ("12 34", .ask), ("99999999999999999999", .ask),
  ])
  func `an order names every step once`(typed: String, wanted: Verdict.Outcome) {
    #expect(outcome(Self.steps, typed) == wanted)
  }

  @Test func `numbers of an order are those of the display`() {
    #expect(outcome(Self.steps, "2143", shown: [1, 0, 3, 2]) == .right)
    #expect(outcome(Self.steps, "1234", shown: [1, 0, 3, 2]) == .wrong)
    let verdict = Grader.grade(
      .order(Ordering(steps: ["one", "two", "three", "four"], score: .partial)),
      typed: "1243",
      context: GradingContext()
    )
    #expect(verdict.share == Rational(1, over: 2))
    #expect(verdict.suggested == .hard)
    #expect(verdict.reasons == [.expected("1234")])
  }

  @Test(arguments: [
    ("t", true), ("T", true), ("true", true), ("yes", true), ("y", true), ("f", false),
    ("FALSE", false), ("no", false), ("n", false),
  ])
  func `truth has few words`(typed: String, isTrue: Bool) {
    #expect(outcome(.truth(isTrue), typed) == .right)
    #expect(outcome(.truth(!isTrue), typed) == .wrong)
    #expect(outcome(.truth(isTrue), typed + " maybe") == .ask)
  }

  @Test func `blanks on one line are split at semicolons or bars`() {
    let key = Key.blanks([Blank(text: "liver"), Blank(text: "5 mg")])
    #expect(outcome(key, "liver; 5 mg") == .right)
    #expect(outcome(key, "liver | 5 mg") == .right)
    #expect(outcome(key, "liver; 50 mg") == .wrong)
    #expect(outcome(key, "liver; 5") == .ask)
    #expect(outcome(key, "liver") == .ask)
    #expect(outcome(key, "liver; 5 mg; 5 mg") == .ask)
    #expect(outcome(key, "hepatic; 5 mg") == .judge)
    #expect(outcome(key, "hepatic; 6 mg") == .wrong)
    #expect(outcome(key, "liver; 5.0 mg") == .note)
    #expect(outcome(key, "5 mg; liver") == .wrong)
    #expect(outcome(key, "") == .judge)
    #expect(outcome(.blanks([Blank(text: "a; b")]), "a; b") == .right)
  }

  @Test func `the worst blank decides and the right ones are counted`() {
    let context = GradingContext()
    let right = Grader.grade(blank: Blank(text: "liver"), typed: "liver", context: context)
    let wrong = Grader.grade(blank: Blank(text: "5 mg"), typed: "6 mg", context: context)
    let judged = Grader.grade(blank: Blank(text: "left lobe"), typed: "lobe", context: context)
    #expect(Grader.combine([right, wrong]).share == Rational(1, over: 2))
    #expect(Grader.combine([right, wrong]).suggested == .again)
    #expect(Grader.combine([right, judged]).cap == .hard)
    #expect(Grader.combine([judged, wrong]).cap == .again)
    #expect(Grader.combine([right, right]).outcome == .right)
    #expect(Grader.combine([wrong]) == wrong)
    #expect(Grader.combine([]).outcome == .ask)
    let reasons = Grader.combine([right, wrong]).reasons
    #expect(reasons.first == .part(2, .expected("5 mg")))
  }

  @Test func `each list flags its own notations`() throws {
    func outcome(_ typed: String, _ profile: NotationProfile) throws -> Verdict.Outcome {
      let key = try numeric("5 mcg +- 0")
      let context = GradingContext(notation: profile)
      return Grader.grade(key, typed: typed, context: context).outcome
    }
    #expect(try outcome("5 mcg", .ismp) == .right)
    #expect(try outcome("5 mcg", .bnf) == .note)
    #expect(try outcome("5 µg", .ismp) == .note)
    #expect(try outcome("5 µg", .off) == .right)
    #expect(try outcome("5.0 µg", .off) == .right)
    #expect(try outcome("5 micrograms", .bnf) == .right)
  }
}

import Grading
import Scheduling
import Testing

@testable import Study

@Suite struct GradeOfferTests {
  private static func offer(
    _ outcome: Verdict.Outcome,
    _ suggested: SuggestedGrade,
    cap: SuggestedGrade? = nil,
    usedHint: Bool = false
  ) -> GradeOffer {
    let verdict = Verdict(outcome: outcome, suggested: suggested, cap: cap)
    return GradeOffer(after: verdict, usedHint: usedHint)
  }

  @Test func `a right answer offers all grades and suggests good`() {
    let offer = Self.offer(.right, .good)
    #expect(offer.allowed == [.again, .hard, .good, .easy])
    #expect(offer.suggested == .good)
  }

  @Test(arguments: [true, false])
  func `a wrong answer offers again and nothing else`(usedHint: Bool) {
    let offer = Self.offer(.wrong, .again, cap: .again, usedHint: usedHint)
    #expect(offer.allowed == [.again])
    #expect(offer.suggested == .again)
  }

  @Test func `half an answer is hard at most`() {
    let offer = Self.offer(.right, .hard, cap: .hard)
    #expect(offer.allowed == [.again, .hard])
    #expect(offer.suggested == .hard)
  }

  @Test func `after a hint hard is the most that is suggested, and more may be given`() {
    let offer = Self.offer(.right, .good, usedHint: true)
    #expect(offer.suggested == .hard)
    #expect(offer.allowed == Grade.allCases)
    #expect(Self.offer(.note, .hard, usedHint: true).suggested == .hard)
    #expect(Self.offer(.wrong, .again, usedHint: true).suggested == .again)
  }

  @Test(arguments: [true, false])
  func `where the learner must judge nothing is suggested`(usedHint: Bool) {
    let offer = Self.offer(.judge, .none, usedHint: usedHint)
    #expect(offer.suggested == nil)
    #expect(offer.allowed == Grade.allCases)
  }

  @Test func `an answer that was only revealed is the learner's to grade`() {
    #expect(GradeOffer.revealed.allowed == Grade.allCases)
    #expect(GradeOffer.revealed.suggested == nil)
  }

  @Test func `grades stand smallest first, never above the cap, and again always among them`() {
    let caps: [SuggestedGrade: Grade] = [.again: .again, .hard: .hard, .good: .good]
    for cap in SuggestedGrade.allCases {
      let allowed = Self.offer(.right, .again, cap: cap).allowed
      #expect(allowed.first == .again && allowed == allowed.sorted())
      #expect(allowed.last == caps[cap] ?? .easy)
    }
  }

  @Test func `what was recalled is graded good unless less is suggested or allowed`() {
    #expect(GradeOffer.revealed.recalled.allowed == [.hard, .good, .easy])
    #expect(GradeOffer.revealed.recalled.suggested == .good)
    #expect(GradeOffer.revealed.recalled.recalled == GradeOffer.revealed.recalled)
  }
}

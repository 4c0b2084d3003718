import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct LeadInTests {
  @Test func `the condition of a list stands over each of its orders`() throws {
    let text = """
      Delirium

      Sedation is seldom needed. In case of delirium related to alcohol withdrawal:

      - Administer diazepam IV: 10 to 20 mg every 4 hours, under close supervision.
      - Admit the patient to a ward with beds for close supervision at night.
      """
    #expect(
      try Samples.vignette(of: "10 to 20 mg", in: text)
        .hasSuffix("In case of delirium related to alcohol withdrawal:")
    )
  }

  @Test func `what the lead-in goes on from stands over an item that goes on the lead-in`() throws {
    let text = """
      Delirium

      Withdrawal begins within hours of the last drink. Treatment consists in:

      - diazepam by mouth, 10 mg every 6 hours for the first days
      - oral fluids at the bedside of the patient
      """
    #expect(
      try Samples.vignette(of: "10 mg", in: text)
        .hasSuffix("Withdrawal begins within hours of the last drink.")
    )
  }

  @Test(arguments: ["Do not take Adempas if you:", "Adempas must never be used by those who:"])
  func `what forbids an item stands over it, or the item falls`(leadIn: String) throws {
    let text =
      "Adempas\n\n\(leadIn)\n\n- take PDE5 inhibitors such as sildenafil in any form at all."
    let document = try Samples.document(text, named: "a.txt")
    for card in Generator().rankedCandidates(of: document).map(\.card) {
      #expect((card.vignette + card.line).contains(leadIn), "\(card.vignette) \(card.line)")
    }
  }

  @Test(arguments: ["Do not take it if", "Do not take it if you"])
  func `a heading that forbids is shown, or what stands under it falls`(heading: String) throws {
    let text = "Adempas\n\n\(heading)\n\n- Take sildenafil 20 mg by mouth every 8 hours with water."
    let document = try Samples.document(text, named: "a.txt")
    for card in Generator().rankedCandidates(of: document).map(\.card) {
      #expect(card.vignette.contains(heading), "\(card.vignette) \(card.line)")
    }
  }

  @Test func `a prohibition too long to be shown takes its items with it`() throws {
    let long =
      "Do not take Adempas " + (0..<40).map { "word\($0)" }.joined(separator: " ") + " if you:"
    let text =
      "Adempas\n\n\(long)\n\n- Take sildenafil 20 mg by mouth every 8 hours with much water."
    let document = try Samples.document(text, named: "a.txt")
    #expect(Generator().rankedCandidates(of: document).isEmpty)
  }

  @Test(arguments: [("If Dr. Helmut Brandt is on call:", 0), ("If a senior is on call:", 1)])
  func `a condition that names a person takes its items with it`(leadIn: String, least: Int) throws
  {
    let item = "- Administer diazepam IV: 10 to 20 mg every 4 hours, under close supervision."
    let document = try Samples.document("Delirium\n\n\(leadIn)\n\n\(item)", named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card)
    #expect(least == 0 ? cards.isEmpty : cards.count >= least, "\(cards.map(\.vignette))")
  }

  @Test func `a lead-in without a condition is left to the items that need it`() throws {
    let text = """
      Delirium

      The following orders are given:

      - Administer diazepam IV: 10 to 20 mg every 4 hours, under close supervision.
      """
    #expect(try !Samples.vignette(of: "10 to 20 mg", in: text).contains("orders"))
  }

  @Test func `an order is none of what follows an if`() throws {
    let text = """
      Acitretin capsules

      Acitretin is taken with food. Acitretin dries the skin. Tell your doctor if:

      - Do not breastfeed for at least 3 years after stopping acitretin
      """
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator(.indulgent).rankedCandidates(of: document).map(\.card)
    #expect(!cards.contains { $0.vignette.hasSuffix("if:") }, "\(cards)")
  }

  /// Two conditions that hold together are not enough each.
  @Test(arguments: [("and", false), ("; and", false), ("or", true)])
  func `a part of a joint condition is not asked`(joint: String, isAsked: Bool) throws {
    let text = """
      # Kidney injury

      Haemodialysis is started in adults with acute kidney injury when:

      - serum potassium is above 6.5 mmol/L\(joint.hasPrefix(";") ? "" : " ")\(joint)
      - bicarbonate is below 10 mmol/L in the blood
      """
    let document = try Samples.document(text, named: "a.md")
    let cards = Generator(.indulgent).rankedCandidates(of: document).map(\.card.line)
    #expect(cards.contains { $0.contains("{6.5 mmol/L}") } == isAsked, "\(cards)")
    #expect(cards.contains { $0.contains("{10 mmol/L}") } == isAsked, "\(cards)")
  }
}

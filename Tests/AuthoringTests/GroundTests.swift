import Reading
import Testing

@testable import Authoring

@Suite struct GroundTests {
  private func ground(_ text: String) throws -> Ground {
    let document = try Samples.document(text, named: "a.txt")
    let sentence = try #require(document.passages.flatMap(document.sentences).first)
    return Ground(Statement(sentence.text), of: sentence)
  }

  @Test func `a statement of its sentence keeps all that the sentence says`() throws {
    let ground = try ground("Ketamine may block the receptor for 10 minutes.")
    #expect(ground.keepsNumbers && ground.keepsHedges && ground.hasVerb)
    #expect(ground.text == "Ketamine may block the receptor for 10 minutes.")
  }

  @Test func `other words must hold its doubts and no other numbers`() throws {
    let ground = try ground("Ketamine may block the receptor for 10 minutes.")
    let questions = [
      ("How long may ketamine block it? 10 minutes", true, true),
      ("How long does ketamine block it? 10 minutes", true, false),
      ("How long may ketamine block it? 20 minutes", false, true),
      ("How long may ketamine block it? 10 hours", false, true),
    ]
    for (question, keepsNumbers, keepsHedges) in questions {
      let words = Token.tokens(of: question)
      #expect(ground.holdsNumbers(of: words) == keepsNumbers, "\(question)")
      #expect(ground.isHedged(in: words) == keepsHedges, "\(question)")
    }
  }
}

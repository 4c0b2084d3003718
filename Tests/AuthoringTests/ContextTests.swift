import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct ContextTests {
  /// What stands over the card that asks for an answer.
  private func context(of answer: String, in text: String) throws -> String {
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card)
    let card = cards.first { $0.line.contains("{\(answer)}") }
    return try #require(card, "\(cards.map(\.line))").vignette
  }

  @Test(arguments: [
    ("How can measles be prevented?", "Measles."),
    (
      "5-4 How is measles managed if the child is unimmunised?",
      "Measles managed if the child is unimmunised."
    ),
  ])
  func `a heading that asks gives its subject and its condition`(
    heading: String,
    expected: String
  ) throws {
    let text = """
      Childhood infections

      Measles spreads easily. Measles kills. Measles is notifiable.

      \(heading)

      The vaccine is given within 72 hours of the contact with another child.
      """
    #expect(try context(of: "72 hours", in: text).hasSuffix(expected))
  }

  @Test func `a title holds until another topic begins`() throws {
    let text = """
      Leprosy

      Leprosy is caused by a bacillus. Leprosy is rare in children.

      Treatment

      Dapsone is taken by mouth for 6 months by all adults at home.

      Herpes simplex

      The lesions appear in adults within 5 days of the first contact.

      Treatment

      The lesions are washed with soap and water for 2 weeks by all adults.
      """
    #expect(try context(of: "6 months", in: text).hasPrefix("Leprosy – Treatment"))
    for answer in ["5 days", "2 weeks"] {
      #expect(try !context(of: answer, in: text).contains("Leprosy"))
    }
  }

  @Test func `the title of a leaflet holds in all of it, without its strength`() throws {
    let text = """
      Package leaflet: Information for the patient

      Alendronic acid 70 mg tablets

      How to take it

      Treatment of osteoporosis is looked at again after 5 years in most patients.
      """
    #expect(try context(of: "5 years", in: text).hasPrefix("Alendronic acid – How to take it"))
  }
}

import Testing

@testable import Authoring

@Suite struct OppositesTests {
  @Test(arguments: [
    "Charcoal reduces the absorption of apixaban, thereby lowering its concentration.",
    "The risk increases with higher doses of ibuprofen.",
    "The distal convoluted tubule (DCT) touches the arteriole of the nephron.",
  ])
  func `a direction that the rest of the sentence shows is not asked`(text: String) throws {
    let document = try Samples.document(text, named: "a.txt")
    let asked = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!asked.contains { $0.contains(" or ") && $0.contains("::") }, "\(asked)")
  }
}

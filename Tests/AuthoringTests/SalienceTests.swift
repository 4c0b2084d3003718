import Reading
import Testing

@testable import Authoring

@Suite struct SalienceTests {
  private func mainDrug(_ title: String, _ text: String) throws -> String? {
    let document = try Samples.document("\(title)\n\n\(text)", named: "a.txt")
    let sentences = document.passages.filter(\.isProse).flatMap(document.sentences)
    return Salience(
      sentences,
      title: title,
      drugs: ["fondaparinux", "heparin", "morphine", "codeine", "glucose"]
    ).mainDrug
  }

  private static let brand = "Arixtra is given once a day. Arixtra is cold. Arixtra is clear."

  @Test func `a title that says what its brand is names the drug`() throws {
    #expect(try mainDrug("Arixtra (fondaparinux sodium)", Self.brand) == "fondaparinux")
  }

  @Test(arguments: [
    ("MRSA (fondaparinux)", "MRSA is common. MRSA spreads. MRSA is killed by heat."),
    ("Arixtra (a guide)", brand),
    // Another drug is what the text speaks of.
    ("Wilson (fondaparinux)", "Wilson gave heparin. Wilson liked heparin. Wilson wrote of it."),
  ])
  func `a name before parentheses is not always a brand`(title: String, text: String) throws {
    #expect(try mainDrug(title, text) != "fondaparinux")
  }

  @Test func `a drug among others is not what a text is about`() throws {
    let lead = "Morphine is given by mouth. Morphine sedates. Morphine is an opioid. "
    let alone = "Pain is common. It wears people out."
    #expect(try mainDrug("Pain in adults", lead + alone) == "morphine")
    let others = "Codeine is weaker. Codeine constipates. Tramadol is weaker too."
    #expect(try mainDrug("Pain in adults", lead + others) == nil)
    let body = "Glucose is measured. Glucose rises. Glucose falls. Glucose is given."
    #expect(try mainDrug("Problems in pregnancy", body) == nil)
  }
}

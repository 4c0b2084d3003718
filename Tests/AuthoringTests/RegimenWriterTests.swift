import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct RegimenWriterTests {
  private func lines(_ text: String, drugs: Set<String> = []) throws -> [String] {
    let document = try Samples.document(text, named: "a.txt")
    return Generator(Generator.Options(drugs: drugs)).rankedCandidates(of: document).map {
      "\($0.card.vignette) \($0.card.line)"
    }
  }

  @Test(arguments: ["", "- "])
  func `a dose under its drug is asked with drug, disease and who gets it`(bullet: String) throws {
    let lines = try lines(
      """
      Leptospirosis

      Antibiotic treatment

      - doxycycline PO for 7 days (a)
      \(bullet)Children under 45 kg: 2 mg/kg (max. 100 mg) 2 times daily
      \(bullet)Adults: 100 mg 2 times daily

      or, in pregnant women:

      - azithromycin PO for 3 days
      \(bullet)Adults: 1 g on D1 then 500 mg once daily
      """
    )
    for expected in [
      "Leptospirosis – Antibiotic treatment. Doxycycline PO for 7 days – Adults: {100 mg} 2 times daily.",
      "Doxycycline PO for 7 days – Children under 45 kg: {2 mg/kg} (max. 100 mg) 2 times daily.",
      "Azithromycin PO for 3 days – Adults: {1 g} on D1 then 500 mg once daily.",
    ] {
      #expect(lines.contains { $0.contains(expected) }, "\(expected) in \(lines)")
    }
  }

  @Test(arguments: [
    "Hospital handbook\n\nTreatment\n\n- doxycycline PO for 7 days\n- Adults: 100 mg 2 times daily",
    "Leptospirosis\n\nDoxycycline works well in the first days of it.\n\n- Adults: 100 mg 2 times daily",
    "Leptospirosis\n\n- doxycycline PO for 7 days\n\nRest in bed.\n\n- Adults: 100 mg 2 times daily",
    "Leptospirosis\n\n- doxycycline PO 200 mg for 7 days\n- Adults: 100 mg 2 times daily",
    "Leptospirosis\n\nDoxycycline works.\n\n- Adults: 100 mg once daily or azithromycin PO",
    "Leptospirosis\n\nDoxycycline works.\n\n- Adults: 100 mg or azithromycin PO",
    "Doxycycline\n\nDoxycycline works. Doxycycline is safe.\n\n- 8 to 11 years: 100 mg once daily",
    "Doxycycline\n\nDoxycycline works. Doxycycline is safe.\n\n- 12 years and over: 100 mg daily",
  ])
  func `a dose without its disease or its drug is not asked`(text: String) throws {
    #expect(try !lines(text).contains { $0.contains("{100 mg}") })
  }

  @Test func `a number under one drug is not asked where another has been named since`() throws {
    let text = """
      Lice

      4% dimeticone lotion

      Children 6 months and over and adults: leave on hair for 8 hours, then rinse.

      or, if dimeticone is not available:

      1% permethrin lotion.

      Children 2 months and over and adults: leave on hair for 10 minutes, then rinse.
      """
    let lines = try lines(text, drugs: ["dimeticone", "permethrin"])
    #expect(lines.contains { $0.contains("{8 hours}") }, "\(lines)")
    #expect(!lines.contains { $0.contains("10 minutes") }, "\(lines)")
  }

  @Test func `a unit before a route is no drug`() throws {
    let text = """
      Shock

      Adrenaline

      Adrenaline 500 micrograms IM is given at once to adults in shock.
      The effect of the injection begins within 5 minutes in most adults.
      """
    #expect(try lines(text, drugs: ["adrenaline"]).contains { $0.contains("{5 minutes}") })
  }

  @Test func `the dose of a drug that no list knows is not asked under another`() throws {
    let text = """
      Leptospirosis

      The fever falls within 3 days of treatment in most adults.

      doxycycline PO

      Children and adults: 5 mg/kg 3 times daily for 10 days

      + zzvornithine IV infusion over 2 hours

      Children and adults: 200 mg/kg every 12 hours for 7 days
      """
    let lines = try lines(text)
    #expect(lines.contains { $0.contains("{5 mg/kg}") }, "\(lines)")
    #expect(!lines.contains { $0.contains("200 mg/kg") }, "\(lines)")
  }

  @Test func `a line with a dose is no heading of what follows`() throws {
    let document = try Samples.document(
      "Leptospirosis\n\n- amoxicillin PO\nAdults: 1 g 2 times daily\n\nThe fever falls in 3 days.",
      named: "a.txt"
    )
    #expect(document.passages.last?.headings == ["Leptospirosis"])
  }
}

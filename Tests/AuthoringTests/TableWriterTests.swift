import Decks
import Testing

@testable import Authoring

@Suite struct TableWriterTests {
  private static func lines(_ table: String) throws -> [String] {
    let text = "# Local anaesthetics\n\n" + table
    return try drafts(of: text, named: "drugs.md").map(\.line)
  }

  @Test func `a row is asked under the names of its columns`() throws {
    let lines = try Self.lines(
      """
      | Drug | Largest dose | Duration |
      |---|---|---|
      | Lidocaine | 3 mg/kg | 1 to 2 hours |
      | Bupivacaine | 2 mg/kg | 4 to 8 hours |
      """
    )
    #expect(lines.contains("Lidocaine – Largest dose: {3 mg/kg}"), "\(lines)")
    #expect(lines.contains("Bupivacaine – Largest dose: {2 mg/kg}"), "\(lines)")
  }

  @Test func `a row that begins with a number is named by its column, and no cell says yes`() throws
  {
    let lines = try Self.lines(
      """
      | Creatinine clearance | Interval | Level |
      |---|---|---|
      | 20 to 49 mL/min | 48 hours | Yes |
      | 50 to 90 mL/min | 24 hours | Yes |
      """
    )
    #expect(lines.contains("Creatinine clearance: 20 to 49 mL/min – Interval: {48 hours}"))
    #expect(!lines.contains { $0.contains("{Yes}") })
  }

  @Test func `a row whose name stands twice is not asked`() throws {
    let lines = try Self.lines(
      """
      | Mechanism | Cause |
      |---|---|
      | Production | Infection |
      | Production | Folate deficiency |
      | Redistribution | Splenomegaly |
      """
    )
    #expect(lines == ["Redistribution – Cause: {Splenomegaly}"], "\(lines)")
  }

  @Test func `values over values make no card`() throws {
    let lines = try Self.lines(
      """
      | Lidocaine | 3 mg/kg | 1 to 2 hours |
      |---|---|---|
      | Bupivacaine | 2 mg/kg | 4 to 8 hours |
      """
    )
    #expect(lines.isEmpty, "\(lines)")
  }

  @Test func `a dose under a heading that names another drug is no dose of the title's`() throws {
    let text = """
      # Methotrexate for arthritis

      Methotrexate calms the immune system. Methotrexate is taken once a week by mouth.

      ## Why have I been given fluconazole?

      The usual dose is 5 mg once a week in most adults.
      """
    #expect(try !drafts(of: text, named: "leaflet.md").contains { $0.line.contains("5 mg") })
  }

  @Test func `two tables side by side and a header of two lines are not asked`() throws {
    let beside = """
      | Weight | Volume | Weight | Volume |
      |---|---|---|---|
      | 3 kg | 20 ml | 15 kg | 80 ml |
      | 6 kg | 40 ml | 20 kg | 100 ml |
      """
    #expect(try Self.lines(beside) == [])
    let layered = """
      | Age | Phototherapy | Exchange |
      |---|---|---|
      | Age | Healthy infant | Infant at risk |
      | Day 2 | 260 micromol/L | 425 micromol/L |
      """
    #expect(try Self.lines(layered) == [])
  }

  @Test func `a cell that anybody would guess is not asked`() throws {
    let lines = try Self.lines(
      """
      | Finding | At home | In hospital |
      |---|---|---|
      | Consciousness | Normal | Impaired |
      | Saturation | 92% or more | Below 90% |
      """
    )
    #expect(!lines.contains { $0.contains("{Normal}") }, "\(lines)")
    #expect(lines.contains { $0.contains("Saturation") }, "\(lines)")
  }

  @Test func `the steps of a procedure are no names`() throws {
    let table = """
      | Step | What to do |
      |---|---|
      | 1 | Shake the inhaler for 5 seconds |
      | 2 | Rinse the mouth after inhalation |
      """
    #expect(try Self.lines(table) == [])
  }

  @Test func `a row without a name of its own and a column of remarks are not asked`() throws {
    let table = """
      | Drug | Adult dose | Notes |
      |---|---|---|
      | furosemide | 40 mg every 6 hours | Ototoxic in overdose |
      | or | 50 mg every 6 hours | Constipation is frequent |
      """
    let lines = try Self.lines(table)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("{40 mg every 6 hours}") }, "\(lines)")
  }

  @Test func `an amount in a row needs the name of the drug over it`() throws {
    let table = """
      | Weight | Daily dose |
      |---|---|
      | 6 to 9 kg | 1 tablet |
      | 10 to 14 kg | 2 tablets |
      """
    func lines(_ heading: String) throws -> [String] {
      try drafts(of: "# Sepsis\n\n## \(heading)\n\n\(table)", named: "a.md").map(\.line)
    }
    #expect(try lines("Anticonvulsants") == [])
    #expect(try !lines("Phenobarbital").isEmpty)
  }

  @Test func `a second table has its own columns, and what a row of one cell heads is not asked`()
    throws
  {
    let table = """
      | Drug | Adult dose |
      |---|---|
      | apixaban | 5 mg twice daily |

      | Drug | Dose in renal failure |
      |---|---|
      | rivaroxaban | 15 mg once daily |
      | **In dialysis** | |
      | dabigatran | 75 mg once daily |
      """
    let lines = try Self.lines(table)
    #expect(lines.contains { $0.contains("Dose in renal failure: {15 mg once daily}") }, "\(lines)")
    #expect(!lines.contains { $0.contains("75 mg") }, "\(lines)")
  }
}

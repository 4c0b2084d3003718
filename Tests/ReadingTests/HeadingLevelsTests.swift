import Testing

@testable import Reading

@Suite struct HeadingLevelsTests {
  private func levels(_ headings: [String]) -> [Int] {
    var levels = HeadingLevels(headings)
    return headings.map { levels.level(of: $0) }
  }

  @Test func `a number tells how deep a heading lies, and what has none lies below`() {
    let headings = ["Fluoxetine", "2 Dosage", "2.1 Depression", "Initial dose", "3 Storage"]
    #expect(levels(headings) == [1, 1, 2, 8, 1])
  }

  @Test func `a heading that comes again belongs to the one before that does not`() throws {
    let document = try Document(
      name: "a.txt",
      kind: .plainText,
      bytes: Array(
        """
        Skin

        Leprosy

        Treatment

        Dapsone is given.

        Herpes

        Treatment

        Aciclovir is given.
        """.utf8
      )
    )
    let headings = document.passages.filter { $0.kind == .paragraph }.map(\.headings)
    #expect(headings == [["Leprosy", "Treatment"], ["Herpes", "Treatment"]])
  }

  @Test func `a heading that says nothing of its subject belongs to the one before`() {
    #expect(levels(["Agitation", "Clinical features", "Delirium", "Management"]) == [1, 9, 1, 9])
    #expect(levels(["Treatment", "Delirium"]) == [1, 1])
  }

  @Test func `capitals open a section, but for the title`() {
    #expect(levels(["ASPIRIN", "About it", "BLEEDING", "In adults", "COUGH"]) == [1, 1, 1, 8, 1])
    // What any disease has belongs to the one above.
    let headings = ["OSTEOMYELITIS", "TREATMENT", "PERTUSSIS", "INPATIENT TREATMENT"]
    #expect(levels(headings) == [1, 2, 1, 2])
    #expect(levels(["Aspirin", "BOXED WARNING", "DOSAGE"]) == [1, 1, 1])
    #expect(levels(["Gentamicin", "Children", "Dosage"]) == [1, 1, 9])
    let repeated = ["Malaria", "Treatment", "Adults", "Prophylaxis", "Adults"]
    #expect(levels(repeated) == [1, 9, 10, 9, 10])
    #expect(levels(["PHENYTOIN", "BREAST-FEEDING", "CAUTIONS", "DOSE"]) == [1, 2, 2, 2])
  }

  @Test(arguments: ["5 to 15% of patients", "12", "-", "2.5"])
  func `a number alone is no depth`(heading: String) {
    #expect(levels(["Title", heading]).allSatisfy { $0 == 1 })
  }

  @Test func `a numbered heading may be long`() throws {
    let long =
      "2.5 Fluoxetine and Olanzapine in Combination: Depressive Episodes of Bipolar I Disorder"
    let document = try Document(
      name: "a.txt",
      kind: .plainText,
      bytes: Array("Fluoxetine\n\n2.4 Panic\n\nGive 10 mg.\n\n\(long)\n\nGive 20 mg.".utf8)
    )
    #expect(document.passages.last?.headings.last == long)
  }
}

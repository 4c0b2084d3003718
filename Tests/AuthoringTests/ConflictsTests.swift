import Decks
import Reading
import Scheduling
import Testing

@testable import Authoring

@Suite struct ConflictsTests {
  private static func conflicts(_ texts: [String]) throws -> [Conflict] {
    let assertions = try texts.enumerated().flatMap { index, text in
      let document = try Samples.document(text, named: "\(index).txt")
      return AssertionFinder.assertions(
        in: document,
        of: Prose(document),
        key: "doc\(index)",
        people: nil
      )
    }
    return Conflicts(assertions).all
  }

  @Test(
    arguments: [
      (
        "Seek advice if the weight rises by more than 2 kg over three days.",
        "Ring the nurse if the weight goes up by more than 1.5 kg over three days.",
        ["2 kg", "1.5 kg"]
      ),
      (
        "Thiazide diuretics increase the serum concentration of lithium.",
        "Thiazide diuretics reduce the serum concentration of lithium.",
        ["increase", "reduce"]
      ),
      (
        "Ketamine crosses the placenta of pregnant women readily.",
        "Ketamine does not cross the placenta of pregnant women readily.",
        ["crosses", "does"]
      ),
    ]
  )
  func `numbers, directions and denials contradict`(
    left: String,
    right: String,
    values: [String]
  ) throws {
    let found = try Self.conflicts([left, right])
    #expect(found.count == 1)
    #expect(found.first?.sides.map(\.value) == values)
    #expect(found.first?.sides.map(\.document) == ["doc0", "doc1"])
  }

  @Test(
    arguments: [
      (
        "The usual starting dose of ramipril is 2.5 mg once daily.",
        "The usual starting dose of bisoprolol is 1.25 mg once daily."
      ),
      (
        "Aim for a saturation of 94 to 98% in most adults and 88 to 92% in those at risk.",
        "Aim for a saturation of 94 to 98% in most adults, and of 88 to 92% in those at risk."
      ),
      (
        "Children: 10 to 20 mg/kg (max. 1 g) once daily.",
        "Children: 30 mg/kg (max. 1 g) 3 times daily."
      ),
      (
        "The dose in adults is 5 mg twice a day by mouth.",
        "The dose in children is 2 mg twice a day by mouth."
      ),
      (
        "The half-life of the drug is 2 hours in adults.",
        "The half-life of the drug is 2 hours in adults."
      ),
      ("Fever lasts for three days in most people.", "Cough lasts for two weeks in most people."),
    ]
  )
  func `what speaks of different things does not`(left: String, right: String) throws {
    #expect(try Self.conflicts([left, right]).isEmpty)
  }

  @Test func `a disputed card cites both documents`() throws {
    let filler = "\n\n" + String(repeating: "filler ", count: 200) + "words."
    let documents = [
      try Samples.document(
        "In heart failure a weight gain of more than 2 kg over three days is a warning sign."
          + filler,
        named: "a.txt"
      ),
      try Samples.document(
        "In heart failure a weight gain of more than 1.5 kg over three days is a warning sign."
          + filler,
        named: "b.txt"
      ),
    ]
    let cards = Generator(.generous).run(documents: documents).drafts.map(\.card)
    let disputed = try #require(cards.first { $0.line.contains("2 kg") })
    #expect(disputed.details.disputed?.contains("1.5 kg") == true)
    #expect(disputed.details.citations.map(\.document) == ["a", "b"])
  }

  @Test func `one fact of two documents is one card with two citations`() throws {
    let filler = "\n\n" + String(repeating: "filler ", count: 200) + "words."
    let fact = "The half-life of furosemide is 2 hours in healthy adults."
    let documents = [
      try Samples.document(fact + filler, named: "a.txt"),
      try Samples.document("About a drug.\n\n" + fact + filler, named: "b.txt"),
    ]
    let cards = Generator(.generous).run(documents: documents).drafts.map(\.card)
    let card = try #require(cards.first { $0.line.contains("2 hours") })
    #expect(card.details.citations.map(\.document) == ["a", "b"])
    #expect(cards.count { $0.line.contains("2 hours") } == 1)
  }

  /// Whatever is measured of whatever drug: two documents contradict each other where their numbers
  /// differ and nowhere else, and it does not matter which is read first.
  @Test func `numbers contradict where they differ, in either order`() throws {
    var random = SplitMix64(seed: 5)
    let drugs = ["furosemide", "warfarin", "amiodarone", "vancomycin", "ramipril"]
    let measures = ["elimination half-life", "usual starting dose", "maximum daily dose"]
    let units = ["mg", "hours", "mL"]
    for _ in 0..<150 {
      let drug = drugs.randomElement(using: &random) ?? ""
      let measure = measures.randomElement(using: &random) ?? ""
      let unit = units.randomElement(using: &random) ?? ""
      let numbers = (Int.random(in: 2...9, using: &random), Int.random(in: 2...9, using: &random))
      let texts = [numbers.0, numbers.1].map {
        "The \(measure) of \(drug) in healthy adults is \($0) \(unit)."
      }
      let found = try Self.conflicts(texts)
      #expect(found.count == (numbers.0 == numbers.1 ? 0 : 1), "\(texts)")
      let turned = try Self.conflicts(texts.reversed())
      #expect(
        Set(turned.flatMap(\.sides).map(\.value)) == Set(found.flatMap(\.sides).map(\.value))
      )
    }
  }
}

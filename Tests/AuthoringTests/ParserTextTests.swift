import Reading
import Testing

@testable import Authoring

@Suite struct ParserTextTests {
  @Test(arguments: [
    ("Hepatitis (B or C) is a disease.", "Hepatitis is a disease."),
    ("It is common (a (b) c).", "It is common."),
    ("[Ketamine] is “safe” here.", "Ketamine is safe here."),
    ("The patient’s 5–10 mg – no more.", "The patient's 5-10 mg – no more."),
    ("Patients’ wards don’t 'rest'.", "Patients' wards don't rest."),
    ("A  b\u{A0}c\n d\u{AD}e.", "A b c de."),
    ("An open ( b.", "An open b."),
    ("", ""),
  ])
  func `marks that a parser does not take are left out`(text: String, expected: String) {
    #expect(ParserText(statement(text)).text == expected)
  }

  @Test func `every scalar knows where it stood`() {
    let source = statement("Hepatitis (B) is the patient’s “disease” – 5–10 days.")
    let text = ParserText(source)
    #expect(text.scalars.count == text.origins.count)
    #expect(zip(text.origins, text.origins.dropFirst()).allSatisfy { $0 < $1 })
    for (scalar, origin) in zip(text.scalars, text.origins) where scalar.isLetter {
      #expect(source.scalars[origin] == scalar)
    }
  }
}

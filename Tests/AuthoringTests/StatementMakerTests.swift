import Reading
import Testing

@testable import Authoring

@Suite struct StatementMakerTests {
  @Test(arguments: [
    (
      "However, it is important to note that ketamine is short-acting; therefore, it is repeated.",
      ["Ketamine is short-acting.", "It is repeated."]
    ),
    ("Bipolar disorder: Studies suggest an effect.", ["Studies suggest an effect."]),
    ("Ketamine may help; the dose is low.", ["Ketamine may help; the dose is low."]),
    (
      "GABA, a calming transmitter, is dependent on glutamate.",
      [
        "GABA is a calming transmitter.",
        "GABA, a calming transmitter, is dependent on glutamate.",
      ]
    ),
    (
      "Ketamine, originally developed as an anesthetic, has other uses.",
      [
        "Ketamine was originally developed as an anesthetic.",
        "Ketamine, originally developed as an anesthetic, has other uses.",
      ]
    ),
    (
      "As glutamate is the most common transmitter, its rise matters.",
      [
        "Glutamate is the most common transmitter.",
        "As glutamate is the most common transmitter, its rise matters.",
      ]
    ),
    (
      "Bisphosphonates; should be taken one hour before.",
      ["Bisphosphonates; should be taken one hour before."]
    ),
    ("In adults, the dose is 5 mg.", ["In adults, the dose is 5 mg."]),
    ("Moreover, pH is measured hourly here.", ["pH is measured hourly here."]),
    (
      "HLA-B*15:02 allele: it raises the risk of the Stevens-Johnson syndrome.",
      ["It raises the risk of the Stevens-Johnson syndrome."]
    ),
    ("Spirometry (spi-ROM-eh-tre) is a test.", ["Spirometry is a test."]),
    ("Asthma (AZ-ma) narrows the airways.", ["Asthma narrows the airways."]),
    ("Adults (HIV-free) need no test here.", ["Adults (HIV-free) need no test here."]),
    ("Early switching (IV-to-oral) is safe.", ["Early switching (IV-to-oral) is safe."]),
  ])
  func `only what carries nothing is left out`(text: String, expected: [String]) throws {
    #expect(try statements(of: text) == expected)
  }

  @Test(arguments: [
    ("Ketamine is a drug. It blocks a receptor.", "[Ketamine] blocks a receptor."),
    (
      "The way ketamine works is debated. However, it's believed to block NMDA receptors.",
      "[Ketamine] is believed to block NMDA receptors."
    ),
    (
      "Ketamine is old. Developed in 1962, it was approved in 1970.",
      "Developed in 1962, [ketamine] was approved in 1970."
    ),
    ("Esketamine, a form of ketamine, is new. It is sprayed.", "It is sprayed."),
    ("Patients with ketamine in their blood sleep. It is safe.", "It is safe."),
    ("Ketamine is old. It is possible to give ketamine.", "It is possible to give ketamine."),
    ("Ketamine's price is low. It is falling.", "It is falling."),
  ])
  func `it stands for what leaves no choice`(text: String, expected: String) throws {
    #expect(try statements(of: text).last == expected)
  }

  @Test func `each letter of a statement knows its place`() throws {
    let text = "However, GABA, a calming transmitter, is dependent on glutamate."
    let document = try Samples.document(text, named: "a.txt")
    let sentence = try #require(document.passages.flatMap(document.sentences).first)
    let statement = try #require(
      StatementMaker(salience: Salience([sentence])).statements(of: sentence, after: nil).first
    )
    for (scalar, origin) in zip(statement.scalars, statement.origins) {
      if let origin { #expect(document.text[origin] == scalar) }
    }
    #expect(statement.source.map(document.string) == "GABA, a calming transmitter")
  }

  /// The statements of the last sentence of a text that is about ketamine.
  private func statements(of text: String) throws -> [String] {
    let about = "Ketamine is known. The use of ketamine grows. Many know ketamine."
    let document = try Samples.document(about + "\n\n" + text, named: "a.txt")
    let sentences = document.passages.map(document.sentences)
    let last = try #require(sentences.last)
    let maker = StatementMaker(salience: Salience(sentences.flatMap { $0 }))
    return maker.statements(of: try #require(last.last), after: last.dropLast().last).map(\.text)
  }

  @Test(arguments: [
    ("doxycycline 200 mg for 5 days, or", "Doxycycline 200 mg for 5 days."),
    ("doxycycline or", "Doxycycline or."), ("or", "Or."),
    ("a clearance below 30 mL/min and", "A clearance below 30 mL/min and."),
  ])
  func `what joins an item to the next is no part of it`(item: String, sentence: String) {
    var statement = Statement()
    statement.append(item)
    #expect(statement.asSentence.text == sentence)
  }
}

import Reading
import Testing

@testable import Authoring

@Suite struct StatementCuttingTests {
  private func parts(of text: String) throws -> [String] {
    let document = try Samples.document(text, named: "a.txt")
    let sentences = document.passages.flatMap(document.sentences)
    let maker = StatementMaker(salience: Salience(sentences))
    return maker.parts(of: Statement(try #require(sentences.first).text)).map(\.text)
  }

  private static let tail =
    "the mass of the right ventricle is on average between 60 and 80 g in healthy adults."

  @Test func `what stands side by side is parted`() throws {
    let first =
      "The mass of the left ventricle is on average between 130 and 160 g in healthy adults"
    #expect(try parts(of: "\(first), and \(Self.tail)") == [first, Self.tail])
  }

  @Test(arguments: [
    // What opens the first part may hold for the second.
    "In athletes the mass of the left ventricle is on average between 130 and 160 g at rest",
    // A doubt is about both.
    "The mass of the left ventricle may be on average between 130 and 160 g in healthy adults",
  ])
  func `a second part that may need the first is left with it`(first: String) throws {
    #expect(try parts(of: "\(first), and \(Self.tail)") == [first])
  }

  @Test(arguments: [
    (
      "The right ventricle carries deoxygenated blood into the pulmonary trunk, which then leads "
        + "toward the lungs and divides there into the left and the right pulmonary arteries.",
      "The right ventricle carries deoxygenated blood into the pulmonary trunk"
    ),
    (
      "A second course of isotretinoin is not recommended before a waiting period of two months "
        + "because the acne goes on to improve after a course of fifteen to twenty weeks.",
      "A second course of isotretinoin is not recommended before a waiting period of two months"
    ),
  ])
  func `what describes or gives a reason is left out`(text: String, expected: String) throws {
    #expect(try parts(of: text) == [expected])
  }

  @Test(arguments: [
    // A condition, a number and a denial stay.
    "The right ventricle pumps deoxygenated blood into the pulmonary trunk, which leads toward "
      + "the lungs and stays open only if the pulmonary valve has not narrowed.",
    "The right ventricle pumps deoxygenated blood into the pulmonary trunk, which leads toward "
      + "the lungs and divides there into 2 arteries of about the same width.",
    "Aspirin is given to most adults after a stroke, and it is stopped where the bleeding of the "
      + "gut is so severe that the haemoglobin falls within the first days.",
    // Short enough to be asked about as it stands.
    "The left ventricle is thick, and the right ventricle is thin.",
  ])
  func `nothing is lost that what is said depends on`(text: String) throws {
    #expect(try parts(of: text).isEmpty)
  }
}

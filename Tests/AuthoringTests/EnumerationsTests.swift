import Testing

@testable import Authoring

@Suite struct EnumerationsTests {
  private func counted(_ text: String) -> [String] {
    var statement = Statement()
    statement.append(text)
    let analysis = PatternAnalyzer.analysis(of: statement.asSentence)
    return Enumerations.claims(in: analysis).map { analysis.text($0.focus) }
  }

  @Test(arguments: [
    (
      "The commonest adverse effects are fatigue, dry mouth and headache.",
      "fatigue, dry mouth and headache"
    ),
    (
      "Common causes include Graves disease, thyroiditis and nodules.",
      "Graves disease, thyroiditis and nodules"
    ),
    ("The nerve is made of axons, myelin and vessels.", "axons, myelin and vessels"),
  ])
  func `three things counted up to the end are asked for together`(text: String, list: String) {
    #expect(counted(text) == [list])
  }

  @Test(arguments: [
    "Fatigue and headache are common.",
    "The commonest effects are fatigue, dry mouth and headache in adults.",
    "Some drugs, such as aspirin, ibuprofen and naproxen.",
    "The adverse effects are fatigue, headache and others.",
    "The effects are fatigue, dry mouth, vertigo, nausea and headache.",
  ])
  func `a list that is open, long or goes on is not`(text: String) {
    #expect(counted(text) == [])
  }
}

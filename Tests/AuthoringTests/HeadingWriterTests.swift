import Testing

@testable import Authoring

@Suite struct HeadingWriterTests {
  private func asked(_ text: String, under heading: String) -> String? {
    var statement = Statement()
    statement.append(text)
    let analysis = PatternAnalyzer.analysis(of: statement.asSentence)
    let found = HeadingWriter.candidate(from: analysis, under: ["Title", heading])
    return found.map { fact, draftable in
      guard case .basic(let question) = draftable.form else { return "?" }
      return "\(question) — \(analysis.text(fact.claim.focus))"
    }
  }

  @Test func `a heading that asks is the question of the sentence that answers it`() {
    #expect(
      asked(
        "The two greatest dangers to the patient are eclampsia and an intracerebral haemorrhage.",
        under: "3-28 What are the greatest dangers to a patient with severe pre-eclampsia?"
      ) == "What are the greatest dangers to a patient with severe pre-eclampsia? — "
        + "eclampsia and an intracerebral haemorrhage"
    )
  }

  @Test(arguments: [
    ("Gout is a form of arthritis.", "What is gout?"),
    ("Gout is a form of arthritis.", "Causes of gout"),
    (
      "The usual maintenance fluid is Neonatalyte.",
      "What is maintenance fluid and when is it used?"
    ),
    ("It is a form of arthritis.", "What is the most common form of inflammatory arthritis?"),
    ("Gout is the commonest form of arthritis.", "What is the cause of gout?"),
    ("Gouty arthritis is a rare, inherited disease.", "What causes gouty arthritis?"),
    ("The uric acid is measured.", "What are the greatest dangers of gout?"),
    ("The commonest cause of gout is what you eat.", "What is the commonest cause of gout?"),
  ])
  func `a meaning, another matter or a pointer is not asked for`(text: String, heading: String) {
    #expect(asked(text, under: heading) == nil)
  }
}

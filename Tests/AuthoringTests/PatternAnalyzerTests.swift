import Reading
import Testing

@testable import Authoring

@Suite struct PatternAnalyzerTests {
  /// Noun phrases in `[ ]`, numbers in `< >`, the first finite verb in `{ }`.
  @Test(arguments: [
    (
      "Ketamine is a dissociative anesthetic.",
      "[Ketamine] {is} a [dissociative anesthetic] ."
    ),
    (
      "Unlike thiazides, which target calcium, furosemide acts on the loop.",
      "Unlike [thiazides] , which {target} [calcium] , [furosemide] acts on the [loop] ."
    ),
    (
      "The recommended dose of adrenaline is 0.5 mg in adults.",
      "The [recommended dose] of [adrenaline] {is} <[0.5 mg]> in [adults] ."
    ),
    (
      "Glutamate receptors increase, leading to improved mood.",
      "[Glutamate receptors] {increase} , leading to [improved mood] ."
    ),
    (
      "Despite its potential benefits, the drug triggers the brain to make glutamate.",
      "Despite its [potential benefits] , the [drug] {triggers} the [brain] to make [glutamate] ."
    ),
    (
      "It can negatively impact brain structure and function.",
      "It {can} negatively impact [brain structure and function] ."
    ),
    (
      "Esketamine, a variant of ketamine, received approval in 2019.",
      "[Esketamine] , a [variant] of [ketamine] , {received} [approval] in <2019> ."
    ),
  ])
  func `words, phrases and the verb are seen`(text: String, expected: String) {
    #expect(analysis(text).description == expected)
  }

  @Test(arguments: [
    ("It lasts 5 to 10 minutes.", ["5 to 10 minutes"]),
    ("Give 1–2 mg/kg, then 5mg, then 50%.", ["1–2 mg/kg", "5mg", "50%"]),
    ("In 2014 and since the 1970s, 2,500 patients.", ["2014", "1970s", "2,500 patients"]),
    ("It works within minutes or hours, after a few days.", ["minutes or hours", "a few days"]),
    ("It may take weeks or even months in two weeks.", ["weeks or even months", "two weeks"]),
    ("Use adrenaline 1:1000 in the three stages of 12 steps.", ["1:1000"]),
    ("Half of all patients wait 6 hours to 2 days.", ["Half", "6 hours to 2 days"]),
    (
      "It affects one-third of men, a quarter of women, the third of four.",
      ["one-third", "a quarter"]
    ),
    ("It begins between the ages of 20 and 50.", ["20 and 50"]),
    ("Give 2 MIU every day.", ["2 MIU"]),
  ])
  func `numbers are found with their units`(text: String, expected: [String]) {
    let analysis = analysis(text)
    #expect(analysis.quantities.map { analysis.text($0.words) } == expected)
  }

  @Test func `members of a list are marked, and a pair is one phrase`() {
    let list = analysis("It causes nausea, vertigo, and fever.").nounPhrases
    #expect(list.map(\.isListed) == [true, true, true])
    let pair = analysis("It causes nausea and vertigo.").nounPhrases
    #expect(pair.map(\.isListed) == [false])
  }

  private func analysis(_ text: String) -> Analysis {
    var statement = Statement()
    statement.append(text)
    return PatternAnalyzer.analysis(of: statement)
  }
}

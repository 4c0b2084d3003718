import Testing

@testable import Authoring

@Suite struct FactFinderTests {
  private func claims(_ text: String) -> [(answer: String, claim: Fact.Claim)] {
    var statement = Statement()
    statement.append(text)
    let analysis = PatternAnalyzer.analysis(of: statement.asSentence)
    return FactFinder.facts(in: analysis).map { (analysis.text($0.claim.focus), $0.claim) }
  }

  @Test(arguments: [
    ("The lungs are tested with a method called spirometry.", "spirometry"),
    ("Right heart failure from lung disease is known as cor pulmonale.", "cor pulmonale"),
    ("Above the basilar membrane is the tectorial membrane.", "tectorial membrane"),
    ("The state is also referred to as status asthmaticus.", "status asthmaticus"),
    (
      "Hypercapnia, or too much carbon dioxide in the blood, occurs in respiratory failure.",
      "Hypercapnia"
    ),
  ])
  func `a name is asked for where the sentence explains it`(text: String, name: String) {
    let named = claims(text).filter { if case .called = $0.claim { true } else { false } }
    #expect(named.map(\.answer) == [name])
  }

  @Test(arguments: [
    ("The philtrum is the surface that connects the nose to the upper lip.", ["philtrum"]),
    ("An ala is a structure that forms the side of each naris.", ["ala"]),
    ("The spleen is an organ in the abdomen.", []),
    ("Ibuprofen is a drug that lowers fever.", []),
  ])
  func `a thing is asked for where the sentence says what no other does`(
    text: String,
    terms: [String]
  ) {
    let named = claims(text).filter { if case .term = $0.claim { true } else { false } }
    #expect(named.map(\.answer) == terms)
  }

  @Test func `any phrase that would have to be learnt may be asked for`() {
    let found = claims("The device is placed beside the lesser omentum before the scan.")
    #expect(found.contains { $0.answer == "lesser omentum" })
  }

  @Test(arguments: [
    ("Probenecid raises the level of amoxicillin.", "raises", "lowers or raises"),
    ("The excretion of lithium is reduced by thiazides.", "reduced", "increased or reduced"),
    ("Breathing fast makes the blood alkaline.", "alkaline", "acidic or alkaline"),
    ("The level is higher than in adults.", "higher", "higher or lower"),
    ("Vomiting causes a fall in chloride.", "fall", "fall or rise"),
  ])
  func `of two opposites one is asked for, both in sight`(
    text: String,
    answer: String,
    choice: String
  ) {
    let found = claims(text).compactMap { pair -> String? in
      if case .direction(_, let choice) = pair.claim { "\(pair.answer): \(choice)" } else { nil }
    }
    #expect(found == ["\(answer): \(choice)"])
  }

  @Test(arguments: [
    "Probenecid does not raise the level of amoxicillin.",
    "Smoking increases the risk of stroke.",
    "Doses higher than 6 mg are not recommended.",
    "Raise the dose of amoxicillin.",
    "The alkaline phosphatase is measured.",
    "Lactic acidosis is rare.",
    "The blood pressure falls below normal.",
  ])
  func `a direction that is denied, told or an order is not asked`(text: String) {
    #expect(claims(text).allSatisfy { if case .direction = $0.claim { false } else { true } })
  }

  @Test func `no choice tells its answer by its order`() {
    for word in ["raises", "lowers", "increases", "decreases", "reduces"] {
      let words = Opposites.choice(for: word, as: .verb)?.split(separator: " ") ?? []
      #expect(words.count == 3 && words[0] < words[2] && words.contains(Substring(word)))
    }
    #expect(Opposites.choice(for: "stands", as: .verb) == nil)
    #expect(Opposites.choice(for: "raises", as: nil) == nil)
  }

  @Test(arguments: [
    ("It is taken three times a day.", "three times a day"),
    ("It is taken once every 4 weeks.", "once every 4 weeks"),
    ("It is taken twice daily with food.", "twice daily"),
    ("More than 25 million people have asthma.", "25 million people"),
    ("The target is an INR of 2 to 3 in most.", "2 to 3"),
    ("Keep the pH between 7.35 and 7.45 at all times.", "7.35 and 7.45"),
    ("Refer with a score of 2 or more.", "2"),
  ])
  func `frequencies, crowds and scales are numbers to ask for`(text: String, number: String) {
    let numbers = claims(text).filter { $0.claim.asksForNumber }.map(\.answer)
    #expect(numbers == [number])
  }
}

import Authoring
import Decks
import Reading
import Scheduling
import Testing

@Suite struct GeneratorTests {
  @Test func `a guideline gives its doses, times and rules`() throws {
    let lines = try drafts(of: Samples.guideline).map(\.line)
    for line in [
      "Symptoms usually begin within {30 minutes} of exposure to the trigger.",
      "The recommended dose of adrenaline is {0.5 mg} intramuscularly in adults.",
      "A crystalloid bolus of {500 to 1000 mL} is given for hypotension that persists after two "
        + "doses of adrenaline.",
      "Serum tryptase is measured within {2 hours} of the onset of symptoms.",
      "Patients should be observed for at least {6 hours} after the symptoms resolve, e.g. on a "
        + "short-stay ward.",
    ] {
      #expect(lines.contains(line), "\(lines)")
    }
  }

  @Test func `a textbook gives its mechanisms, names and numbers`() throws {
    let lines = try drafts(of: Samples.textbook).map(\.line)
    for line in [
      "What is the half-life of furosemide in healthy adults? — 2 hours",
      "Unlike thiazide diuretics, furosemide increases the {urinary excretion} of calcium.",
      "Loop diuretics, such as furosemide and bumetanide, can cause {hypokalaemia::condition}.",
      "Torasemide, a loop diuretic with a longer action, is marketed under the brand name {Torem} "
        + "in several countries.",
    ] {
      #expect(lines.contains(line), "\(lines)")
    }
  }

  @Test func `a handout in Markdown gives its targets without the markup`() throws {
    let lines = try drafts(of: Samples.handout, named: "oxygen.md").map(\.line)
    for line in [
      "What is the target saturation in most acutely ill adults? — 94–98%",
      "In patients with hypercapnic respiratory failure the target saturation is {88–92%}.",
    ] {
      #expect(lines.contains(line), "\(lines)")
    }
    let direction = "{vasoconstriction::vasoconstriction or vasodilation}"
    #expect(lines.contains("Hyperoxia can cause coronary \(direction) in susceptible patients."))
  }

  @Test func `a number is not asked for where the same sentence gives another`() throws {
    let text = "The lifetime incidence of appendicitis is 8.6% in males and 6.7% in females."
    #expect(try !drafts(of: text).contains { $0.line.hasPrefix("What is the lifetime incidence") })
  }

  @Test func `a draft is no more than a draft, and says where it comes from`() throws {
    let generation = Generator(.generous).run(documents: try Samples.all())
    #expect(generation.drafts.count == 7)
    for card in generation.drafts.map(\.card) {
      #expect(card.status == .draft)
      #expect(card.id == nil)
      #expect(card.details.evidence == nil)
      #expect(card.details.citations.count == 1)
    }
  }

  @Test func `the same documents give the same drafts`() throws {
    let first = Generator(.generous).run(documents: try Samples.all())
    let second = Generator(.generous).run(documents: try Samples.all())
    #expect(first.drafts == second.drafts)
    #expect(first.reports == second.reports)
  }

  @Test func `what the deck holds is not proposed again`() throws {
    let first = try drafts(of: Samples.guideline)
    #expect(try drafts(of: Samples.guideline, existing: first).isEmpty)
    var reworded = try #require(first.first)
    reworded.body = .question(
      stem: "What describes the reaction best?",
      key: .text(TextKey(answer: first.map(\.line).joined(separator: " ")))
    )
    let others = try drafts(of: Samples.guideline, existing: [reworded])
    #expect(!others.contains { $0.line == first[0].line })
    #expect(others.count == first.count - 1)
  }

  @Test func `cards of the deck count against the document's share`() throws {
    let document = try Samples.document(Samples.guideline, named: "g.txt")
    let first = Generator(.generous).run(documents: [document])
    #expect(first.drafts.count == first.reports[0].words / Generator.wordsPerCard)
    let second = Generator(.generous).run(documents: [document], existing: first.drafts.map(\.card))
    #expect(second.drafts.isEmpty)
    #expect(second.reports[0].allowance == 0)
  }

  @Test func `what was rejected is not proposed again`() throws {
    let first = try drafts(of: Samples.textbook)
    let rejected = first.prefix(2).map { RejectedDraft(card: $0) }
    let second = try drafts(of: Samples.textbook, rejected: rejected)
    #expect(Set(second.map(\.line)).isDisjoint(with: first.prefix(2).map(\.line)))
    #expect(!second.isEmpty)
  }

  @Test func `a run that is stopped keeps what it found`() throws {
    var asked = 0
    let generation = Generator(.generous).run(
      documents: try Samples.all(),
      isCancelled: {
        asked += 1
        return asked > 8
      }
    )
    #expect(generation.isCancelled)
    #expect(generation.reports.count == 1)
    #expect(generation.reports[0].sentences == 8)
    #expect(!generation.drafts.isEmpty)
  }

  @Test func `progress counts the documents and never goes back`() throws {
    var heard: [Generator.Progress] = []
    _ = Generator(.generous).run(documents: try Samples.all(), progress: { heard.append($0) })
    #expect(Set(heard.map(\.documents)) == [0, 1, 2, 3])
    #expect(zip(heard, heard.dropFirst()).allSatisfy { $0.share <= $1.share })
    #expect(heard.first?.share == 0 && heard.last?.share == 1)
  }

  @Test func `every sentence and candidate is accounted for`() throws {
    let documents = try Samples.all() + (Samples.isSharedThere ? Samples.sharedDocuments() : [])
    for report in Generator(.generous).run(documents: documents).reports {
      let fallen = report.candidatesDropped.values.reduce(0, +)
      #expect(report.candidates == report.kept + fallen)
      #expect(report.sentencesDropped.values.reduce(0, +) <= report.sentences)
      #expect(report.sections.reduce(0) { $0 + $1.kept } == report.kept)
      #expect(report.sections.reduce(0) { $0 + $1.sentences } == report.sentences)
      #expect(report.kept <= report.allowance)
    }
  }

  @Test func `a fact that two documents state is proposed once`() throws {
    let text = "Ketamine is a dissociative anaesthetic with a short duration of action."
    let filler = "\n\n" + String(repeating: "filler ", count: 100) + "words."
    let documents = [
      try Samples.document(text + filler, named: "a.txt"),
      try Samples.document("Ketamine, a drug.\n" + text + filler, named: "b.txt"),
    ]
    let generation = Generator(.generous).run(documents: documents)
    #expect(generation.drafts.map { $0.card.details.citations[0].document } == ["a"])
    #expect(generation.reports[1].candidatesDropped[.duplicate] ?? 0 > 0)
  }

  @Test func `any words at all keep the laws of drafts`() throws {
    var generator = SplitMix64(seed: 23)
    let words = [
      "Ketamine", "the", "a", "is", "may", "not", "of", "in", "and", "or", ",", ".", ";", ":",
      "which",
      "NMDA", "receptor", "receptors", "blocks", "increases", "used", "to", "5", "mg", "0.5–1",
      "2019",
      "50%", "unlike", "such as", "include", "brand name", "Spravato", "(", ")", "“", "”", "it",
      "it's",
      "as", "originally", "developed", "weeks", "hours", "should", "without", "most", "\n", "\n\n",
      "- ", "1. ", "# Head", "{{", "[]", "Dr.", "Lee", "Lee's", "é", "😀", "*", "**", "e.g.", "?",
    ]
    for round in 0..<250 {
      let count = Int.random(in: 10...200, using: &generator)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &generator) }
        .joined(separator: " ")
      let name = round.isMultiple(of: 2) ? "a.md" : "a.txt"
      let document = try Samples.document("Ketamine is here. " + text, named: name)
      for draft in Generator(.generous).run(documents: [document]).drafts {
        let card = draft.card
        let span = try #require(card.details.citations.first?.span)
        #expect(document.string(draft.cited) == span, "\(text)")
        #expect(document.string(0..<document.text.count).contains(span), "\(text)")
        #expect(!span.contains("\n"), "\(text)")
        #expect(card.line != "?", "\(text)")
      }
    }
  }

  @Test func `a short list under its lead-in is asked for as a whole`() throws {
    let text = """
      Necrotising infections

      The late signs are:

      - crepitus
      - a fetid odour
      - loss of feeling

      Refer at once.
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(
      lines.contains("The late signs are: {crepitus; a fetid odour; loss of feeling}"),
      "\(lines)"
    )
  }

  @Test func `advice on lines without a full stop is read`() throws {
    let text = """
      Stroke in adults

      give supplemental oxygen to people with stroke only if the saturation drops below 95%

      maximum of so many lines of prose, which is only a remark
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(lines.contains { $0.contains("{95%}") }, "\(lines)")
  }

  @Test func `a third draft that asks for the same term is one too many`() throws {
    let bacilli = [
      "A single drug given alone breeds resistant tubercle bacilli in the lung cavity.",
      "Rifampicin in the first two months kills most tubercle bacilli outright.",
      "Sputum smears of untreated adults show numerous tubercle bacilli under the microscope.",
      "Laboratory culture on egg medium needs six weeks to grow tubercle bacilli.",
    ]
    let lines = try drafts(of: bacilli.joined(separator: " "), options: .indulgent).map(\.line)
    #expect((1...2).contains(lines.count { $0.contains("tubercle bacilli}") }), "\(lines)")
  }

  @Test(arguments: [("Treatment of bacterial pneumonia", true), ("Treatment", false)])
  func `a regimen without a verb is asked where its disease is shown`(
    heading: String,
    isAsked: Bool
  ) throws {
    let text = """
      Handbook

      \(heading)

      - Amoxicillin by mouth for 7 days
      - Doxycycline by mouth for 5 days
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(lines.contains { $0.contains("{7 days}") } == isAsked, "\(lines)")
  }

  @Test func `what the text answers in two ways is not asked`() throws {
    let text = """
      Anticoagulants in practice

      The recommended dose of warfarin is 5 mg twice a day.

      The recommended dose of warfarin is 2 mg twice a day for older adults.

      The half-life of warfarin is 40 hours in healthy adults.

      The half-life of furosemide is 2 hours in adults.

      The half-life of furosemide is 9 hours in adults.
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(
      !lines.contains { ["{5 mg}", "{2 mg}", "2 hours", "9 hours"].contains(where: $0.contains) },
      "\(lines)"
    )
    #expect(lines.contains { $0.contains("40 hours") }, "\(lines)")
  }

  @Test func `a pronoun is not replaced by the word for a cause`() throws {
    let text = """
      Cardiogenic shock

      The usual cause is infarction. It is seen with a pressure below 90 mmHg for 30 minutes.
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!lines.contains { $0.contains("cause] is") }, "\(lines)")
  }

  @Test func `a range with its unit is one answer, however many words it has`() throws {
    let text = "Newborns\n\nThe flow of oxygen is set to 0.5 to 1 litre per minute in newborns.\n"
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(lines.contains { $0.contains("{0.5 to 1 litre per minute}") }, "\(lines)")
  }

  /// A step that is taken for boilerplate must not fall out of the order unseen.
  @Test(arguments: [("Measure the pulse", true), ("Sign in the register", false)])
  func `an order is asked where no step is missing`(step: String, isAsked: Bool) throws {
    let text = """
      # Transfusion of red cells

      The steps before the transfusion, in their order:

      1. Check the identity of the patient
      2. \(step)
      3. Measure the temperature
      4. Start the transfusion slowly
      """
    let document = try Samples.document(text, named: "a.md")
    let cards = Generator().rankedCandidates(of: document).map(\.card)
    #expect(cards.contains { $0.kind == .order } == isAsked, "\(cards)")
  }

  @Test func `a second pronoun is not taken for the drug of the title`() throws {
    let text = """
      Furosemide

      Furosemide is a diuretic. Furosemide saves no potassium.

      Ototoxicity is rare. It is feared. It begins within 48 hours of a rapid injection.
      """
    let document = try Samples.document(text, named: "a.txt")
    let lines = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!lines.contains { $0.contains("[Furosemide] begins") }, "\(lines)")
  }
}

import Testing

@testable import Authoring

@Suite struct ItemFlawsTests {
  @Test(
    arguments: [
      (
        .implausibleDistractor, "Which enzyme is inhibited?", ["cyclooxygenase"],
        ["warfarin", "lipoxygenase"]
      ),
      (.noneOfTheAbove, "Which drug is first?", ["adrenaline"], ["none of the above"]),
      (.allOfTheAbove, "Which drug is first?", ["adrenaline"], ["all of the above"]),
      (.blankInStem, "The first drug is ____?", ["adrenaline"], ["atropine"]),
      (.trueOrFalse, "Is it so?", ["true"], ["false"]),
      (.absoluteTerm, "When is care needed?", ["after meals"], ["always at night", "at noon"]),
      (
        .longestIsRight, "What helps?", ["slow intravenous injection over ten minutes"],
        ["rest", "water"]
      ),
      (.negativeStem, "Which drug is not given?", ["atropine"], ["adrenaline"]),
      (.wordRepeat, "Which renal drug helps?", ["renal blocker"], ["hepatic agent"]),
      (.logicalCue, "Which of 3 doses?", ["5 mg"], ["slowly"]),
      (.numbersOutOfOrder, "Which dose?", ["5 mg"], ["6 mL"]),
      (.severalRight, "Which drug?", ["Atropine"], ["atropine"]),
      (.combinedOptions, "Which drug?", ["both A and B"], ["atropine"]),
      (.ambiguousStem, "What does it do?", ["it blocks"], ["it binds"]),
      (.gratuitousDetail, String(repeating: "word ", count: 31) + "?", ["a"], ["b"]),
      (
        .convergence, "What is used?", ["oral liquid iron"],
        [
          "oral zinc", "liquid zinc meal",
          "iron rods",
        ]
      ),
      (.grammaticalCue, "Which vessels bleed?", ["veins"], ["aorta", "capillary"]),
      (.vagueTerm, "When does pain occur?", ["often at night"], ["at noon"]),
      (.unfocusedStem, "Adrenaline", ["is a hormone"], ["is a sugar"]),
    ] as [(ItemFlaws.Flaw, String, [String], [String])]
  )
  func `each of the nineteen faults is seen`(
    flaw: ItemFlaws.Flaw,
    stem: String,
    right: [String],
    wrong: [String]
  ) {
    let flaws = ItemFlaws(stem: stem, right: right, wrong: wrong, allowsSeveral: false).all
    #expect(flaws.contains(flaw), "\(flaws)")
  }

  @Test(
    arguments: [
      ("Which enzyme does aspirin inhibit?", "cyclooxygenase", ["lipoxygenase", "monooxygenase"]),
      ("What is the usual dose of ketamine?", "2 mg/kg", ["5 mg/kg", "10 mg/kg", "20 mg/kg"]),
    ]
  )
  func `a sound question has none`(stem: String, right: String, wrong: [String]) {
    #expect(ItemFlaws(stem: stem, right: [right], wrong: wrong, allowsSeveral: false).all == [])
  }

  @Test func `there are nineteen, numbered as in the paper`() {
    #expect(ItemFlaws.Flaw.allCases.map(\.rawValue) == Array(1...19))
  }
}

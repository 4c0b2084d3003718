@testable import Decks

/// One deck with every kind, as an author would write it.
enum SampleDeck {
  static let text = """
    ---
    rounds: 1
    deck: Ketamine pharmacology
    id: ketamine-pharm
    tags: anaesthesia pharmacology
    source.hand: ketamine-teaching.md | Ketamine teaching handout, v3 | date=2026-11-02
    source.paed: ed-sedation.pdf | Paediatric sedation protocol, 2026
    ---

    Notes for teachers can stand anywhere outside a card.

    ## Basic: main receptor {#ket-nmda}

    Q: Which receptor does ketamine block to produce anaesthesia?
    A: The NMDA receptor
    Accept: N-methyl-D-aspartate receptor | NMDA glutamate receptor
    Hint: An excitatory receptor.
    Source: hand § Mechanism, line 12 "blocks the open NMDA channel"
    Evidence: textbook; 2026-11-02
    Tags: mechanism core

    ## Reversed: active metabolite {#ket-norket}

    Q: Active metabolite of ketamine
    A: Norketamine
    Source: hand § Metabolism, line 31 "norketamine"
    Evidence: textbook; 2026-11-02

    ## Cloze: liver handling {#ket-liver}

    C: Ketamine is N-demethylated in the {{c1::liver}} to {{c2::norketamine::a metabolite}}.
    Source: hand § Metabolism, line 29-31 "N-demethylated"
    Evidence: textbook; 2026-11-02

    ## SBA: asthma choice {#ket-asthma}

    A 24-year-old with life-threatening asthma needs induction before intubation.

    Q: Which property of ketamine is most useful here?

    - [x] (b) Bronchial smooth muscle relaxes
      > Bronchodilatation is why it is often picked in severe asthma.
    - [ ] (c) Heart rate falls
      > Its indirect sympathetic effect usually raises heart rate.
    - [ ] (a) Salivation falls
      > It tends to increase salivation.

    Why: Bronchodilatation with maintained respiratory drive suits bronchospasm.
    Source: hand § Respiratory, line 44 "bronchodilatation is preserved"
    Evidence: expert consensus; 2026-11-02

    ## MR: cardiovascular effects {#ket-cvs}

    Q: Which changes are expected after an induction dose in a healthy adult?

    - [x] (a) Higher arterial pressure
      > Indirect sympathetic stimulation.
    - [x] (b) Higher heart rate
      > The same mechanism.
    - [ ] (c) Marked histamine release
      > Not a feature of ketamine.

    Score: partial
    Source: hand § Cardiovascular, line 51
    Evidence: textbook; 2026-11-02

    ## TF: airway reflexes {#ket-reflex}

    Q: During dissociative sedation with ketamine aspiration remains possible.
    A: true
    Why: Reflexes are relatively, not reliably, preserved.
    Source: paed p. 3 "fasting status still matters"
    Evidence: local protocol; 2026

    ## Numeric: volume to draw up {#ket-volume}

    Q: How many millilitres of ketamine 50 mg/mL give 1.5 mg/kg to an 80 kg adult?
    A: 2.4 mL +- 1%
    Unit: mL
    Why: 80 kg × 1.5 mg/kg = 120 mg; 120 mg ÷ 50 mg/mL = 2.4 mL.
    Evidence: calculation; all data in the stem
    Tags: dosing calculation

    ## Order: dissociative sedation {#ket-order}

    Q: Put the steps of a sedation with ketamine in order.

    1. Confirm consent, fasting and monitoring
    2. Prepare airway equipment and suction
    3. Give the dose slowly
    4. Watch for apnoea and laryngospasm

    Source: paed p. 2
    Evidence: local protocol; 2026

    ## Case: sedation that turns noisy {#ket-case1}

    A 6-year-old (20 kg) needs a forearm fracture reduced. The team chooses ketamine.

    Source: paed p. 4 "laryngospasm is uncommon"
    Evidence: local protocol; 2026

    ### Numeric: dose {#ket-case1.dose}

    Q: The protocol says 1 mg/kg intravenously. What is the dose?
    A: 20 mg +- 0 mg

    ### SBA: stridor {#ket-case1.stridor}

    Two minutes after the dose there is a high-pitched noise and poor chest movement.

    Q: What is the most likely cause?

    - [ ] (b) Anaphylaxis
      > No rash or hypotension; stridor straight after ketamine is more often laryngospasm.
    - [ ] (c) Bronchospasm
      > It causes wheeze, and ketamine relaxes bronchial muscle.
    - [x] (a) Laryngospasm
      > Uncommon and known; noise with poor air entry.

    """

  static var deck: Deck { DeckParser.parse(Array(text.utf8)) }

  static var file: DeckFile { DeckFile(path: "Decks/ketamine.md", deck: deck) }
}

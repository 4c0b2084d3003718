import Reading
import Testing

@testable import Authoring

@Suite struct GatesTests {
  @Test(
    arguments: [
      ("Ketamine blocks the NMDA receptor in the human brain.", "NMDA receptor", nil),
      ("Ketamine blocks the receptor and the receptor closes in minutes.", "receptor", .ambiguous),
      ("The anaesthetic ketamine produces anaesthesia within one minute.", "anaesthesia", .leak),
      ("A magnetic resonance imaging scan is abbreviated as MRI.", "MRI", .leak),
      ("Ketamine may cause nausea in one adult of ten.", "may cause", .answer),
      ("Ketamine does not cause apnoea in most of the adults.", "not", .answer),
      ("Ketamine causes many side effects in the healthy adults.", "side effects", .answer),
      ("Ketamine causes nausea, vertigo and vomiting in some adults.", "nausea, vertigo", .answer),
      ("Metformin is stopped where an eGFR below 30 mL/min is found.", "eGFR", .leak),
      (
        "Furosemide is used with other antihypertensive drugs for hypertension.", "hypertension",
        .leak
      ),
      ("The college recommends a chest film in all of the adults.", "college", .answer),
      (
        "Home readings provide valuable information on the disease of adults.",
        "valuable information", .answer
      ),
      ("The thresholds of the trial are given below in Table 7 of it.", "Table 7", .answer),
      (
        "Angiotensin is one of the most potent vasoconstrictors of adults.", "Angiotensin",
        .ambiguous
      ),
      ("Shock is caused by severe liver failure in some of the adults.", "liver failure", nil),
      ("GABA is a relaxing transmitter.", "relaxing transmitter", .ambiguous),
      ("Brush your teeth regularly before any dental work is done.", "teeth", .answer),
      (
        "The brace keeps the skeleton healthy in older adults at home.", "skeleton healthy", .answer
      ),
      (
        "The lung injury causes dyspnea and pulmonary infiltrates within hours.",
        "dyspnea and pulmonary", .fragment
      ),
      (
        "Treat with cloxacillin + ceftriaxone + clindamycin for two weeks.", "ceftriaxone",
        .ambiguous
      ),
      (
        "Exfoliative dermatitis has been reported but is uncommon.", "Exfoliative dermatitis",
        .ambiguous
      ),
      ("Magnesium sulphate is excreted by the kidneys.", "Magnesium sulphate", .ambiguous),
      ("The vein is kept open with normal saline between the units.", "saline", .fragment),
      ("An angiotensin II receptor antagonist is stopped in sepsis.", "antagonist", .fragment),
      (
        "Below this range secretions leak past the cuff of the tube.", "range secretions", .fragment
      ),
      (
        "As with levothyroxine, liothyronine is contraindicated in adrenal insufficiency.",
        "levothyroxine", .ambiguous
      ),
      (
        "Give a thiazide with an angiotensin-converting enzyme (ACE) inhibitor to adults.",
        "inhibitor", .fragment
      ),
      (
        "The protein was found by Karl Landsteiner and A.S. in that year.",
        "Karl Landsteiner and A.S", .answer
      ),
      ("The layer around Bowman’s capsule is a squamous epithelium.", "capsule", .ambiguous),
      (
        "The pharyngitis is caused by Streptococcus pyogenes in adults.", "Streptococcus",
        .ambiguous
      ),
      ("Hyperkalemia can result from an increased intake of potassium.", "potassium", .leak),
      (
        "As platelets collect, they release chemicals from the granules.", "release chemicals",
        .fragment
      ),
      (
        "A stone near the duodenum and blocks the pancreatic duct of adults.",
        "duodenum and blocks", .fragment
      ),
      (
        "A urine culture showing >100000 colonies indicates treatment at once.",
        "urine culture showing", .fragment
      ),
      ("Vitamin B12 is absorbed in the small intestine of adults.", "intestine", .fragment),
      ("Pulmonary embolism causes sudden shortness of breath in adults.", "shortness", .fragment),
      (
        "The term hand hygiene covers antiseptic handwash and alcohol rub.", "term hand hygiene",
        .fragment
      ),
      ("The nurse then gives 20 units oxytocin in the third stage.", "20 units oxytocin", .answer),
      ("The stapes moves the oval window called fenestra ovalis.", "oval window", .ambiguous),
      (
        "The acid activates the protein-digesting enzyme, pepsin.", "protein-digesting enzyme",
        .ambiguous
      ),
      (
        "As with other sulfonylureas, glipizide may cause hypoglycaemia.", "sulfonylureas",
        .ambiguous
      ),
      ("Anorexia, constipation, dysphagia, flatulence, pancreatitis.", "dysphagia", .ambiguous),
      (
        "Babies are harmed: do not use silver nitrate drops that are old.",
        "use silver nitrate drops", .fragment
      ),
      ("The six week postnatal visit takes place in the clinic.", "six week", .fragment),
      (
        "The opportunistic infections or increased risk of cancer is rare.",
        "opportunistic infections or increased", .fragment
      ),
      ("Photon beams can reach tumors deep in the body of adults.", "tumors deep", .fragment),
      ("Shivering enhances heat by raising metabolism 2 to 5 times.", "metabolism 2", .fragment),
      ("In multiple sclerosis inflammation destroys the sheath of nerves.", "sclerosis", .fragment),
      (
        "Digoxin, iron, zinc, gabapentin, itraconazole are taken two hours apart.", "gabapentin",
        .ambiguous
      ),
      (
        "The right ventricle pumps deoxygenated blood into the pulmonary trunk.",
        "right ventricle pumps", .fragment
      ),
      (
        "CPR courses are offered by the American Red Cross in most cities.", "American Red",
        .ambiguous
      ),
      (
        "The American Academy of Neurology set the standards for brain death.",
        "American Academy", .ambiguous
      ),
      ("A common sympathomimetic drug of this kind is phenylephrine.", "phenylephrine", .ambiguous),
      (
        "Risk factors include nasal carriage, maceration, breaks in the skin, poor hygiene.",
        "poor hygiene", .ambiguous
      ),
      (
        "The pressure should be controlled with a goal systolic < 140 in adults.",
        "goal systolic", .leak
      ),
      (
        "Empirical treatment of endocarditis starts with vancomycin and gentamicin in adults.",
        "vancomycin and gentamicin", nil
      ),
      (
        "Heparin causes a fall in the number of platelets (thrombocytopenia) in adults.",
        "thrombocytopenia", nil
      ),
      ("Heparin causes thrombosis of the deep veins (DVT) in some adults.", "DVT", .ambiguous),
      (
        "Macrolide antibiotics are not given to adults who take statins (simvastatin).",
        "simvastatin", .ambiguous
      ),
      (
        "It is not given to adults with a chronic disease of the lungs (sarcoidosis).",
        "sarcoidosis", .ambiguous
      ),
      ("Ketamine, as {{c1 says, blocks the NMDA receptor of adults.", "NMDA receptor", .markup),
    ] as [(String, String, Reason?)]
  )
  func `a blank falls for its reason`(text: String, answer: String, reason: Reason?) throws {
    let (candidate, document) = try candidate(text, answer)
    #expect(Gates.reason(against: candidate, in: document, people: nil) == reason)
  }

  @Test(arguments: [
    ("A gain of 1 kg (2.2 lb) reflects one litre of fluid.", "1 kg"),
    ("A gain of 1 kg (2.2 lb) reflects one litre of fluid.", "2.2 lb"),
    ("The dose is 80 mg, divided into 40 mg twice a day.", "80 mg"),
    ("The dose is 40 mg (2 tablets of 20 mg) for adults at home.", "40 mg"),
    ("Glucose above 18 mmol/litre (≥ 325 mg/dl) is treated at once.", "325 mg/dl"),
    ("With 130 mEq/L the fluid brings sodium closer to 130 mEq in adults.", "130 mEq"),
    ("Treat to a target of 2.5 units (range, 2 to 3 units) in adults.", "2.5 units"),
  ])
  func `one number that gives the other is not asked`(text: String, answer: String) throws {
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!cards.contains { $0.contains("{\(answer)}") }, "\(cards)")
  }

  @Test(arguments: [
    ("The time from exposure to the first symptom is 7 days (3 to 21 days).", "7 days"),
    // A brand is a drug.
    (
      """
      TRULICITY (dulaglutide)

      Dosage

      The recommended dosage of TRULICITY is 0.75 mg once weekly in adults.
      TRULICITY is given by pen. TRULICITY is kept cold.
      """, "0.75 mg"
    ),
    // No dose, though the section has named a drug.
    (
      """
      Ondansetron

      Ondansetron helps. Ondansetron is safe. Diazepam calms within an hour.
      Alcoholic patients can experience withdrawal within 6 to 24 hours after they stop drinking.
      """, "6 to 24 hours"
    ),
  ])
  func `a number that nothing gives away and that tells of what is asked`(
    text: String,
    answer: String
  ) throws {
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(cards.contains { $0.contains("{\(answer)") }, "\(cards)")
  }

  @Test(arguments: [
    ("Increase in steps of 2.5 mg weekly until the glucose reaches its target.", "2.5 mg"),
    ("Do not give to children under 2 years old in any case.", "2 years"),
    // A disease in capitals is no brand.
    (
      """
      COVID-19

      COVID-19 kills. COVID-19 spreads. COVID-19 recurs.
      The loading dose is 200 mg on the first day of COVID-19.
      """, "200 mg"
    ),
    (
      """
      Ondansetron

      Ondansetron helps. Ondansetron is safe. Diazepam calms within an hour.
      Stop at least 7 days before any planned operation on adults.
      """, "7 days"
    ),
  ])
  func `an amount or an order that names no drug is not asked`(text: String, answer: String) throws
  {
    let document = try Samples.document("Handbook of wards\n\n" + text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!cards.contains { $0.contains("{\(answer)") }, "\(cards)")
  }

  @Test(.enabled(if: Grammars.isThere, Comment(rawValue: Grammars.isMissing)))
  func `a list that begins before its first comma is not asked for its rest`() throws {
    let text = """
      Atherosclerosis

      Atherosclerosis can affect any artery in the body, including arteries in the heart, brain, \
      arms, legs, pelvis, and kidneys.
      """
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document, analyzer: LinkGrammarAnalyzer())
      .map(\.card.line)
    #expect(!cards.contains { $0.contains("{,") }, "\(cards)")
  }

  @Test(arguments: [
    (
      "Penicillin is the drug of choice; erythromycin is used when somebody is allergic to it.",
      "Which drug is the drug"
    ),
    (
      """
      Withhold it for any of the following:
      - Absolute neutrophil count (ANC) less than 500/mm3 or febrile neutropenia
      """, "{500/}"
    ),
  ])
  func `half a question and half a number are not asked`(text: String, asked: String) throws {
    let document = try Samples.document("Tonsillitis\n\n" + text, named: "a.txt")
    let cards = Generator(.init(drugs: ["penicillin"])).rankedCandidates(of: document)
      .map(\.card.line)
    #expect(!cards.contains { $0.contains(asked) }, "\(cards)")
  }

  @Test func `a note without its subject is asked under the heading that names it alone`() throws {
    let note = "Arises from the posterior aortic sinus 20 mm above the cusp of the valve."
    func cards(under headings: String) throws -> [String] {
      let document = try Samples.document("\(headings)\n\n\(note)", named: "a.txt")
      return Generator().rankedCandidates(of: document).map(\.card.line)
    }
    #expect(try cards(under: "Coronary circulation\n\nAnatomy").isEmpty)
    #expect(try !cards(under: "The left coronary artery").isEmpty)
    #expect(try !cards(under: "Coronary circulation\n\nThe heart").isEmpty)
  }

  @Test func `a share of those who reported an effect is not asked`() throws {
    let text = "Dizziness has been reported in about 10% of the adults with hypertension."
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!cards.contains { $0.contains("{10%}") }, "\(cards)")
  }

  @Test func `a highest dose in parentheses gives nothing away`() throws {
    let text = "In otitis the dose of amoxicillin is 30 mg/kg (max. 1 g) 3 times daily."
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(cards.contains { $0.contains("{30 mg/kg}") }, "\(cards)")
  }

  @Test func `a number whose thousands stand apart is not asked in halves`() throws {
    let text = "Waardenburg syndrome occurs in about 1 in 30 000 people in all populations."
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!cards.contains { $0.contains("} 000") }, "\(cards)")
  }

  @Test(arguments: [
    ("Most causes are cardiopulmonary arrest, injury, and haemorrhage.", true),
    ("Most causes include arrest, injury, and haemorrhage.", false),
  ])
  func `a list that begins within a phrase is not asked for`(text: String, isCut: Bool) throws {
    let document = try Samples.document(text, named: "a.txt")
    let sentence = try #require(document.passages.flatMap(document.sentences).first)
    let answer = "arrest, injury, and haemorrhage"
    let claim = Fact.Claim.enumeration(0..<1)
    let list = try blanked(Statement(sentence.text), answer, sentence, claim: claim)
    #expect(Gates.isCutList(list) == isCut)
    #expect((Gates.reason(against: list, in: document, people: nil) == .fragment) == isCut)
  }

  @Test func `half of a pair that the title names is not asked`() throws {
    let text = "Sepsis in adults\n\nUse crystalloids first in adults with sepsis or septic shock."
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(!cards.contains { $0.contains("{sepsis or septic shock}") }, "\(cards)")
  }

  @Test func `the strength of a preparation is not asked`() throws {
    let text = """
      Nifedipine 10 mg capsules must be swallowed whole within 30 minutes of waking. Phenobarbital \
      often comes in tablets of 10 mg for adults.
      """
    let document = try Samples.document(text, named: "a.txt")
    let cards = Generator().rankedCandidates(of: document).map(\.card.line)
    #expect(
      cards.contains { $0.contains("30 minutes}") } && !cards.contains { $0.contains("10 mg}") },
      "\(cards)"
    )
  }

  @Test func `a card that lost a doubt or a number falls`() throws {
    let text = "Ketamine may block the NMDA receptor for 10 minutes."
    let (whole, document) = try candidate(text, "NMDA receptor")
    for (changed, reason) in [
      (text.replacing("may block", with: "blocks"), Reason.hedge),
      (text.replacing("10", with: "20"), .number),
      (text.replacing("10 minutes", with: "10 hours"), .number),
    ] {
      var statement = Statement()
      statement.append(
        whole.statement.scalars.indices.prefix(1).first.map { 0..<($0 + 1) } ?? 0..<1,
        of: whole.statement
      )
      statement.append(String(changed.dropFirst().dropLast()))
      statement.append((text.count - 1)..<text.count, of: whole.statement)
      let altered = try blanked(statement, "NMDA receptor", whole.sentence)
      #expect(Gates.reason(against: altered, in: document, people: nil) == reason)
    }
  }

  private func candidate(_ text: String, _ answer: String) throws -> (Candidate, Document) {
    let document = try Samples.document(text, named: "a.txt")
    let sentence = try #require(document.passages.flatMap(document.sentences).first)
    return (try blanked(Statement(sentence.text), answer, sentence), document)
  }

  private func blanked(
    _ statement: Statement,
    _ answer: String,
    _ sentence: Sentence,
    claim: Fact.Claim = .relation(0..<1)
  ) throws -> Candidate {
    let place = try #require(statement.text.firstRange(of: answer))
    let scalars = statement.text.unicodeScalars
    let low = scalars.distance(from: scalars.startIndex, to: place.lowerBound)
    let fact = Fact(claim: claim, hedges: [], isNegated: false, relation: nil)
    return Candidate(
      form: .cloze,
      statement: statement,
      fact: fact,
      blank: low..<(low + answer.unicodeScalars.count),
      sentence: sentence
    )
  }
}

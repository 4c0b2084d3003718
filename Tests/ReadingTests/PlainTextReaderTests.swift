import Reading
import Testing

@Suite struct PlainTextReaderTests {
  @Test func `one line is one paragraph, and a short line without a stop is a heading`() throws {
    let text = """
      Uses of ketamine
      Ketamine is an anaesthetic. It is given by vein.
      When is it used?
      In theatre, and in the field.
      """
    #expect(
      outline(try document(text).passages) == """
        heading 1: Uses of ketamine
        paragraph 2: Ketamine is an anaesthetic. It is given by vein.
        heading 3: When is it used?
        paragraph 4: In theatre, and in the field.
        """
    )
  }

  @Test func `a long question is a heading, and advice or a row of findings is not`() throws {
    let text = """
      Stroke

      do not offer CT for suspected TIA

      GI: nausea, dry mouth, thirst

      Measles, mumps, and rubella vaccine

      What are the adverse effects of too much magnesium and how can they be prevented?

      Watch the reflexes.
      """
    #expect(
      outline(try document(text).passages) == """
        heading 1: Stroke
        paragraph 3: do not offer CT for suspected TIA
        paragraph 5: GI: nausea, dry mouth, thirst
        heading 7: Measles, mumps, and rubella vaccine
        heading 9: What are the adverse effects of too much magnesium and how can they be prevented?
        paragraph 11: Watch the reflexes.
        """
    )
  }

  @Test func `a line of cells with tabs between is no heading`() throws {
    let text = "Stenosis\n\nGrade\tArea\n\n1.2\tLoud murmur\n\nIt is heard.\n"
    #expect(
      outline(try document(text).passages) == """
        heading 1: Stenosis
        paragraph 3: Grade Area
        heading 5: 1.2 Loud murmur
        paragraph 7: It is heard.
        """
    )
  }

  @Test func `lines broken at a column are joined`() throws {
    let text = """
      Airway

      Laryngospasm is uncommon with ketamine, but it is
      seen more often in children who have a cold. The
      airway is watched throughout.

      - Keep suction at hand and
        oxygen running.
      - Call for help early.
      """
    #expect(
      outline(try document(text).passages) == """
        heading 1: Airway
        paragraph 3: Laryngospasm is uncommon with ketamine, but it is seen more often in children \
        who have a cold. The airway is watched throughout.
        bullet 7: Keep suction at hand and oxygen running.
        bullet 9: Call for help early.
        """
    )
  }

  @Test func `items know the sentence that opens their list`() throws {
    let text = """
      The action has two stages:

        1. Firstly, receptors are blocked.
        (b) Then glutamate rises.

      A new paragraph follows the list.
      """
    let passages = try document(text).passages
    #expect(
      outline(passages) == """
        paragraph 1: The action has two stages:
        number 3: Firstly, receptors are blocked.
        number 4: Then glutamate rises.
        paragraph 6: A new paragraph follows the list.
        """
    )
    let opening = "The action has two stages:"
    #expect(passages.map(\.leadIn) == [nil, opening, opening, nil])
  }

  @Test func `labelled lines after a colon are items`() throws {
    let text = """
      Conditions that were studied, among others:
      Bipolar disorder: Studies suggest an effect.
      Anxiety: Results were mixed.
      Elsewhere: nothing is known of it yet, so this too counts as an item.
      A paragraph that ends the list here.
      """
    let kinds = try document(text).passages.map(\.kind)
    let item = Passage.Kind.listItem(isNumbered: false)
    #expect(kinds == [.paragraph, item, item, item, .paragraph])
  }

  @Test func `a year, a dose or a decimal at the start of a line is no number of a list`() throws {
    let text = "1962. A new drug was made.\n2.5 mg is given first.\n5 mg follows after an hour."
    #expect(try document(text).passages.allSatisfy { $0.kind == .paragraph })
  }

  @Test func `a numbered line between paragraphs is a heading, between steps an item`() throws {
    let text = """
      Prednisolone

      1. What it is

      It is a steroid.

      2. How to take it

      Take it after food.

      1. Wake the patient

      2. Measure the pressure

      Then wait.
      """
    #expect(
      outline(try document(text).passages) == """
        heading 1: Prednisolone
        heading 3: 1. What it is
        paragraph 5: It is a steroid.
        heading 7: 2. How to take it
        paragraph 9: Take it after food.
        number 11: Wake the patient
        number 13: Measure the pressure
        paragraph 15: Then wait.
        """
    )
  }

  @Test func `what stands under the title to say where the text belongs heads nothing`() throws {
    let text = "PHENYTOIN\nMonograph - Antiseizure medicines\n\nCLASS\nA hydantoin.\n"
    let passages = try document(text).passages
    #expect(passages.last?.headings == ["PHENYTOIN", "CLASS"])
  }

  @Test func `a step that is explained is no heading, nor does a population give way to one`()
    throws
  {
    let text = """
      Hyperkalaemia

      1. Stop the potassium infusion

      It is the first thing.

      2. Give salbutamol

      It is given again.
      """
    #expect(try document(text).passages.last?.headings == ["Hyperkalaemia"])
    let sections = "1. Dosage in adults\n\nIt is high.\n\n2. Use in children\n\nIt is low.\n"
    #expect(try document(sections).passages.last?.headings == ["2. Use in children"])
    let formulary = "FORMULARY\n\nNEONATES – FIRST WEEK\n\nDose\n\nGentamicin is given.\n"
    #expect(
      try document(formulary).passages.last?.headings.contains("NEONATES – FIRST WEEK") == true
    )
  }
}

import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct ContextTests {
  @Test(arguments: [
    ("How can measles be prevented?", "Measles."),
    ("How is a person with Down syndrome protected?", "Down syndrome."),
    ("How Is Measles Treated?", "Measles."),
    (
      "5-4 How is measles managed if the child is unimmunised?",
      "Measles managed if the child is unimmunised."
    ),
  ])
  func `a heading that asks gives its subject and its condition`(
    heading: String,
    expected: String
  ) throws {
    let text = """
      Childhood infections

      Measles spreads easily. Measles kills. Measles is notifiable.

      \(heading)

      The vaccine is given within 72 hours of the contact with another child.
      """
    #expect(try Samples.vignette(of: "72 hours", in: text).hasSuffix(expected))
  }

  @Test func `the drug that a text names most does not head one about a disease`() throws {
    let text = """
      Tetanus

      Diazepam relieves the spasms of tetanus. Diazepam may cause respiratory depression.

      Treatment of tetanus takes place in a dark room. Diazepam calms. Diazepam sedates.

      Nursing care

      Feeds are given every 3 hours by tube to all neonates on the ward. Tetanus kills.
      """
    #expect(try Samples.vignette(of: "3 hours", in: text) == "Tetanus – Nursing care.")
  }

  @Test func `a title holds until another topic begins`() throws {
    let text = """
      Leprosy

      Leprosy is caused by a bacillus. Leprosy is rare in children.

      Treatment

      Dapsone is taken by mouth for 6 months by all adults at home.

      Herpes simplex

      The lesions appear in adults within 5 days of the first contact.

      Treatment

      The lesions are washed with soap and water for 2 weeks by all adults.
      """
    #expect(try Samples.vignette(of: "6 months", in: text).hasPrefix("Leprosy – Treatment"))
    for answer in ["5 days", "2 weeks"] {
      #expect(try !Samples.vignette(of: answer, in: text).contains("Leprosy"))
    }
  }

  @Test func `no drug stands over what is said of another`() throws {
    let text = """
      Amiodarone

      Amiodarone slows the heart. Amiodarone is given by vein. Amiodarone is lipophilic.

      Gentamicin

      Elimination is prolonged up to 70 hours in adults with renal impairment.

      Antifibrinolytics

      Fibrinolysis is measured 4 hours after the operation in most adults.
      """
    for answer in ["70 hours", "4 hours"] {
      #expect(try !Samples.vignette(of: answer, in: text).contains("Amiodarone"))
    }
  }

  @Test func `a heading that names a drug does not end the title's reach`() throws {
    let text = """
      Anaphylaxis

      Anaphylaxis is treated at once. Anaphylaxis kills. Anaphylaxis recurs.

      Adrenaline

      The dose is given again after 5 minutes where the pressure stays low.

      After discharge

      The adults are seen within 3 weeks in the clinic for allergies. Anaphylaxis may recur.
      """
    #expect(try Samples.vignette(of: "3 weeks", in: text).hasPrefix("Anaphylaxis"))
    // A text that does not come back to its title has gone on to other things.
    let handbook = text.replacing("Anaphylaxis may recur.", with: "")
    #expect(try !Samples.vignette(of: "3 weeks", in: handbook).contains("Anaphylaxis"))
  }

  @Test func `the title of a leaflet holds in all of it, without its strength`() throws {
    let text = """
      Package leaflet: Information for the patient

      Alendronic acid 70 mg tablets

      How to take it

      Treatment of osteoporosis is looked at again after 5 years in most patients.
      """
    #expect(
      try Samples.vignette(of: "5 years", in: text).hasPrefix("Alendronic acid – How to take it")
    )
  }
}

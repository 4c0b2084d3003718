import Testing

@testable import Authoring

@Suite struct DocumentTitleTests {
  @Test(arguments: [
    ("Chapter 14: Caring for the Patient with a Chest Drain", "Chest Drain"),
    ("Managing acute exacerbations of COPD", "Acute exacerbations of COPD"),
    ("Living with heart failure", "Heart failure"),
    ("Nursing care of the patient with asthma", "Asthma"),
    ("Caring for Adults With Sepsis", "Adults With Sepsis"),
    ("Caring for Patients With Sepsis", "Sepsis"),
    ("Caring for older patients with sepsis", "Older patients with sepsis"),
    ("Preventing malaria", "Preventing malaria"),
    ("Assessing and managing falls", "Assessing and managing falls"),
    ("Living Well", "Living Well"),
    ("Nurturing Mental Health and Wellness", "Nurturing Mental Health and Wellness"),
    ("Protocol: Diabetic ketoacidosis", "Diabetic ketoacidosis"),
    ("Alendronic acid 70 mg tablets", "Alendronic acid"),
    ("Managing", "Managing"),
  ])
  func `what is done stands before what the title names`(title: String, short: String) {
    #expect(DocumentTitle(title).short == short)
  }

  @Test func `an acronym tells what a title is about, capitals alone do not`() {
    #expect(DocumentTitle("Exacerbations of COPD at home").telling.contains("copd"))
    #expect(!DocumentTitle("CARE AT HOME").telling.contains("home"))
  }
}

import Testing

@testable import Authoring

@Suite struct PeopleTests {
  @Test func `names are found by title, given name, calling, speech and pronoun`() {
    let people = People(in: [
      "Dr. Ni saw it.", "The trial of Thomas Insel ended.", "We met CEO Zorg Blimp there.",
      "Zed Quark told the paper.", "Elrond Musk's use of his drug grew.",
      "Prof. Anna Belle Roe left.",
    ])
    #expect(people.names.isSuperset(of: ["Ni", "Insel", "Blimp", "Quark", "Musk"]))
  }

  @Test(arguments: [
    "Social Anxiety Disorder was studied.", "The National Institute of Mental Health agreed.",
    "Spravato is sold in the United States.", "Parkinson's disease is common.",
    "The Glasgow Coma Scale is used.", "Special K or Kit Kat are names.",
  ])
  func `capitals alone make no person`(text: String) {
    #expect(People(in: [text]).names.isEmpty)
  }

  @Test(arguments: [
    ("Musk takes it.", true), ("Use of Musk’s drug.", true), ("The billionaire takes it.", true),
    ("He takes it daily.", true), ("The patient keeps his arm still.", false),
    ("Ketamine is taken.", false), ("The musk of the deer smells.", false),
    ("Musk disease is rare.", false), ("A founder effect is seen.", true),
  ])
  func `a person is seen in a text`(text: String, isThere: Bool) {
    let people = People(in: ["Elon Musk said so."])
    #expect(people.appear(in: text) == isThere)
  }
}

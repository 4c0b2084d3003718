import Testing

@testable import Reading

@Suite struct KindOfDocumentTests {
  @Test(arguments: [
    ("Package leaflet: Information for the user - Arava (leflunomide)", "Arava (leflunomide)"),
    ("SUMMARY OF PRODUCT CHARACTERISTICS", ""),
    ("SUMMARY OF PRODUCT CHARACTERISTICS (abridged)", ""), ("Asthma (adults)", "Asthma (adults)"),
    ("Patient leaflet (Methotrexate 2.5 mg)", "Methotrexate 2.5 mg)"),
    ("What I need to know about Diverticular Disease", "Diverticular Disease"),
    ("Prescribing informationally", "Prescribing informationally"),
    ("Leprosy", "Leprosy"),
  ])
  func `a title is what is left without the kind of document`(title: String, rest: String) {
    #expect(KindOfDocument.removed(from: title) == rest)
  }

  @Test(arguments: [
    ("Package leaflet", true), ("Losartan Potassium Tablets", true), ("Tablets", false),
    ("Losartan in heart failure", false), ("Annex II", false),
  ])
  func `a leaflet and a label are of one product`(heading: String, isOne: Bool) {
    #expect(KindOfDocument.isOfOneProduct(heading) == isOne)
  }
}

import Testing

@testable import Authoring

@Suite struct VerbLemmaTests {
  @Test(arguments: [
    ("inhibits", "inhibit"), ("is", "be"), ("given", "give"), ("carries", "carry"),
    ("carried", "carry"), ("reaches", "reach"), ("causes", "cause"), ("stopped", "stop"),
    ("reduced", "reduce"), ("reducing", "reduce"), ("precipitated", "precipitate"),
    ("constricts", "constrict"), ("catalysed", nil), ("hydrolyses", "hydrolyse"),
    ("treated", "treat"), ("ionised", "ionise"), ("acidified", "acidify"), ("titrated", "titrate"),
    ("moped", nil), ("undergone", "undergo"), ("lower", "lower"), ("does", "do"), ("s", nil),
  ])
  func `a form gives its verb where spelling tells it`(form: String, lemma: String?) {
    #expect(VerbLemma.lemma(of: form) == lemma)
  }
}

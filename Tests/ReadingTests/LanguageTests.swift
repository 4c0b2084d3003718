import Reading
import Testing

@Suite struct LanguageTests {
  private static let samples: [(Language, String)] = [
    (
      .german,
      """
      Ketamin ist ein Narkosemittel, das auch zur Behandlung von Schmerzen verwendet wird. Die Wirkung
      setzt nach der Injektion rasch ein. Bei Patienten mit hohem Blutdruck sollte es nicht gegeben
      werden, weil der Druck durch das Mittel steigt.
      """
    ),
    (
      .french,
      """
      La kétamine est un anesthésique qui est aussi utilisé pour traiter la douleur. Son effet apparaît
      dans les minutes qui suivent l'injection. Chez les patients avec une hypertension, elle ne doit pas
      être donnée sans surveillance.
      """
    ),
    (
      .spanish,
      """
      La ketamina es un anestésico que se usa también para tratar el dolor. El efecto aparece pocos
      minutos después de la inyección. En los pacientes con hipertensión no se debe dar sin vigilancia,
      porque la presión puede subir.
      """
    ),
    (
      .italian,
      """
      La ketamina è un anestetico che si usa anche per trattare il dolore. L'effetto compare pochi minuti
      dopo la somministrazione. Nei pazienti con ipertensione non deve essere data senza controllo, perché
      la pressione può salire.
      """
    ),
    (
      .dutch,
      """
      Ketamine is een middel voor narcose dat ook wordt gebruikt bij de behandeling van pijn. De werking
      begint kort na de injectie. Het moet niet worden gegeven aan patiënten met een hoge bloeddruk, omdat
      de druk door het middel kan stijgen.
      """
    ),
  ]

  private static let english = """
    Ketamine is an anaesthetic that is also used for the treatment of pain. It begins to act within
    minutes of the injection. It should not be given to patients with high blood pressure, because the
    pressure may rise by a third.
    """

  @Test(arguments: samples) func `another language is told`(language: Language, text: String) throws
  {
    #expect(try document(text).foreign == .language(language))
  }

  @Test func `English is English, with foreign words, numbers and letters of other scripts too`()
    throws
  {
    let texts = [
      Self.english, "Die Zeit.", "5 mg\n10 mg\n", "α β γ µg",
      Self.english
        + " He called it “la belle indifférence de la vie et de la mort”, in the words of the time.",
    ]
    for text in texts { #expect(try document(text).foreign == nil) }
  }

  @Test func `another script is told`() throws {
    let foreign = try document("Кетамин применяется для общей анестезии и для лечения боли.")
      .foreign
    #expect(foreign == .language(nil))
    #expect(try document("氯胺酮是一种用于全身麻醉的药物，也用于治疗疼痛和抑郁症的病人。").foreign == .language(nil))
  }

  @Test(arguments: samples) func `the foreign paragraphs of an English document are left out`(
    language: Language,
    text: String
  ) throws {
    let foreign = text.split(separator: "\n").joined(separator: " ")
    let english = Self.english.split(separator: "\n").joined(separator: " ")
    let mixed = try document("\(english)\n\n\(foreign)\n\n\(english)\n")
    #expect(mixed.foreign == nil)
    let dropped = Boilerplate.sorted(mixed.passages).dropped
    #expect(dropped.map(\.reason) == [.foreign])
    #expect(try document("\(english)\n\n\(foreign)\n\n\(foreign)\n").foreign == .language(language))
  }

  @Test func `fifty thousand lines of one word are read`() throws {
    let text = (0..<50_000).map { "word\($0 % 7)" }.joined(separator: "\n")
    #expect(try document(text).foreign == nil)
  }
}

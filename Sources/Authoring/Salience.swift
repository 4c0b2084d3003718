import Reading

/// How much each word matters to one document, by how many of its sentences use it.
struct Salience: Sendable {
  private var counts: [String: Int] = [:]
  private var lowerCased: Set<String> = []
  /// The few words that the document is about.
  private(set) var topics: Set<String> = []

  /// The drug that the document is about, in small letters, where it is about one.
  private(set) var mainDrug: String?
  /// The drug that the text names by far the most, though its title may say the brand alone.
  private(set) var commonDrug: String?
  private var titledDrugs: Set<String> = []
  /// How many drugs the text names.
  private(set) var drugs = 0

  /// Whether the title names a drug, as in "TRULICITY (dulaglutide)".
  var isTitledByDrug: Bool { !titledDrugs.isEmpty }

  /// `drugs` are names known besides those that show by their ending.
  init(_ sentences: [Sentence], title: String = "", drugs: Set<String> = []) {
    for sentence in sentences {
      let tokens = Token.tokens(of: sentence.text.scalars)
      for word in Set(tokens.map(\.lower)) where Self.isContent(word) {
        counts[word, default: 0] += 1
      }
      lowerCased.formUnion(tokens.filter { !$0.isCapitalised }.map(\.lower))
    }
    let common = counts.filter { $0.value >= 3 && !Wording.vague.contains($0.key) }
    topics = Set(common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key))
    titledDrugs = Set(
      Token.tokens(of: title).map(\.lower).filter {
        drugs.contains($0) || AnswerType.isDrugName($0)
      }
    )
    // "Tetanus" is about tetanus, however often it names diazepam; a brand is never written small.
    let isOfAnother =
      titledDrugs.isEmpty
      && Token.tokens(of: title).contains { token in
        count(token.lower) > 2 && lowerCased.contains(token.lower) && Self.isContent(token.lower)
          && !Everyday.holds(token.lower) && !Self.forms.contains(token.lower)
      }
    mainDrug = drug(
      drugs,
      of: sentences.count,
      isOfAnother: isOfAnother,
      isGloss: Self.glossesBrand(title, drugs) { count($0) > 2 && !lowerCased.contains($0) }
    )
    let ranked = counts.filter { drugs.contains($0.key) || AnswerType.isDrugName($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    self.drugs = ranked.count
    if let first = ranked.first, first.value > 4,
      ranked.count < 2 || first.value >= ranked[1].value * 3
    {
      commonDrug = first.key
    }
  }

  /// Whether a title says what its brand is, as in "Arixtra (fondaparinux sodium)".
  private static func glossesBrand(
    _ title: String,
    _ drugs: Set<String>,
    _ isBrand: (String) -> Bool
  ) -> Bool {
    let words = Token.tokens(of: title)
    guard let open = words.firstIndex(where: { $0.text == "(" }), open > 0, open + 1 < words.count,
      AnswerType.of(words[open + 1]) == .drug || drugs.contains(words[open + 1].lower)
    else { return false }
    // "MRSA (vancomycin)" is no brand.
    let name = words[open - 1]
    return name.isCapitalised && isBrand(name.lower) && AnswerType.of(name) == nil
      && name.text.unicodeScalars.dropFirst().contains(where: \.isLowercase)
  }

  /// In which medicines are sold, and no subject.
  private static let forms: Set<String> = [
    "tablet", "tablets", "capsule", "capsules", "injection", "solution", "suspension", "cream",
    "ointment", "drops", "spray", "patch", "patches", "syrup", "granules", "powder", "gel",
  ]

  /// The one drug of the title, or, where the title names nothing else that the text is about, the
  /// main word, or a name that has no rival in the text.
  private func drug(
    _ drugs: Set<String>,
    of sentences: Int,
    isOfAnother: Bool,
    isGloss: Bool
  ) -> String? {
    func isDrug(_ word: String) -> Bool { drugs.contains(word) || AnswerType.isDrugName(word) }
    let titled = titledDrugs
    if let drug = titled.first, titled.count == 1, count(drug) > 1 || isGloss {
      let hasRival = counts.contains { $0.value > count(drug) && $0.key != drug && isDrug($0.key) }
      if count(drug) > 1 || !hasRival { return drug }
    }
    if isOfAnother { return nil }
    let ranked = counts.filter { isDrug($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, !Self.ofBody.contains(first.key) else { return nil }
    // The main word needs half as much of a lead: "Morphine" is not over every drug for pain.
    let isMain = first.key == main
    guard isMain || first.value * 3 >= sentences,
      ranked.count < 2 || first.value >= ranked[1].value * (isMain ? 2 : 4)
    else { return nil }
    return first.key
  }

  /// What is given and what everybody has.
  private static let ofBody: Set<String> = [
    "glucose", "potassium", "sodium", "calcium", "iron", "insulin", "cortisol", "oxygen",
    "magnesium", "thyroxine", "iodine", "bicarbonate", "cholesterol",
  ]

  /// Whether a word has the stem of a drug in the title, as "tetracycline" has of "doxycycline".
  func isRelated(_ word: Token) -> Bool {
    let stem = AnswerType.singular(word.lower).suffix(Self.stem)
    return stem.count == Self.stem && titledDrugs.contains { $0.hasSuffix(stem) }
      && AnswerType.isDrugName(AnswerType.singular(word.lower))
  }

  /// As many letters as the names of one class have in common.
  private static let stem = 6

  /// The word most sentences use, if it stands out.
  var main: String? {
    let ranked = topics.sorted { (count($1), $0) < (count($0), $1) }
    guard let first = ranked.first, ranked.count < 2 || count(first) > count(ranked[1]) else {
      return nil
    }
    return first
  }

  func count(_ word: String) -> Int {
    counts[word] ?? 0
  }

  /// Whether the document writes the word with a small letter too.
  func writesSmall(_ word: String) -> Bool {
    lowerCased.contains(word)
  }

  static func isContent(_ word: String) -> Bool {
    word.unicodeScalars.count > 2 && word.unicodeScalars.contains(where: \.isLetter)
      && !Lexicon.functionWords.contains(word)
  }

  /// Whether a word looks like a term of medicine or pharmacology.
  static func isTechnical(_ word: String) -> Bool {
    if word.unicodeScalars.dropFirst().contains(where: \.isUppercase) { return true }
    let lower = word.lowercased()
    guard lower.utf8.contains(UInt8(ascii: "-")) else { return isTerm(lower) }
    return lower.split(separator: "-").contains { isTerm(String($0)) }
  }

  private static func isTerm(_ word: String) -> Bool {
    endings.match(word) && word.count > 5 && !Everyday.holds(word) || terms.contains(word)
  }

  private static let terms: Set<String> = [
    "receptor", "receptors", "channel", "channels", "enzyme", "hormone", "neurotransmitter",
    "neurotransmitters", "pressure", "syndrome", "infection", "abuse", "cognitive", "neural",
    "brain",
    "liver", "kidney", "heart", "lung", "airway", "antagonist", "agonist",
    "seizure", "seizures", "depression", "connections", "memory", "anaesthetic", "anesthetic",
    "opioid", "supervision", "clinics", "intravenous", "recreational", "conscious", "synaptic",
    "hallucinogenic", "dissociative", "suicide", "approval", "nausea", "dizziness", "renal",
    "hepatic",
    "cardiac", "muscle", "nerve", "vein", "artery", "oxygen", "potassium", "sodium", "calcium",
  ]

  private static let endings = Endings([
    "ine", "ines", "ate", "ase", "olol", "pril", "sartan", "itis", "osis", "emia", "aemia", "pathy",
    "algia", "cyte", "azole", "cillin", "statin", "mycin", "amide", "azepam", "idine", "genic",
    "ergic", "plasia", "plasty", "scopy", "tomy", "spasm", "pnoea", "pnea", "uria", "trophy",
    "lysis",
    "plasticity", "toxic", "toxicity", "thetic", "thetics", "depressant", "depressants", "tension",
    "cardia", "arrhythmia", "stenosis", "globin", "steroid", "steroids", "mab", "tinib", "vir",
  ])
}

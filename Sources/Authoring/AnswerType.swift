/// What sort of thing an answer names, as far as its words tell.
enum AnswerType: String, Hashable, Sendable, CaseIterable {
  case drug
  case drugClass = "class of drugs"
  case enzyme
  case receptor
  case transporter
  case channel = "ion channel"
  case organ
  case tissue = "part of the body"
  case electrolyte
  case hormone
  case organism
  case condition
  case route
  case test
  case population = "group of people"

  /// The type of an answer by its last word, or by the whole; `drugs` are names known besides.
  static func of(_ answer: [Token], drugs: Set<String> = []) -> AnswerType? {
    let words = answer.filter(\.isWord)
    guard let head = words.last, !words.contains(where: isJoining) else { return nil }
    if words.count == 1 { return of(head, drugs: drugs) }
    if byHead[head.lower] == .electrolyte, !places.contains(words[0].lower) { return nil }
    return whole[words.map(\.lower).joined(separator: " ")] ?? ofHead(head, drugs: drugs)
  }

  /// The type of an answer of one word.
  static func of(_ word: Token, drugs: Set<String> = []) -> AnswerType? {
    guard word.isWord, !isJoining(word) else { return nil }
    if let type = whole[word.lower] { return type }
    return isDrugName(word.lower) ? .drug : ofHead(word, drugs: drugs)
  }

  private static func ofHead(_ head: Token, drugs: Set<String>) -> AnswerType? {
    let lower = head.lower
    if drugs.contains(lower) { return .drug }
    if head.text.hasPrefix("CYP") { return .enzyme }
    let known = byHead[lower] ?? byHead[singular(lower)]
    return known ?? (processes.contains(lower) ? nil : endings.value(of: lower, behind: 3))
  }

  private static func isJoining(_ word: Token) -> Bool {
    word.lower == "and" || word.lower == "or"
  }

  /// Whether a word has the stem of an international non-proprietary name.
  static func isDrugName(_ word: String) -> Bool {
    drugEndings.match(word) && word.count > 6 && !noDrugs.contains(word)
  }

  /// `kidneys` → `kidney`, `antibodies` → `antibody`; other plurals lose their `s`.
  static func singular(_ word: String) -> String {
    guard word.utf8.last == UInt8(ascii: "s") else { return word }
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    guard !word.hasSuffix("ss"), !word.hasSuffix("sis") else { return word }
    return String(word.dropLast())
  }

  /// Where an electrolyte is measured; any other word before it makes a compound: "zinc chloride".
  private static let places: Set<String> = [
    "serum", "plasma", "blood", "urinary", "dietary", "total", "extracellular", "intracellular",
    "ionised", "ionized", "low", "high",
  ]

  private static let endings = Endings<AnswerType>([
    ("itis", .condition), ("aemia", .condition), ("emia", .condition), ("osis", .condition),
    ("pathy", .condition), ("algia", .condition), ("oedema", .condition), ("edema", .condition),
    ("cardia", .condition), ("tension", .condition), ("pnoea", .condition), ("pnea", .condition),
    ("uria", .condition), ("penia", .condition), ("plegia", .condition), ("aemias", .condition),
    ("thyroidism", .condition), ("toxicity", .condition),
    ("rrhage", .condition), ("rrhoea", .condition), ("rrhea", .condition),
    ("coccus", .organism), ("bacter", .organism), ("virus", .organism),
    ("kinase", .enzyme), ("reductase", .enzyme), ("esterase", .enzyme), ("oxidase", .enzyme),
    ("transferase", .enzyme), ("genase", .enzyme), ("synthase", .enzyme), ("hydrase", .enzyme),
    ("scopy", .test), ("graphy", .test), ("ogram", .test),
  ])

  /// Words that end as the names of conditions do.
  private static let processes: Set<String> = [
    "diagnosis", "prognosis", "osmosis", "mitosis", "meiosis", "apoptosis", "hypnosis",
    "phagocytosis", "endocytosis", "exocytosis", "pinocytosis", "symbiosis", "anastomosis",
    "extension", "retention", "attention", "prevention", "intervention", "contention",
  ]

  private static let byHead: [String: AnswerType] = [
    "inhibitor": .drugClass, "blocker": .drugClass, "antagonist": .drugClass,
    "agonist": .drugClass, "diuretic": .drugClass, "antibiotic": .drugClass,
    "corticosteroid": .drugClass, "steroid": .drugClass, "opioid": .drugClass,
    "benzodiazepine": .drugClass, "macrolide": .drugClass, "statin": .drugClass,
    "nsaid": .drugClass, "antidepressant": .drugClass, "antipsychotic": .drugClass,
    "anticoagulant": .drugClass, "bronchodilator": .drugClass, "cephalosporin": .drugClass,
    "penicillin": .drugClass, "fluoroquinolone": .drugClass, "aminoglycoside": .drugClass,
    "antihistamine": .drugClass, "antiemetic": .drugClass, "anticonvulsant": .drugClass,
    "anaesthetic": .drugClass, "anesthetic": .drugClass, "barbiturate": .drugClass,
    "nitrate": .drugClass, "vasopressor": .drugClass, "antipyretic": .drugClass,
    "analgesic": .drugClass, "hypnotic": .drugClass, "sedative": .drugClass,
    "enzyme": .enzyme, "receptor": .receptor, "channel": .channel, "cotransporter": .transporter,
    "transporter": .transporter, "pump": .transporter,
    "liver": .organ, "kidney": .organ, "lung": .organ, "heart": .organ, "brain": .organ,
    "thyroid": .organ, "pancreas": .organ, "spleen": .organ, "bowel": .organ, "skin": .organ,
    "thigh": .tissue, "limb": .tissue, "tubule": .tissue, "muscle": .tissue, "nerve": .tissue,
    "artery": .tissue, "vein": .tissue, "cord": .tissue, "medulla": .tissue, "cortex": .tissue,
    "ventricle": .tissue, "node": .tissue, "duct": .tissue, "marrow": .tissue, "lobe": .tissue,
    "sodium": .electrolyte, "potassium": .electrolyte, "calcium": .electrolyte,
    "magnesium": .electrolyte, "phosphate": .electrolyte, "chloride": .electrolyte,
    "bicarbonate": .electrolyte, "hormone": .hormone, "insulin": .hormone, "cortisol": .hormone,
    "aldosterone": .hormone, "oxytocin": .hormone, "vasopressin": .hormone, "glucagon": .hormone,
    "prolactin": .hormone, "testosterone": .hormone, "progesterone": .hormone,
    "estrogen": .hormone, "oestrogen": .hormone, "thyroxine": .hormone, "adrenaline": .drug,
    "bacterium": .organism, "bacteria": .organism, "fungus": .organism, "virus": .organism,
    "pneumoniae": .organism, "aureus": .organism, "coli": .organism, "pneumophila": .organism,
    "syndrome": .condition, "disease": .condition, "failure": .condition, "infection": .condition,
    "infarction": .condition, "pneumonia": .condition, "stroke": .condition, "seizure": .condition,
    "anaphylaxis": .condition,
    "depression": .condition, "delirium": .condition, "sepsis": .condition,
    "fibrosis": .condition, "cirrhosis": .condition, "fever": .condition, "asthma": .condition,
    "diabetes": .condition, "cancer": .condition, "carcinoma": .condition, "injury": .condition,
    "impairment": .condition, "deficiency": .condition, "arrest": .condition,
    "disorder": .condition, "insipidus": .condition, "croup": .condition, "goitre": .condition,
    "intramuscularly": .route, "intravenously": .route, "orally": .route, "subcutaneously": .route,
    "ecg": .test, "electrocardiogram": .test, "x-ray": .test, "ultrasound": .test, "ct": .test,
    "mri": .test, "biopsy": .test, "culture": .test, "radiograph": .test, "angiography": .test,
    "patient": .population, "adult": .population, "child": .population, "children": .population,
    "infant": .population, "women": .population, "men": .population, "neonate": .population,
  ]

  private static let whole: [String: AnswerType] = [
    "by mouth": .route, "intravenous": .route, "intramuscular": .route, "subcutaneous": .route,
    "oral": .route, "lumbar puncture": .test, "loop of henle": .tissue,
  ]

  /// Stems of WHO, "The use of stems in the selection of international nonproprietary names", 2018.
  private static let drugEndings = Endings([
    "olol", "pril", "prilat", "sartan", "statin", "azole", "mycin", "micin", "cillin", "oxacin",
    "cycline", "mab", "tinib", "ciclovir", "navir", "tegravir", "dipine", "azepam", "azolam",
    "caine", "prazole", "tidine", "gliptin", "gliflozin", "glutide", "parin", "xaban", "gatran",
    "triptan", "setron", "semide", "thiazide", "lukast", "terol", "tropium", "oxetine", "faxine",
    "zosin", "dronate", "fibrate", "glitazone", "penem", "barbital", "curonium", "flurane",
    "profen", "coxib", "triptyline", "pramine", "sone", "solone", "darone", "phylline", "trexate",
    "ketamine", "afil", "bactam", "fungin", "platin", "rubicin", "taxel", "fentanil", "fentanyl",
  ])

  private static let noDrugs: Set<String> = [
    "cholesterol", "ergosterol",
    "aldosterone", "testosterone", "progesterone",
  ]
}

/// Spellings and names that say the same.
enum Spelling {
  /// One form for all spellings of a word: the first name of its row, and e for ae and oe.
  static func canonical(_ word: String) -> String {
    if let name = names[word] { return name }
    guard word.utf8.count >= 5 else { return word }
    let plain = simplified(word)
    return names[plain] ?? simplifiedNames[plain] ?? plain
  }

  /// Every shipped name of a substance, to know it from a slip.
  static var drugNames: [String] { drugRows.flatMap(words(of:)) }

  /// The other words with two spellings.
  static var words: [String] { wordRows.flatMap(words(of:)) }

  private static func words(of row: String) -> [String] {
    row.split(separator: " ").map(String.init)
  }

  /// ae and oe as e, ph as f in sulph: British and American spellings of one word.
  private static func simplified(_ word: String) -> String {
    var plain = ""
    var rest = Substring(word)
    while let character = rest.popFirst() {
      if character == "a" || character == "o", rest.first == "e" { continue }
      plain.append(character)
      if plain.hasSuffix("sulp"), rest.first == "h" {
        plain.removeLast()
        plain.append("f")
        rest.removeFirst()
      }
    }
    return plain
  }

  private static let names: [String: String] = {
    (drugRows + wordRows).reduce(into: [:]) { names, row in
      let words = words(of: row)
      for word in words { names[word] = words[0] }
    }
  }()

  private static let simplifiedNames: [String: String] = {
    names.reduce(into: [:]) { $0[simplified($1.key)] = $1.value }
  }()

  /// INN first, then BAN, USAN and older names.
  ///
  /// Sources: WHO, "International Nonproprietary Names"; MHRA, "Changes in names of
  /// substances"; USP, "Dictionary of USAN".
  private static let drugRows = [
    "adrenaline epinephrine", "noradrenaline norepinephrine", "paracetamol acetaminophen",
    "salbutamol albuterol", "lidocaine lignocaine", "furosemide frusemide",
    "pethidine meperidine", "suxamethonium succinylcholine", "isoprenaline isoproterenol",
    "rifampicin rifampin", "ciclosporin cyclosporin cyclosporine",
    "phenobarbital phenobarbitone", "thiopental thiopentone", "amoxicillin amoxycillin",
    "cefalexin cephalexin", "glibenclamide glyburide", "aciclovir acyclovir",
    "valaciclovir valacyclovir", "beclometasone beclomethasone",
    "chlorphenamine chlorpheniramine", "dosulepin dothiepin", "trihexyphenidyl benzhexol",
    "tetracaine amethocaine", "levothyroxine thyroxine", "mesalazine mesalamine",
    "dexamfetamine dexamphetamine dextroamphetamine", "amfetamine amphetamine",
    "hyoscine scopolamine", "glycopyrronium glycopyrrolate", "orciprenaline metaproterenol",
    "torasemide torsemide", "indometacin indomethacin", "clomifene clomiphene",
    "bendroflumethiazide bendrofluazide", "benzatropine benztropine",
    "methohexital methohexitone", "secobarbital quinalbarbitone", "chlortalidone chlorthalidone",
    "colestyramine cholestyramine", "hydroxycarbamide hydroxyurea", "mitoxantrone mitozantrone",
    "nicotinamide niacinamide", "phytomenadione phytonadione", "glucose dextrose",
    "vasopressin argipressin", "epoprostenol prostacyclin", "diamorphine diacetylmorphine",
    "sulfasalazine sulphasalazine salazosulfapyridine", "alimemazine trimeprazine",
    "levomepromazine methotrimeprazine",
    "estradiol oestradiol", "ergometrine ergonovine", "dimeticone dimethicone",
    "diethylstilbestrol stilboestrol", "zuclopenthixol zuclopentixol", "etacrynic ethacrynic",
    "flupentixol flupenthixol", "deferoxamine desferrioxamine", "formoterol eformoterol",
    "mepacrine quinacrine", "cefradine cephradine", "cefazolin cephazolin",
    "sulfadiazine sulphadiazine", "caesium cesium",
    "aluminium aluminum",
  ]

  /// Other words that two spellings share.
  private static let wordRows = [
    "tumour tumor",
    "tumours tumors",
    "litre liter",
    "fibre fiber",
    "colour color",
    "centre center",
    "behaviour behavior",
    "labour labor",
    "haemorrhage hemorrhage",
    "diarrhoea diarrhea",
    "depolarising depolarizing",
    "ionised ionized",
    "catheterisation catheterization",
    "sulfate sulphate",
    "leukaemia leukemia leucaemia",
    "leukocyte leucocyte",
    "mesilate mesylate",
    "besilate besylate",
    "hypercapnia hypercarbia",
    "hypocapnia hypocarbia",
  ]
}

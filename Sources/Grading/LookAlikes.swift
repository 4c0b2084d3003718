/// Pairs that one slip turns into each other and that mean different things.
///
/// Sources: ISMP, "List of confused drug names", 2023; the anatomical and clinical pairs are
/// those that teachers mark.
enum LookAlikes {
  static func contains(_ one: String, _ other: String) -> Bool {
    pairs[one]?.contains(other) ?? false
  }

  /// The words that look like this one, or nil.
  static func of(_ word: String) -> Set<String>? { pairs[word] }

  static var words: Set<String> { Set(pairs.keys) }

  private static let pairs: [String: Set<String>] = {
    var pairs: [String: Set<String>] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words {
        pairs[word, default: []].formUnion(words.filter { $0 != word })
      }
    }
    return pairs
  }()

  private static let groups = [
    "↑ ↓", "< > ≤ ≥", "ileum ilium", "ileal iliac", "abduction adduction", "abduct adduct",
    "agonist antagonist",
    "hyper hypo", "left right", "upper lower", "high low", "higher lower", "highest lowest",
    "increase decrease", "increases decreases", "increased decreased", "increasing decreasing",
    "raise lower", "raises lowers", "rise fall", "rises falls", "up down", "before after",
    "positive negative", "maximum minimum", "maximal minimal", "maximise minimise",
    "above below", "over under", "inside outside", "present absent", "start stop",
    "dilates constricts", "dilation constriction", "vasodilation vasoconstriction",
    "vasodilator vasoconstrictor", "bronchodilation bronchoconstriction",
    "bronchodilator bronchoconstrictor", "relaxes contracts", "relaxation contraction",
    "activates inhibits", "activation inhibition", "stimulates inhibits", "opens closes",
    "inhibitor inducer", "acidosis alkalosis", "systolic diastolic", "arterial venous",
    "sympathetic parasympathetic", "afferent efferent", "anterior posterior", "dorsal ventral",
    "proximal distal", "medial lateral", "superior inferior", "benign malignant",
    "acute chronic", "miosis mydriasis", "daily weekly monthly hourly", "once twice thrice",
    "dysphagia dysphasia", "perineal peroneal", "ureter urethra", "mucus mucous",
    "ketamine esketamine arketamine", "prednisolone prednisone", "morphine hydromorphone",
    "dopamine dobutamine", "adrenaline noradrenaline ephedrine", "hydralazine hydroxyzine",
    "vinblastine vincristine", "clonidine clonazepam", "cycloserine ciclosporin",
    "chlorpromazine chlorpropamide", "tramadol trazodone", "quinine quinidine",
    "carboplatin cisplatin", "daunorubicin doxorubicin", "fentanyl sufentanil alfentanil",
    "bupivacaine ropivacaine levobupivacaine", "lamotrigine lamivudine", "metformin metronidazole",
    "morphine magnesium", "oxygen carbon nitrous nitric nitrogen", "glipizide glyburide",
    "methadone methylphenidate",
    "oxycodone oxymorphone",
  ]
}

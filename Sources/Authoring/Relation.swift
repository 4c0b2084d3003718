/// What a statement tells about its subject, as clinicians sort what they learn.
enum Relation: String, Hashable, Sendable, CaseIterable {
  case contraindication
  case indication
  case interaction
  case monitoring
  case adverseEffect = "adverse effect"
  case antidote
  case dose
  case timing
  case elimination
  case mechanism
  case cause
  case diagnosis
  case treatment
  case frequency

  /// The first relation of which a word or phrase stands in the text.
  static func of(_ phrases: Phrases) -> Relation? {
    phrases.first(of: table).map { relations[$0] }
  }

  private static let table = PhraseTable(marks.flatMap(\.phrases))

  /// What each phrase of the table tells.
  private static let relations = marks.flatMap { mark in mark.phrases.map { _ in mark.relation } }

  /// The most telling first.
  private static let marks: [(relation: Relation, phrases: [String])] = [
    (
      .contraindication,
      [
        "contraindicated", "contraindication", "contraindications", "must not", "should not",
        "should be avoided", "should never", "must be avoided", "is avoided", "are avoided",
        "not recommended", "unsuitable",
      ]
    ),
    (.antidote, ["antidote", "reversed by", "reversed with", "reverses", "reversal"]),
    (
      .interaction,
      [
        "interaction", "interacts", "interact", "concomitant", "co-administration",
        "coadministration", "combined with", "potentiates", "potentiate", "levels of",
        "concentrations of", "plasma concentration", "serum concentration", "together with",
      ]
    ),
    (
      .monitoring,
      [
        "monitored", "monitor", "monitoring", "measured", "checked", "rechecked", "repeated",
        "reviewed", "observed", "observe", "follow-up", "baseline",
      ]
    ),
    (.dose, ["dose", "doses", "dosage", "loading", "infusion", "bolus", "starts at", "rate of"]),
    (
      .indication,
      [
        "indicated", "indication", "indications", "used for", "used to", "used in",
        "treatment of choice", "drug of choice", "first-line", "second-line", "approved",
        "licensed", "preferred", "recommended", "reserved for", "offered",
      ]
    ),
    (
      .timing,
      [
        "onset", "half-life", "duration", "lasts", "within", "peak", "peaks", "hours after",
        "days after", "incubation", "infectious",
      ]
    ),
    (
      .elimination,
      [
        "metabolised", "metabolized", "excreted", "eliminated", "cleared", "clearance",
        "absorbed", "bioavailability", "protein-bound", "bound to",
      ]
    ),
    (
      .adverseEffect,
      [
        "adverse effect", "adverse effects", "side effect", "side effects", "adverse reaction",
        "adverse reactions", "toxicity", "complication", "complications", "may cause", "can cause",
        "could cause", "may lead to", "can lead to", "risk of", "overdose",
      ]
    ),
    (
      .mechanism,
      [
        "inhibits", "inhibit", "inhibiting", "blocks", "block", "blocking", "stimulates",
        "activates", "binds", "acts on", "acts by", "agonist", "antagonist", "inhibitor",
        "mechanism", "receptor", "receptors", "enzyme", "secreted", "synthesised", "synthesized",
        "converted", "promotes", "suppresses", "reduces", "increases", "lowers", "raises",
      ]
    ),
    (
      .cause,
      [
        "caused by", "causes", "cause", "due to", "results from", "result from", "leads to",
        "lead to", "because of", "arises from", "pathogen", "organism",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnosed", "diagnosis", "defined as", "defined by", "suggests", "confirmed",
        "characterised by", "characterized by", "criteria", "score", "suspected", "symptom",
        "symptoms", "sign", "signs", "presents", "present with", "threshold", "indicates",
      ]
    ),
    (
      .treatment,
      [
        "treated", "treatment", "therapy", "given", "administered", "managed", "management",
        "prevents", "prevent", "prevention", "vaccine", "vaccination", "prophylaxis",
      ]
    ),
    (
      .frequency,
      [
        "incidence", "prevalence", "mortality", "affects", "occurs in", "in every", "proportion",
        "percent", "common", "commonest", "rare",
      ]
    ),
  ]
}

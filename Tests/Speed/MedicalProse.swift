import Reading
import Scheduling

/// Made-up prose about drugs, the same for the same number of words.
enum MedicalProse {
  /// A document of at least so many words, in paragraphs of five sentences under headings.
  static func document(words: Int) throws -> Document {
    var generator = SplitMix64(seed: 41)
    var text = ""
    var count = 0
    var sentences = 0
    while count < words {
      if sentences.isMultiple(of: 20) { text += "\n\n## Section \(sentences / 20 + 1)\n" }
      if sentences.isMultiple(of: 5) { text += "\n" }
      let sentence = sentence(using: &generator)
      text += sentence + "\n"
      count += sentence.split(separator: " ").count
      sentences += 1
    }
    return try Document(name: "prose.md", kind: .markdown, bytes: Array(text.utf8))
  }

  private static func sentence(using generator: inout SplitMix64) -> String {
    var sentence = pick(frames, &generator)
    for (mark, words) in slots {
      while sentence.contains(mark) {
        sentence.replace(mark, with: pick(words, &generator), maxReplacements: 1)
      }
    }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private static func pick(_ words: [String], _ generator: inout SplitMix64) -> String {
    words[Int.random(in: 0..<words.count, using: &generator)]
  }

  private static let slots = [
    ("$NUMBER", (2...60).map(String.init)),
    ("$DRUG", drugs), ("$ORGAN", organs), ("$EFFECT", effects), ("$STATE", states),
  ]

  private static let frames = [
    "The usual dose of $DRUG is $NUMBER mg twice daily in adults with $STATE.",
    "$DRUG may cause $EFFECT, particularly in older patients with $STATE.",
    "The half-life of $DRUG is about $NUMBER hours in patients with $STATE.",
    "Unlike $DRUG, $DRUG is excreted unchanged by the $ORGAN within $NUMBER hours.",
    "$DRUG, which reduces the risk of $EFFECT, should not be given to patients with $STATE.",
    "In patients with $STATE, $DRUG lowers the mortality that is due to $EFFECT by $NUMBER%.",
    "$EFFECT occurs in $NUMBER% of patients who take $DRUG for more than $NUMBER weeks.",
    "Patients who have taken $DRUG for $STATE must be monitored for $EFFECT every $NUMBER months.",
    "The most important adverse effects of $DRUG are $EFFECT, $EFFECT, and damage to the $ORGAN.",
    "$DRUG, a drug that acts on the $ORGAN, is recommended as the first treatment of $STATE.",
    "Because $DRUG is metabolised in the $ORGAN, its dose is reduced by $NUMBER% in $STATE.",
    "If $EFFECT persists after $NUMBER days, $DRUG can be replaced by $DRUG or by $DRUG.",
  ]
  private static let drugs = [
    "furosemide", "amiodarone", "lithium", "warfarin", "digoxin", "metformin", "clozapine",
    "vancomycin", "gentamicin", "ketamine", "naloxone", "prednisolone", "methotrexate",
    "carbamazepine", "insulin", "heparin", "morphine", "ramipril", "bisoprolol", "omeprazole",
  ]
  private static let organs = [
    "kidney", "liver", "heart", "thyroid gland", "bone marrow", "lung", "central nervous system",
  ]
  private static let effects = [
    "hypokalaemia", "bleeding", "nausea", "bradycardia", "agranulocytosis", "hypotension",
    "respiratory depression", "pulmonary fibrosis", "hypoglycaemia", "hearing loss", "confusion",
  ]
  private static let states = [
    "renal failure", "severe heart failure", "atrial fibrillation", "type 2 diabetes", "sepsis",
    "chronic liver disease", "resistant schizophrenia", "asthma", "epilepsy", "pregnancy",
  ]
}

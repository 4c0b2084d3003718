/// The words by which a document's first line tells what kind of document it is, not what about.
package enum KindOfDocument {
  /// A title without those words: `Package leaflet: Information for the user - Arava` → `Arava`.
  package static func removed(from title: String) -> String {
    var rest = title[...]
    while let phrase = phrases.first(where: { opens(rest, with: $0) }) {
      rest = rest.dropFirst(phrase.count).drop { !$0.isLetter && !$0.isNumber }
    }
    // "Summary of product characteristics (abridged)"
    return ["abridged)", "draft)", "shortened)"].contains(rest.lowercased()) ? "" : String(rest)
  }

  /// The first of some headings that tells what the document is about, else the first.
  static func title(of headings: [String]) -> String? {
    headings.first { !removed(from: $0).isEmpty } ?? headings.first
  }

  /// Whether a heading opens the leaflet of a product, or names one with its dosage form.
  static func isOfOneProduct(_ heading: String) -> Bool {
    if phrases.contains(where: { opens(heading[...], with: $0) }) { return true }
    let words = heading.lowercased().split { !$0.isLetter }
    return words.count > 1 && words.count < 12 && words.contains { forms.contains(String($0)) }
  }

  /// Whether a line says what kind of document it stands in: "Formulary monograph – Hormones".
  static func isNamed(in line: String) -> Bool {
    ["formulary monograph", "drug monograph", "monograph"].contains { opens(line[...], with: $0) }
  }

  /// In which medicines are sold.
  private static let forms: Set<String> = [
    "tablet", "tablets", "capsule", "capsules", "ointment", "suspension", "syrup", "suppositories",
    "inhaler", "ophthalmic", "usp",
  ]

  private static func opens(_ text: Substring, with phrase: String) -> Bool {
    guard text.count >= phrase.count, text.prefix(phrase.count).lowercased() == phrase else {
      return false
    }
    return text.dropFirst(phrase.count).first.map { !$0.isLetter } ?? true
  }

  /// The longer before the shorter that they begin with.
  private static let phrases = [
    "package leaflet", "patient information leaflet", "patient leaflet", "patient information",
    "information for the user", "information for the patient", "information for patients",
    "summary of product characteristics", "highlights of prescribing information",
    "full prescribing information", "prescribing information", "medication guide",
    "product monograph", "annex i", "annex 1", "what i need to know about",
    "what you need to know about",
  ]
}

/// Words that are never taken for a slip of another one; built on first use.
///
/// Words are kept in their canonical spelling.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  let drugs: Set<String>
  let terms: Set<String>
  /// All words by their first letter, to find what else a slip may have meant.
  private let byInitial: [Character: [String]]

  private init() {
    drugs = Set(Self.words(of: DrugNames.text)).union(Spelling.drugNames.map(Spelling.canonical))
    terms = Set(Self.words(of: ClinicalTerms.text))
      .union(LookAlikes.words.map(Spelling.canonical))
      .union(Spelling.words.map(Spelling.canonical))
    byInitial = Dictionary(grouping: drugs.union(terms)) { $0.first ?? " " }
  }

  private static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { Spelling.canonical(String($0)) }
  }

  /// Whether a word, in any of its spellings, is shipped.
  func contains(_ word: String) -> Bool {
    let canonical = Spelling.canonical(word)
    return drugs.contains(canonical) || terms.contains(canonical) || Self.forms.contains(word)
  }

  /// The shipped words with this first letter.
  func words(beginning initial: Character) -> [String] {
    byInitial[initial] ?? []
  }

  /// Release forms, salts and bases: part of what a drug is.
  static let forms: Set<String> = [
    "xl", "xr", "sr", "er", "cr", "mr", "la", "ir", "dr", "ec", "pe", "retard", "elemental",
    "base", "anhydrous", "sulfate", "sulphate", "hydrochloride", "hcl", "chloride", "gluconate",
    "citrate", "tartrate", "phosphate", "succinate", "acetate", "maleate", "fumarate", "mesilate",
    "mesylate", "sodium", "potassium", "calcium", "magnesium", "carbonate", "bicarbonate",
    "bisulfate", "besilate", "besylate", "dihydrate", "liposomal",
  ]
}

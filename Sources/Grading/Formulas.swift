/// Chemical formulas that are written at the bedside, as the words they stand for.
///
/// Only formulas with one reading: CO is carbon monoxide or cardiac output, and NO is a denial.
/// Source: IUPAC, "Nomenclature of Inorganic Chemistry", 2005; names as in the BNF.
enum Formulas {
  /// The words of a formula in lower case with its charge (`kcl`, `ca2+`), or nil.
  static func words(of formula: String) -> [String]? { names[formula] }

  private static let names: [String: [String]] = {
    rows.reduce(into: [:]) { names, row in
      let words = row.split(separator: " ").map(String.init)
      names[words[0]] = Array(words.dropFirst())
    }
  }()

  private static let rows = [
    "mgso4 magnesium sulfate", "nacl sodium chloride", "kcl potassium chloride",
    "cacl2 calcium chloride", "mgcl2 magnesium chloride", "nahco3 sodium bicarbonate",
    "caco3 calcium carbonate", "hco3 bicarbonate", "hco3- bicarbonate", "o2 oxygen",
    "co2 carbon dioxide", "n2o nitrous oxide", "n2 nitrogen", "h2o water",
    "h2o2 hydrogen peroxide", "nh3 ammonia", "nh4+ ammonium", "k+ potassium", "na+ sodium",
    "ca2+ calcium", "ca++ calcium", "mg2+ magnesium", "mg++ magnesium", "cl- chloride",
    "li+ lithium", "h+ hydrogen",
  ]
}

extension QuantityReader {
  /// Puts the words of a formula in place of one that was just read as a word; false where it is none.
  mutating func formula(_ written: String) -> Bool {
    let charge = charge(at: index)
    let lower = written.lowercased()
    guard let names = Formulas.words(of: lower + charge) ?? Formulas.words(of: lower) else {
      return false
    }
    if Formulas.words(of: lower + charge) != nil { index += charge.utf8.count }
    reading.formulas.append(written)
    for name in names {
      reading.items.append(.word(ReadWord(folded: name, written: name, hasDigit: false)))
    }
    return true
  }

  /// The signs of an ion's charge; empty where a figure or letter follows them.
  private func charge(at start: Int) -> String {
    let signs = text[start...].prefix(3).prefix { $0 == "+" || $0 == "-" }
    let end = start + signs.count
    return signs.isEmpty || end < text.count && text[end].isWordPart ? "" : signs.text
  }
}

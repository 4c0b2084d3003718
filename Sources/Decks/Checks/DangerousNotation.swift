/// Notation in a key that has killed: a deck must not teach it.
///
/// Source: ISMP, "List of error-prone abbreviations, symbols, and dose designations".
enum DangerousNotation: DeckRule {
  static let name = "dangerous-notation"

  static func findings(in site: CardSite) -> [Finding] {
    var findings: [Finding] = []
    for bytes in site.fieldRanges(.answer) + site.fieldRanges(.accept) {
      for word in words(of: site.deck.text(bytes)) {
        guard let advice = advice(on: word) else { continue }
        findings.append(site.finding(name, .warning, "\"\(word)\" \(advice)", at: bytes))
      }
    }
    return findings
  }

  private static let separators: Set<Character> = [" ", "|", ",", ";"]

  /// The words after the field's name.
  private static func words(of line: String) -> ArraySlice<Substring> {
    line.split(whereSeparator: separators.contains).dropFirst()
  }

  private static func advice(on word: Substring) -> String? {
    if let advice = abbreviations[String(word)] { return advice }
    guard let digits = leadingNumber(word), let point = digits.firstIndex(of: ".") else {
      return nil
    }
    if point == digits.startIndex { return "begins with the point. Write a zero before it." }
    let isTrailingZero = digits.last == "0" && digits[point...].dropFirst().allSatisfy { $0 == "0" }
    return isTrailingZero ? "is read as ten times more. Leave out the trailing zero." : nil
  }

  private static func leadingNumber(_ word: Substring) -> Substring? {
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return digits.contains(where: \.isNumber) && digits.filter({ $0 == "." }).count == 1
      ? digits : nil
  }

  private static let abbreviations = [
    "U": "is read as 0 or 4. Write \"units\".",
    "IU": "is read as IV or 10. Write \"units\".",
    "µg": "is read as mg. Write \"mcg\" or \"micrograms\".",
    "μg": "is read as mg. Write \"mcg\" or \"micrograms\".",
    "cc": "is read as 00. Write \"mL\".",
    "QD": "is read as QID. Write \"daily\".",
    "OD": "is read as \"right eye\" or \"overdose\". Write \"once daily\".",
    "QOD": "is read as QD or QID. Write \"every other day\".",
    "MS": "is morphine or magnesium sulfate. Write the name.",
    "MSO4": "is read as magnesium sulfate. Write \"morphine sulfate\".",
    "MgSO4": "is read as morphine sulfate. Write \"magnesium sulfate\".",
  ]
}

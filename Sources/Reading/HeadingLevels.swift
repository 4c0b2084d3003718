/// How deep the headings of a plain text lie, as far as their words show it.
///
/// A number tells its depth, and capitals a section of their own; what stands there again and again
/// ("Treatment", "Initial dose"), or under every disease, belongs to the heading before that does not.
struct HeadingLevels {
  private let counts: [String: Int]
  private var isNumbered = false
  private var isInCapitals = false
  private var isFirst = true
  /// Whether a heading in capitals named a topic, under which parts follow.
  private var isUnderTopic = false

  /// Of all headings of the text.
  init(_ headings: [String]) {
    counts = Dictionary(headings.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
  }

  /// The level of the next heading; 1 is the outermost.
  mutating func level(of heading: String) -> Int {
    defer { isFirst = false }
    if let depth = Self.depth(heading) {
      isNumbered = true
      return depth
    }
    if isFirst {
      isUnderTopic = Self.isCapitals(heading) && Self.isTopic(heading)
      return 1
    }
    // "Adults" under "Treatment", and again under "Prophylaxis".
    if counts[heading.lowercased(), default: 0] > 1 {
      return Self.isSection(heading) ? Self.deepest : Self.deepest + 1
    }
    if Self.isCapitals(heading) {
      isInCapitals = true
      isNumbered = false
      // "INPATIENT TREATMENT" is a part of "PERTUSSIS", "DOSAGE" none of "BOXED WARNING".
      if Self.isTopic(heading) {
        isUnderTopic = true
        return 1
      }
      return isUnderTopic ? 2 : 1
    }
    if Self.isSection(heading) { return Self.deepest }
    return isNumbered || isInCapitals ? Self.deepest - 1 : 1
  }

  /// Whether a heading tells what is said, and not of what: `Clinical features`.
  private static func isSection(_ heading: String) -> Bool {
    let words = words(of: heading)
    return !words.isEmpty && words.allSatisfy(SectionWords.all.contains)
  }

  /// Whether a heading has no word of those that any disease or drug may have.
  private static func isTopic(_ heading: String) -> Bool {
    !words(of: heading).contains {
      !["and", "of", "in"].contains($0) && SectionWords.all.contains($0)
    }
  }

  private static func words(of heading: String) -> [String] {
    heading.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Deeper than any number goes.
  static let deepest = 9

  /// `2.1 Dosing` → 2; nil without a number.
  static func depth(_ heading: String) -> Int? {
    let number = heading.prefix { $0.isNumber || $0 == "." }
    let rest = heading.dropFirst(number.count)
    guard number.first?.isNumber == true, rest.first == " ",
      rest.dropFirst().first?.isUppercase == true
    else { return nil }
    return min(deepest - 2, number.split(separator: ".").count)
  }

  private static func isCapitals(_ heading: String) -> Bool {
    let letters = heading.unicodeScalars.filter(\.isLetter)
    return letters.count > 3 && letters.allSatisfy(\.isUppercase)
  }
}

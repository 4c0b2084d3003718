import Reading

/// Finds numbers with their units, years, shares and spans of time.
struct QuantityFinder {
  private let tokens: [Token]

  static func quantities(in tokens: [Token]) -> [Analysis.Quantity] {
    let finder = QuantityFinder(tokens: tokens)
    var quantities: [Analysis.Quantity] = []
    var index = 0
    while index < tokens.count {
      if let quantity = finder.quantity(at: index) {
        quantities.append(quantity)
        index = quantity.words.upperBound
      } else {
        index += 1
      }
    }
    return quantities
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  private func quantity(at start: Int) -> Analysis.Quantity? {
    if let year = yearEnd(start) {
      return Analysis.Quantity(words: start..<year, kind: .year)
    }
    if let end = measureEnd(start) {
      let kind: Analysis.Quantity.Kind = Units.isTime(word(end - 1)) ? .time : .measure
      return Analysis.Quantity(words: start..<end, kind: kind)
    }
    if let end = frequencyEnd(start) ?? spokenTimeEnd(start) {
      return Analysis.Quantity(words: start..<end, kind: .time)
    }
    if let end = fractionEnd(start) { return Analysis.Quantity(words: start..<end, kind: .measure) }
    if let end = bareEnd(start) { return Analysis.Quantity(words: start..<end, kind: .measure) }
    return nil
  }

  private func word(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].lower : ""
  }

  // MARK: Years

  /// `2019`, `1970s`, `late 1950s` (the number alone), when a preposition or "the" stands before.
  private func yearEnd(_ index: Int) -> Int? {
    let word = word(index)
    let digits = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard digits.count == 4, let year = Int(digits), (1500...2100).contains(year) else {
      return nil
    }
    if word.hasSuffix("s") { return index + 1 }
    let before = ["in", "since", "until", "by", "from", "of", "before", "after", "during"]
    guard before.contains(self.word(index - 1)), !isUnit(index + 1) else { return nil }
    return index + 1
  }

  // MARK: Digits

  /// `5 mg`, `1-2 mg/kg`, `5 mg to 10 mg`, `50%`, `1:1000`, `140/90 mmHg`, `1 in 10`.
  private func measureEnd(_ start: Int) -> Int? {
    guard let first = numberEnd(start), word(start - 1) != "/" else { return nil }
    if let odds = oddsEnd(first) { return odds }
    if hasOwnUnit(start), !isRange(first) { return first }
    if let end = unitEnd(first) {
      if isRange(end), let second = numberEnd(end + 1), let last = unitEnd(second) { return last }
      return end
    }
    guard isRange(first) || joinsBounds(first, of: start), let second = numberEnd(first + 1)
    else { return nil }
    if hasOwnUnit(first + 1) { return second }
    return unitEnd(second)
  }

  /// Past a number, or past both numbers of a blood pressure.
  private func numberEnd(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].isNumber else { return nil }
    if word(index + 1) == "/", tokens.indices.contains(index + 2), tokens[index + 2].isNumber {
      return index + 3
    }
    return Self.multiples.contains(word(index + 1)) ? index + 2 : index + 1
  }

  /// `25 million people`.
  private static let multiples: Set<String> = ["thousand", "million", "billion"]

  /// Past a unit and what belongs to it: `mm Hg`, `mL/min/1.73 m2`, `breaths per minute`.
  private func unitEnd(_ index: Int) -> Int? {
    guard isUnit(index) else { return nil }
    var end = index + 1
    if word(end) == "hg" { end += 1 }
    if word(end) == "/", word(end + 1).hasPrefix("1.73"), word(end + 2) == "m2" { end += 3 }
    if word(end) == "per", isUnit(end + 1) { end += 2 }
    return word(end) == "/" ? nil : end
  }

  /// `in 10` behind a number, with the people it counts.
  private func oddsEnd(_ index: Int) -> Int? {
    guard word(index) == "in", let end = numberEnd(index + 1), word(index + 1).count != 4 else {
      return nil
    }
    return isUnit(end) ? end + 1 : end
  }

  /// `50%`, `5mg`, `1:1000`.
  private func hasOwnUnit(_ index: Int) -> Bool {
    let word = word(index)
    if word.hasSuffix("%") || word.contains(":") { return true }
    let unit = word.drop { $0.isNumber || $0 == "." || $0 == "," }
    return !unit.isEmpty && Units.isUnit(String(unit))
  }

  private func isRange(_ index: Int) -> Bool {
    ["-", "–", "to"].contains(word(index))
  }

  /// The "and" of "between 2 and 3".
  private func joinsBounds(_ index: Int, of start: Int) -> Bool {
    guard word(index) == "and" else { return false }
    return word(start - 1) == "between"
      || word(start - 1) == "of" && word(start - 2) == "ages" && word(start - 4) == "between"
  }

  private func isUnit(_ index: Int) -> Bool {
    Units.isUnit(word(index))
  }

  // MARK: Numbers without a unit

  /// `2`, `2.0 to 3.0`, `2 and 3` behind "a score of", "an INR between", "a pH below".
  private func bareEnd(_ start: Int) -> Int? {
    guard let first = numberEnd(start), word(first) != "/", word(start - 1) != "/",
      Self.bounds.contains(word(start - 1)),
      (max(0, start - 6)..<start).contains(where: { Self.scales.contains(word($0)) })
    else { return nil }
    let isJoined = isRange(first) || joinsBounds(first, of: start) || word(first) == "or"
    guard isJoined, let second = numberEnd(first + 1) else { return isUnit(first) ? nil : first }
    return isUnit(second) ? nil : second
  }

  private static let bounds: Set<String> = [
    "of", "below", "above", "over", "under", "than", "is", "to", "between", "least", "most",
    "reaches", "exceeds", "was", "about",
  ]

  /// What is counted in numbers alone.
  private static let scales: Set<String> = [
    "score", "scores", "scored", "inr", "ph", "ratio", "bmi", "gcs", "index", "t-score", "scale",
    "aptt", "class", "grade", "stage", "ages",
  ]

  // MARK: Parts

  /// `half`, `one-third`, `a quarter` before "of".
  private func fractionEnd(_ start: Int) -> Int? {
    let isArticled = word(start) == "a" && ["third", "quarter", "fifth"].contains(word(start + 1))
    let end = isArticled ? start + 2 : start + 1
    guard isArticled || Self.fractions.contains(word(start)), word(end) == "of" else { return nil }
    return end
  }

  private static let fractions: Set<String> = [
    "half", "one-third", "two-thirds", "one-half", "one-quarter", "three-quarters", "one-fifth",
    "one-fourth", "three-fourths",
  ]

  // MARK: Frequencies

  /// `twice daily`, `three times a day`, `once every 4 weeks`.
  private func frequencyEnd(_ start: Int) -> Int? {
    var end = start
    if ["once", "twice"].contains(word(start)) {
      end = start + 1
    } else if Lexicon.numberWords.contains(word(start)) || word(start).allSatisfy(\.isNumber),
      word(start + 1) == "times"
    {
      end = start + 2
    }
    guard end > start else { return nil }
    if Self.rhythms.contains(word(end)) { return end + 1 }
    guard ["a", "an", "per", "each", "every"].contains(word(end)) else { return nil }
    if let number = numberEnd(end + 1), Units.isTime(word(number)) { return number + 1 }
    return Units.isTime(word(end + 1)) ? end + 2 : nil
  }

  private static let rhythms: Set<String> = [
    "daily", "weekly", "monthly", "yearly", "nightly", "hourly", "annually",
  ]

  // MARK: Words

  /// `two weeks`, `a few hours`, `weeks or even months`, and `minutes` after "within".
  private func spokenTimeEnd(_ start: Int) -> Int? {
    var end = start
    if Lexicon.numberWords.contains(word(start)) {
      end = start + 1
      if word(end) == "to" || word(end) == "or", Lexicon.numberWords.contains(word(end + 1)) {
        end += 2
      }
    } else if word(start) == "a", word(start + 1) == "few" {
      end = start + 2
    } else if word(start) == "a", word(start + 1) == "couple", word(start + 2) == "of" {
      end = start + 3
    } else if word(start) == "several" {
      end = start + 1
    }
    guard Units.isTime(word(end)), end > start || isAfterSpan(start) || isAlternative(end) else {
      return nil
    }
    return alternativeEnd(end + 1)
  }

  private func isAfterSpan(_ index: Int) -> Bool {
    ["within", "take", "takes", "for", "after", "over", "every"].contains(word(index - 1))
      && word(index).hasSuffix("s")
  }

  private func isAlternative(_ index: Int) -> Bool {
    word(index).hasSuffix("s") && alternativeEnd(index + 1) > index + 1
  }

  /// Past `or days`, `or even months`.
  private func alternativeEnd(_ end: Int) -> Int {
    guard word(end) == "or" || word(end) == "to" else { return end }
    let next = word(end + 1) == "even" ? end + 2 : end + 1
    return Units.isTime(word(next)) ? next + 1 : end
  }
}

import Decks
import Grading

extension Verdict {
  /// The verdict's reasons in one line of English; empty for a plain right answer.
  var explanation: String {
    var clauses = reasons.map(\.text)
    if let readAs, outcome != .ask { clauses.append("read as \(readAs)") }
    // What was expected leads; the rest says how the answer misses it.
    guard case .expected? = reasons.first, clauses.count > 1 else {
      return clauses.joined(separator: "; ")
    }
    return clauses[0] + "; " + clauses.dropFirst().joined(separator: ", ")
  }
}

extension Reason {
  /// The reason as a clause without a full stop.
  var text: String {
    switch self {
    case .expected(let text): "\(text) expected"
    case .part(let number, let reason): "blank \(number): \(reason.text)"
    case .nothingTyped: "nothing typed"
    case .tooLong: "too long to be read"
    case .lettersWanted(let options, let several): Self.letters(options, several: several)
    case .truthWanted: "answer t or f"
    case .orderWanted(let steps): "give each of the \(steps) numbers once, such as 2 1 3"
    case .partsWanted(let parts): "give \(parts) answers with \";\" between them"
    case .missedOptions(let letters): "missed \(letters.joined(separator: ", "))"
    case .wrongOptions(let letters): "wrong \(letters.joined(separator: ", "))"
    default: numberText ?? unitText ?? wordText
    }
  }

  private static func letters(_ options: Int, several: Bool) -> String {
    let last = Unicode.Scalar(UInt32(0x60 + min(max(options, 1), 26))).map { String($0) } ?? "h"
    return several
      ? "answer with letters from a to \(last), such as ac"
      : "answer with one letter from a to \(last)"
  }

  private var numberText: String? {
    switch self {
    case .factor(let factor, let direction, let typed):
      "\(typed) is \(factor == 10 ? "ten" : String(factor)) times too \(direction.rawValue)"
    case .off(let direction, let typed): "\(typed) is too \(direction.rawValue)"
    case .wrongSign: "the sign is wrong"
    case .wrongComparator(let expected?, let typed?):
      "\(expected.rawValue) is right, not \(typed.rawValue)"
    case .wrongComparator(let expected?, nil): "\(expected.rawValue) is missing"
    case .wrongComparator(nil, let typed):
      "\(typed?.rawValue ?? "a comparator") does not belong"
    case .lowerEnd: "the lower end is wrong"
    case .upperEnd: "the upper end is wrong"
    case .endMissing(let end): "the \(end == .high ? "upper" : "lower") end is missing"
    case .otherRatio(let text): "\(text) is another ratio"
    case .ignored(let words): "\(words.joined(separator: " ")) is ignored"
    case .bothEndsWanted: "give both ends, such as 1-2 mg"
    case .oneValueWanted: "give one value"
    case .ratioIsNoNumber: "a ratio is not read as a number"
    case .extraQuantity(let text): "\(text) does not belong"
    case .numberWanted: "give a number with its unit"
    case .ambiguousNumber(let readings):
      "\(readings.joined(separator: " or "))? Write it without a mark of thousands"
    case .unreadableNumber(let text):
      "\"\(text)\" cannot be read as a number: write plain figures, such as 0.5"
    case .onlyNumber(let words):
      "give only the number and its unit, without \"\(words.joined(separator: " "))\""
    default: nil
    }
  }

  private var unitText: String? {
    switch self {
    case .needsUnit: "the unit is missing"
    case .noUnitBelongs: "no unit belongs here"
    case .perMissing("dose"): "per dose is missing: per dose or per day?"
    case .perMissing(let unit): "per \(unit) is missing"
    case .perUnasked("kg"): "the total dose is asked for, not per kg"
    case .perUnasked(let unit): "per \(unit) is not asked for"
    case .perOther(let expected, let typed): "per \(expected) is asked for, not per \(typed)"
    case .pumpRate: "a pump rate, where a dose rate is asked for"
    case .wrongUnit(let expected, let typed): "\(typed) is not \(expected)"
    case .unknownUnit(let text): "\"\(text)\" is no unit that can be read"
    case .ambiguousUnit("m", _): "m: minutes, months or metres? min is safe for minutes"
    case .ambiguousUnit(let unit, let readings):
      "\(unit): \(readings.joined(separator: " or "))? Write it in full"
    case .notation(let notation): notation.advice
    default: nil
    }
  }

  private var wordText: String {
    switch self {
    case .otherWord(let typed, let expected): "\(typed) is another word than \(expected)"
    case .spelling(let shown): "accepted, spelled \(shown)"
    case .partMissing(let parts): "missing: \(parts.joined(separator: ", "))"
    case .extraWords(let words): "not in the key: \(words.joined(separator: ", "))"
    case .otherOrder: "the same words in another order"
    case .listOrder: "all of the list, in another order"
    case .negation: "it says the opposite"
    case .hedged: "one answer is wanted, not several"
    case .abbreviation(let text, let meaning): "\(text) has been read as \(meaning)"
    default: "compare your answer with the key"
    }
  }
}

extension Notation {
  /// Why the notation is pointed out.
  fileprivate var advice: String {
    switch self {
    case .unitLetter: "U is read as 0 or 4: write units"
    case .internationalUnit: "IU is read as IV or 10: write units"
    case .microgramSign: "µg is read as mg: write mcg or micrograms"
    case .microgramShort: "write micrograms in full"
    case .cubicCentimetre: "cc is read as 00: write mL"
    case .trailingZero: "a trailing zero is read as ten times more: leave it out"
    case .nakedDecimal: "a naked decimal point is overlooked: write a zero before it"
    }
  }
}

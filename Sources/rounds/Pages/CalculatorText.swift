import Grading

extension CalculatorError {
  /// What is wrong and what to write instead, in one line of English without a full stop.
  package var explanation: String { "character \(position + 1): \(fault.text)" }
}

extension CalculatorError.Fault {
  fileprivate var text: String {
    writingText ?? unitText ?? structureText ?? meaningText
  }

  private var writingText: String? {
    switch self {
    case .nothing: "type what to calculate, such as 80 kg * 1.5 mg/kg / 50 mg/mL"
    case .tooLong(let limit): "longer than \(limit) characters"
    case .tooDeep(let limit): "more than \(limit) parentheses within each other"
    case .unexpected(let text): "\"\(text)\" has no meaning here"
    case .dash:
      "a dash may be a range: for a minus write -, and calculate each end of a range alone"
    case .ratio:
      "a ratio is not read as a number: write the strength, such as 1 mg/mL, or divide with /"
    case .power: "powers are not read: write the number in full"
    case .raisedPoint: "the raised point: decimal point or times? Write . or *"
    case .unclearNumber(let readings):
      "\(readings.joined(separator: " or "))? Write it without a mark of thousands"
    case .unreadableNumber(let text):
      "\"\(text)\" cannot be read as a number: write plain figures, such as 0.5"
    case .spacedNumber(let text):
      "\"\(text)\": one number or several? Write thousands without a blank, or put * between"
    default: nil
    }
  }

  private var unitText: String? {
    switch self {
    case .unknownUnit(let text): "\"\(text)\" is no unit that can be read"
    case .unclearUnit(let unit, let readings):
      "\(unit): \(readings.joined(separator: " or "))? Write it in full"
    case .unclearCase(let unit, let known):
      "\"\(unit)\" is not the sign of \(known): write \(known)"
    case .percentInUnit: "% is not part of another unit: calculate with the number alone"
    case .percentOfVolume:
      "% of a volume: a share of it or g in 100 mL? Write the share as a decimal, such as 0.05, "
        + "or the strength in g/L"
    case .percentBesideUnit: "% is not divided by a quantity: write the share as a decimal"
    case .divisionByPercent:
      "dividing by %: by a share or by a strength? Write the share as a decimal"
    case .temperature: "degrees are added and subtracted only"
    case .weightNotInKilograms:
      "beside a dose per kg the body weight is written in kg: (850 g in kg) * 5 mg/kg"
    case .weightBesideMass(let unit):
      "kg is body weight and does not cancel \(unit): write a mass in g, and check what is divided"
    case .oddUnit(let unit):
      "the result would be in \(unit), which measures nothing known: check what is multiplied and "
        + "what divided; a rate is converted with in, such as in mL/h"
    default: nil
    }
  }

  private var structureText: String? {
    switch self {
    case .operandWanted: "a number is missing"
    case .numberWanted(let unit): "a number is missing before \(unit)"
    case .operatorWanted(let text): "+ - * or / is missing before \"\(text)\""
    case .unitWanted: "a unit without a number follows in or ->, such as in mL/h"
    case .unclosed: "this parenthesis is not closed"
    case .unopened: "this parenthesis was not opened"
    case .conversionNotLast: "in and -> stand last: put ( ) around the part that is converted"
    case .unclearMinus: "minus or a range? Put blanks around the minus"
    case .unitBehindSlash(let unit):
      "after / a number is read: write a unit without blanks, such as mg/mL, or 1 \(unit)"
    case .unclearDivision: "this can be read in two ways: put ( ) around what is divided first"
    case .numberOverQuantity:
      "a fraction or a division by the quantity? Write 0.5 mg, or 1 / (2 mg)"
    default: nil
    }
  }

  private var meaningText: String {
    switch self {
    case .unlike(let left, let right):
      "\(Self.named(left)) and \(Self.named(right)) cannot be added or subtracted"
    case .otherKind(let from, let to):
      "\(Self.named(from)) cannot be converted into \(Self.named(to))"
    case .divisionByZero: "division by zero"
    case .overflow: "the numbers grow too large or too small to be exact"
    default: "this cannot be calculated"
    }
  }

  private static func named(_ unit: String) -> String { unit.isEmpty ? "a plain number" : unit }
}

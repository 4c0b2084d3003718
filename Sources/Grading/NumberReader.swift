import Decks

/// A number as written, without its unit.
struct ReadNumber: Hashable {
  let value: Rational
  let notations: [Notation]
  /// Whether it was not written the plain way (a decimal comma, spaced thousands).
  let isReshaped: Bool
}

/// Reads one unsigned number: decimals with point or comma, thousands with spaces or marks.
struct NumberReader {
  /// Whose conventions hold.
  enum Mode {
    /// Typed: comma and point may each be either mark.
    case typed
    /// In a deck the point is the decimal mark, so a comma before three digits marks thousands.
    case deck
    /// One side of `1:10,000`: whole numbers.
    case ratio
  }

  enum Result: Hashable {
    case number(ReadNumber)
    case ambiguous([String])
    case unreadable
  }

  /// The figures of the longest number that is read; a clinical one is far shorter.
  private static let longest = 12

  /// The end of the number that starts at `start`: digits, marks between them, spaced thousands.
  static func end(in text: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    var figures = 0
    var hasMark = false
    while end < text.count {
      let scalar = text[end]
      if scalar.isDigit {
        figures += 1
        end += 1
      } else if scalar.isMark, end + 1 < text.count, text[end + 1].isDigit {
        hasMark = true
        figures = 0
        end += 1
      } else if scalar == " ", !hasMark, (1...3).contains(figures),
        text[start] != "0", isGroup(in: text, at: end + 1)
      {
        // "1 500": after the first group every group has three digits.
        figures = 3
        end += 4
      } else {
        break
      }
    }
    return end
  }

  static func read(_ text: ArraySlice<Unicode.Scalar>, as mode: Mode) -> Result {
    let isSpaced = text.contains(" ")
    let written = text.filter { $0 != " " }.text
    guard written.unicodeScalars.count <= longest + 4 else { return .unreadable }
    let groups = written.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let marks = written.filter { $0 == "." || $0 == "," }
    // "00.5" and "012.5" are slips of something else.
    if mode == .typed, groups[0].count > 1, groups[0].first == "0" { return .unreadable }
    switch marks.count {
    case 0:
      return number(written, reshaped: isSpaced)
    case 1:
      return single(
        whole: String(groups[0]),
        rest: String(groups[1]),
        isComma: marks == ",",
        isSpaced: isSpaced,
        mode: mode
      )
    default:
      return several(groups.map(String.init), marks: Array(marks), isSpaced: isSpaced)
    }
  }
}

extension NumberReader {
  private static func isGroup(in text: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + 3 <= text.count, text[start..<(start + 3)].allSatisfy(\.isDigit) else {
      return false
    }
    return start + 3 == text.count || !text[start + 3].isDigit
  }

  private static func single(
    whole: String,
    rest: String,
    isComma: Bool,
    isSpaced: Bool,
    mode: Mode
  ) -> Result {
    let couldGroup = rest.count == 3 && (1...3).contains(whole.count) && whole.first != "0"
    switch mode {
    case .ratio:
      return couldGroup ? number(whole + rest, reshaped: false) : .unreadable
    case .deck where isComma && couldGroup:
      return number(whole + rest, reshaped: false)
    case .deck:
      break
    case .typed:
      // A point before three digits is a decimal mark, unless they end in a zero that no decimal
      // would have.
      if couldGroup, !isSpaced, isComma || rest.last == "0" {
        return .ambiguous([whole + rest, trimmed(whole: whole, rest: rest)])
      }
    }
    return number("\(whole).\(rest)", reshaped: isComma || isSpaced)
  }

  /// `1,234,567`, `1,234.5` and `1.234,5`.
  private static func several(_ groups: [String], marks: [Character], isSpaced: Bool) -> Result {
    let first = marks[0]
    let inner = marks.dropLast()
    guard !isSpaced, inner.allSatisfy({ $0 == first }), (1...3).contains(groups[0].count),
      groups[0].first != "0"
    else { return .unreadable }
    let isWhole = marks.last == first
    let thousands = isWhole ? groups.dropFirst() : groups.dropFirst().dropLast()
    guard thousands.allSatisfy({ $0.count == 3 }) else { return .unreadable }
    let whole = groups[0] + thousands.joined()
    return number(isWhole ? whole : "\(whole).\(groups[groups.count - 1])", reshaped: true)
  }

  private static func number(_ plain: String, reshaped: Bool) -> Result {
    guard plain.utf8.count <= longest + 1, let value = Rational(decimal: plain) else {
      return .unreadable
    }
    var notations: [Notation] = []
    if plain.first == "." { notations.append(.nakedDecimal) }
    if let point = plain.firstIndex(of: "."),
      plain[point...].dropFirst().allSatisfy({ $0 == "0" })
    {
      notations.append(.trailingZero)
    }
    let isNaked = plain.first == "."
    return .number(
      ReadNumber(value: value, notations: notations, isReshaped: reshaped || isNaked)
    )
  }

  private static func trimmed(whole: String, rest: String) -> String {
    let value = Rational(decimal: "\(whole).\(rest)")
    return value?.decimalText ?? "\(whole).\(rest)"
  }
}

extension Unicode.Scalar {
  /// A decimal mark or a mark of thousands.
  var isMark: Bool { self == "." || self == "," }
}

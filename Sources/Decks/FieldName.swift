/// A `Name:` line inside a card.
package enum FieldName: UInt8, CaseIterable, Sendable {
  case question
  case answer
  case cloze
  case hint
  case why
  case source
  case evidence
  case disputed
  case reviewBy
  case author
  case reviewed
  case objective
  case tags
  case difficulty
  case score
  case unit
  case accept
  /// `X-Name:`, the author's own.
  case `extension`

  /// The name as it stands in a file.
  package var text: String {
    switch self {
    case .question: "Q"
    case .answer: "A"
    case .cloze: "C"
    case .hint: "Hint"
    case .why: "Why"
    case .source: "Source"
    case .evidence: "Evidence"
    case .disputed: "Disputed"
    case .reviewBy: "Review-by"
    case .author: "Author"
    case .reviewed: "Reviewed"
    case .objective: "Objective"
    case .tags: "Tags"
    case .difficulty: "Difficulty"
    case .score: "Score"
    case .unit: "Unit"
    case .accept: "Accept"
    case .extension: "X-"
    }
  }

  /// Whether the field may stand before `Q:`, among the prose of a vignette.
  ///
  /// The others read as prose there: "A: stridor" and "Score: GCS 7" belong to the patient.
  var standsInVignette: Bool {
    switch self {
    case .source, .evidence, .disputed, .reviewBy, .author, .reviewed, .objective, .tags,
      .extension:
      true
    case .question, .answer, .cloze, .hint, .why, .difficulty, .score, .unit, .accept:
      false
    }
  }

  /// Whether a card may have several lines of this field.
  var mayRepeat: Bool {
    self == .source || self == .extension
  }

  /// Whether the field does anything on a card of the kind.
  func serves(_ kind: Kind) -> Bool {
    switch self {
    case .question: kind != .cloze && kind != .caseStudy
    case .answer: [.basic, .reversed, .trueFalse, .numeric].contains(kind)
    case .cloze: kind == .cloze
    case .score: kind == .multipleResponse || kind == .order
    case .unit: kind == .numeric
    case .accept: [.basic, .reversed, .cloze, .numeric].contains(kind)
    case .hint, .why: kind != .caseStudy
    case .source, .evidence, .disputed, .reviewBy, .author, .reviewed, .objective, .tags,
      .difficulty, .extension:
      true
    }
  }
}

extension FieldName {
  /// Reads `Name:` at the start of a line; nil where the line has no such shape or name.
  static func read(_ line: Bytes) -> (name: FieldName, textStart: Int)? {
    guard let end = nameEnd(of: line) else { return nil }
    let name = Bytes(rebasing: line[..<end])
    guard let field = match(name) else { return nil }
    return (field, afterColon(line, at: end))
  }

  /// The end of a `Name` that a colon follows, and a space or nothing after the colon.
  static func nameEnd(of line: Bytes) -> Int? {
    var index = 0
    while index < line.count, index < 32 {
      let byte = line[index]
      if byte == UInt8(ascii: ":") {
        guard index > 0 else { return nil }
        let isClosed = index + 1 == line.count || line[index + 1].isBlank
        return isClosed ? index : nil
      }
      guard byte.isLetter || byte == UInt8(ascii: "-") || (byte.isDigit && index > 0) else {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func afterColon(_ line: Bytes, at colon: Int) -> Int {
    var index = colon + 1
    while index < line.count, line[index].isBlank { index += 1 }
    return index
  }

  private static func match(_ name: Bytes) -> FieldName? {
    if name.count == 1 {
      switch name[0] {
      case UInt8(ascii: "Q"): return .question
      case UInt8(ascii: "A"): return .answer
      case UInt8(ascii: "C"): return .cloze
      default: return nil
      }
    }
    if name.count > 2, name[0] == UInt8(ascii: "X"), name[1] == UInt8(ascii: "-") {
      return .extension
    }
    for (text, field) in longNames where name.elementsEqual(text) {
      return field
    }
    return nil
  }

  private static let longNames: [([UInt8], FieldName)] =
    allCases
    .filter { $0.text.utf8.count > 2 }
    .map { (Array($0.text.utf8), $0) }
}

import Reading

/// A statement in the form that a parser takes best, with the way back.
///
/// Quotation marks, square brackets, and what stands in round ones are left out: with them a third
/// of the sentences that have them have no parse.
struct ParserText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The scalar of the statement that each of these stands for.
  private(set) var origins: [Int] = []

  init(_ statement: Statement) {
    let source = statement.scalars
    let dropped = Self.brackets(in: source)
    for index in source.indices where !dropped.contains(index) {
      guard let scalar = Self.plain(source, index) else { continue }
      if scalar == " ", scalars.last.map({ $0 == " " }) ?? true { continue }
      scalars.append(scalar)
      origins.append(index)
    }
    closeUpMarks()
  }

  var text: String { scalars.string }

  /// Takes away the blank that a bracket left before a comma or a full stop.
  private mutating func closeUpMarks() {
    for index in scalars.indices.dropFirst().reversed()
    where [",", ".", ";", ":"].contains(scalars[index]) && scalars[index - 1] == " " {
      scalars.remove(at: index - 1)
      origins.remove(at: index - 1)
    }
  }

  /// The scalar as the dictionary knows it, nil where it is left out.
  private static func plain(_ source: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
    let scalar = source[index]
    let before = index > 0 ? source[index - 1] : " "
    let after = index + 1 < source.count ? source[index + 1] : " "
    if scalar.isBlank { return " " }
    switch scalar {
    case "’", "'": return before.isLetter && (after.isLetter || before == "s") ? "'" : nil
    case "–": return before.isDigit && after.isDigit ? "-" : scalar
    case "\"", "“", "”", "„", "‘", "«", "»", "[", "]", "(", ")": return nil
    default:
      let category = scalar.properties.generalCategory
      return category == .control || category == .format ? nil : scalar
    }
  }

  /// The places of round brackets that have their partners, and of all between them.
  private static func brackets(in source: [Unicode.Scalar]) -> IndexSet {
    var set = IndexSet(count: source.count)
    var open: [Int] = []
    for (index, scalar) in source.enumerated() {
      if scalar == "(" { open.append(index) }
      if scalar == ")", let start = open.popLast(), open.isEmpty { set.insert(start...index) }
    }
    return set
  }

  /// Some of the first numbers.
  private struct IndexSet {
    private var holds: [Bool]

    init(count: Int) {
      holds = [Bool](repeating: false, count: count)
    }

    func contains(_ index: Int) -> Bool { holds[index] }

    mutating func insert(_ range: ClosedRange<Int>) {
      for index in range { holds[index] = true }
    }
  }
}

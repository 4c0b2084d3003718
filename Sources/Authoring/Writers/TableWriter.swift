import Reading

/// The cells of one row of a table.
struct TableRow {
  let statement: Statement
  /// Scalars of the statement.
  let cells: [Range<Int>]

  /// Names no column, so that nothing is asked below it.
  static let unnamed = TableRow()

  private init() {
    statement = Statement()
    cells = []
  }

  init(_ row: Sentence) {
    statement = Statement(row.text)
    var cells: [Range<Int>] = []
    var start = 0
    let scalars = statement.scalars
    for index in scalars.indices where scalars[index] == "|" {
      cells.append(Self.trimmed(start..<index, scalars))
      start = index + 1
    }
    self.cells = cells + [Self.trimmed(start..<scalars.count, scalars)]
  }

  /// Whether its cells name columns: a table without names begins with values, and a value over
  /// another would make a wrong card.
  var isHeader: Bool {
    // "Weight | Volume | Weight | Volume": two tables side by side.
    let names = cells.indices.map { text($0).lowercased() }.filter { !$0.isEmpty }
    return Set(names).count == names.count
      && cells.indices.allSatisfy { cell in
        let tokens = Token.tokens(of: text(cell))
        return tokens.first?.isNumber != true && QuantityFinder.quantities(in: tokens).isEmpty
      }
  }

  /// Whether one cell alone says anything.
  var isHeading: Bool { cells.count { !$0.isEmpty } == 1 }

  /// Whether its name is none: the number of a step, or the "or" between two drugs.
  func isNameless(under header: TableRow) -> Bool {
    let name = header.text(0).lowercased()
    if ["add", "or", "and", "plus", "then", "and/or", "if"].contains(text(0).lowercased()) {
      return true
    }
    return text(0).allSatisfy(\.isNumber)
      && ["", "#", "no", "no.", "number", "step", "steps", "item"].contains(name)
  }

  /// Whether the row right below goes on with what the columns are called, so that neither names one.
  func goesOn(in row: TableRow) -> Bool {
    row.cells.first?.isEmpty == true || text(0).lowercased() == row.text(0).lowercased()
  }

  func text(_ cell: Int) -> String { statement.text(cells[cell]) }

  private static func trimmed(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    guard let first = range.first(where: { !scalars[$0].isBlank }),
      let last = range.last(where: { !scalars[$0].isBlank })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }
}

/// By what a row is asked for: its first cell, and the headings over its table.
///
/// Two tables under the same headings may share names and not columns; their rows are left out
/// rather than mixed up.
struct RowName: Hashable {
  let headings: [String]
  let cell: String

  init(_ row: Passage) {
    headings = row.headings
    cell = row.text.string.prefix { $0 != "|" }.lowercased().filter { !$0.isWhitespace }
  }
}

/// Asks for what a table says: the row's name, the column's name, and the cell blank.
enum TableWriter {
  static func candidates(
    of row: TableRow,
    under header: TableRow
  ) -> [(analysis: Analysis, fact: Fact)] {
    guard row.cells.count == header.cells.count, row.cells.count > 1, !row.cells[0].isEmpty,
      header.isHeader, !row.isNameless(under: header)
    else { return [] }
    return row.cells.indices.dropFirst().compactMap { cell in
      guard !row.cells[cell].isEmpty, !header.cells[cell].isEmpty,
        !remarks.contains(header.text(cell).lowercased())
      else { return nil }
      return fact(row, header, cell)
    }
  }

  /// Columns of which nobody could say what they ask for.
  private static let remarks: Set<String> = [
    "note", "notes", "comment", "comments", "remark", "remarks", "good to know", "description",
    "other", "additional information",
  ]

  /// Cells that answer no question of their own.
  private static let telling: Set<String> = [
    "yes", "no", "none", "nil", "n/a", "na", "-", "–", "—", "not specified", "not applicable",
    "all", "stat", "prn",
  ]

  private static func fact(
    _ row: TableRow,
    _ header: TableRow,
    _ cell: Int
  ) -> (analysis: Analysis, fact: Fact)? {
    let value = row.text(cell).lowercased()
    guard !telling.contains(value) else { return nil }
    var statement = Statement()
    // `20–49` tells nothing without "Creatinine clearance (mL/min)" before it.
    if row.text(0).contains(where: \.isNumber), !header.cells[0].isEmpty {
      statement.append("\(header.text(0)): ")
    }
    statement.append(row.cells[0], of: row.statement)
    statement.append(" – \(header.text(cell)): ")
    let start = statement.scalars.count
    statement.append(row.cells[cell], of: row.statement)
    let analysis = PatternAnalyzer.analysis(of: statement)
    guard let first = analysis.tokens.firstIndex(where: { $0.range.lowerBound >= start }),
      first < analysis.tokens.count
    else { return nil }
    let phrases = Phrases(analysis.tokens)
    let fact = Fact(
      claim: .cell(first..<analysis.tokens.count),
      hedges: phrases.those(of: Wording.hedges),
      isNegated: phrases.containsAny(of: Wording.negations),
      relation: Relation.of(phrases)
    )
    return (analysis, fact)
  }
}

/// Rows of text in aligned columns.
package struct Table: Sendable {
  /// On which side the cells of a column stand.
  package enum Alignment: Hashable, Sendable {
    case leading
    case trailing
  }

  /// The head of a column.
  package struct Column: Hashable, Sendable {
    /// What stands above it.
    package var title: String
    /// The side its cells stand on.
    package var alignment: Alignment

    /// A column of words.
    package static func text(_ title: String) -> Column {
      Column(title: title, alignment: .leading)
    }

    /// A column of numbers.
    package static func number(_ title: String) -> Column {
      Column(title: title, alignment: .trailing)
    }
  }

  /// The columns from left to right.
  package var columns: [Column]
  /// The rows; a missing cell is empty, and cells beyond the last column are not shown.
  package var rows: [[String]]

  /// A table of these columns and rows.
  package init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines: aligned where that fits the width, else one `title: cell` line for each cell.
  package func lines(width: Int, style: Style) -> [String] {
    let widths = columns.indices.map { index in
      rows.reduce(columns[index].title.columns) { max($0, cell($1, index).columns) }
    }
    let total = widths.reduce(0, +) + 2 * max(0, columns.count - 1)
    return total <= width ? aligned(widths, style) : listed(width, style)
  }

  private func aligned(_ widths: [Int], _ style: Style) -> [String] {
    let head = columns.map { style(.strong, $0.title) }
    return ([head] + rows).map { row in
      let cells = columns.indices.map { index in
        switch columns[index].alignment {
        case .leading where index == columns.count - 1: cell(row, index)
        case .leading: cell(row, index).padded(to: widths[index])
        case .trailing: cell(row, index).leftPadded(to: widths[index])
        }
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func listed(_ width: Int, _ style: Style) -> [String] {
    let wrap = Wrap(width, hanging: "  ")
    let blocks = rows.map { row in
      columns.indices.filter { !cell(row, $0).isEmpty }.flatMap { index in
        wrap.lines("\(style(.strong, columns[index].title + ":")) \(cell(row, index))")
      }
    }
    return Array(blocks.joined(separator: [""]))
  }

  private func cell(_ row: [String], _ index: Int) -> String {
    index < row.count ? row[index] : ""
  }
}

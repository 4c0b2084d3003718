/// What the `#key:value` lines at the head of a table say.
struct TextTableHead {
  private(set) var separator = UInt8(ascii: "\t")
  private(set) var isHTML = false
  /// One-based; a table without a head has tags in the third column.
  var tagsColumn: Int? { statedTagsColumn ?? (isStated ? nil : 3) }
  /// Tags of every row.
  private(set) var tags: [String] = []
  /// The last line that says something a deck has no place for.
  private(set) var ignored: String?
  private var otherColumns: Set<Int> = []
  private var statedTagsColumn: Int?
  private var isStated = false

  private static let separators: [String: UInt8] = [
    "tab": 0x09, "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"),
    "pipe": UInt8(ascii: "|"), "colon": UInt8(ascii: ":"), "space": 0x20,
  ]

  /// Takes the text after the number sign; false where it is no such line.
  mutating func take(_ text: String) -> Bool {
    ignored = nil
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let key = text[..<colon].lowercased()
    let value = String(text[text.index(after: colon)...])
    switch key {
    case "separator": setSeparator(value)
    case "html": isHTML = value.lowercased() == "true"
    case "tags": tags = value.split(separator: " ").map(String.init)
    case "tags column": statedTagsColumn = Int(value)
    case "deck", "notetype", "columns", "if matches": ignored = "#\(key)"
    case "guid column", "deck column", "notetype column":
      ignored = "#\(key)"
      if let column = Int(value) { otherColumns.insert(column) }
    default: return false
    }
    isStated = true
    return true
  }

  /// Whether a column, counted from zero, is neither front nor back.
  func isSpecial(_ index: Int) -> Bool {
    index + 1 == tagsColumn || otherColumns.contains(index + 1)
  }

  private mutating func setSeparator(_ value: String) {
    if let known = Self.separators[value.lowercased()] {
      separator = known
    } else if let byte = value.utf8.first, value.utf8.count == 1 {
      separator = byte
    } else {
      // Trimmed away: a tab, written as itself.
      separator = 0x09
    }
  }
}

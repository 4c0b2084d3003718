/// Why a `Source:` line cannot be read.
enum CitationFault: Error, Hashable {
  case empty
  case openSpan
  case longSpan
  case badLocator(String)
}

/// Reads `docKey [locator] ["span"]`.
enum CitationGrammar {
  static func read(_ text: String) throws(CitationFault) -> Citation {
    let text = text.trimmed
    guard !text.isEmpty else { throw .empty }
    let (head, span) = try splitSpan(text)
    let keyEnd = head.utf8.firstIndex(where: \.isBlank) ?? head.endIndex
    let key = String(head[..<keyEnd])
    let locator = String(head[keyEnd...]).trimmed
    guard !key.isEmpty else { throw .empty }
    if let bad = firstBadPart(of: locator) { throw .badLocator(bad) }
    return Citation(document: key, locator: locator, span: span)
  }

  /// The lines a locator names (`line 29-31`), one-based, or nil where it names none.
  static func lines(of locator: String) -> ClosedRange<Int>? {
    for part in parts(of: locator) where part.hasPrefix("line ") {
      let numbers = part.dropFirst(5).split(separator: "-").compactMap { Int(String($0).trimmed) }
      if let first = numbers.first, let last = numbers.last, first <= last, numbers.count <= 2 {
        return first...last
      }
    }
    return nil
  }

  /// The heading a locator names (`§ Mechanism`), or nil where it names none.
  static func heading(of locator: String) -> String? {
    let parts = parts(of: locator)
    guard let first = parts.firstIndex(where: { $0.hasPrefix("§") }) else { return nil }
    // A heading may hold commas itself.
    let heading = parts[first...].filter { !isPlace($0) }.joined(separator: ", ")
    return heading.drop { $0 == "§" || $0 == " " }.description
  }

  /// The page a locator names (`p. 3`), one-based, or nil where it names none.
  static func page(of locator: String) -> Int? {
    parts(of: locator).first { $0.hasPrefix("p. ") && isPlace($0) }
      .flatMap { $0.dropFirst(3).split(separator: "-").first }
      .flatMap { Int(String($0).trimmed) }
  }
}

extension CitationGrammar {
  /// The span stands between the first and the last quote mark.
  private static func splitSpan(
    _ text: String
  ) throws(CitationFault) -> (head: String, span: String?) {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "\"")) else { return (text, nil) }
    guard let close = text.utf8.lastIndex(of: UInt8(ascii: "\"")), close > open,
      text.utf8.index(after: close) == text.endIndex
    else { throw .openSpan }
    let span = String(text[text.utf8.index(after: open)..<close])
    guard !span.trimmed.isEmpty else { throw .openSpan }
    guard span.count <= Citation.longestSpan else { throw .longSpan }
    return (String(text[..<open]).trimmed, span)
  }

  /// A heading may hold commas itself, so a part after `§` that is no place continues the heading.
  private static func firstBadPart(of locator: String) -> String? {
    var afterHeading = false
    for part in parts(of: locator) {
      if part.hasPrefix("§") {
        afterHeading = true
      } else if !isPlace(part), !afterHeading {
        return part
      }
    }
    return nil
  }

  private static func parts(of locator: String) -> [String] {
    guard !locator.isEmpty else { return [] }
    return locator.utf8.split(separator: UInt8(ascii: ","))
      .compactMap { String($0)?.trimmed }
  }

  private static func isPlace(_ part: String) -> Bool {
    let bytes = part.utf8
    let number: Substring.UTF8View
    if part.hasPrefix("p. ") {
      number = bytes.dropFirst(3)
    } else if part.hasPrefix("line ") {
      number = bytes.dropFirst(5)
    } else if part.hasPrefix("¶") {
      number = bytes.dropFirst("¶".utf8.count)
    } else {
      return false
    }
    let ends = number.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (1...2).contains(ends.count)
      && ends.allSatisfy { end in
        let digits = end.drop(while: \.isBlank)
        return !digits.isEmpty && digits.allSatisfy(\.isDigit)
      }
  }
}

package import Decks

/// Two or more columns a line, as flash card programs write and read them.
package enum TextTable: Exchanger {
  package static let name = "text"
  package static let fileExtensions = ["tsv"]
  package static let reads = [Kind.basic]
  package static let writes = Kind.allCases

  package static func read(_ bytes: [UInt8]) -> Import {
    TextTableReader(bytes).read()
  }

  package static func write(_ cards: [Card]) -> Export {
    let head = "#separator:tab\n#html:false\n#tags column:3\n"
    return Export(cards, kinds: writes, head: head) { (item) throws(Unwritable) in
      row(of: &item)
    }
  }
}

extension TextTable {
  private static func row(of item: inout Outgoing) -> String {
    item.dropFields(besides: [.tags])
    let (front, back) = sides(of: &item)
    return [front, back, item.details.tags.joined(separator: " ")].map(quoted)
      .joined(separator: "\t") + "\n"
  }

  /// The question and its answer in words.
  private static func sides(of item: inout Outgoing) -> (front: String, back: String) {
    let stem = item.stem
    switch item.key {
    case .text(let key):
      if !key.accepted.isEmpty { item.lose(.fieldDropped(FieldName.accept.text)) }
      return (stem, key.answer)
    case .truth(let truth):
      item.lose(.kindChanged(item.kind))
      return ("\(stem)\ntrue or false?", truth ? "true" : "false")
    case .numeric(let key):
      item.lose(.kindChanged(item.kind))
      return numeric(key, stem: stem, item: &item)
    case .choice(let choice):
      item.lose(.kindChanged(item.kind))
      if choice.options.contains(where: { $0.rationale != nil }) {
        item.lose(.fieldDropped("rationale"))
      }
      let lines = choice.options.map { "- \($0.text)" }
      let right = choice.options.filter(\.isRight).map(\.text)
      return ("\(stem)\n\(lines.joined(separator: "\n"))", right.joined(separator: "\n"))
    case .order(let ordering):
      item.lose(.kindChanged(item.kind))
      let steps = ordering.steps.enumerated().map { "\($0 + 1). \($1)" }
      return (stem, steps.joined(separator: "\n"))
    case .blanks(let blanks):
      return (stem, blanks.map(\.text).joined(separator: "\n"))
    }
  }

  private static func numeric(
    _ key: NumericKey,
    stem: String,
    item: inout Outgoing
  ) -> (front: String, back: String) {
    if !key.accepted.isEmpty { item.lose(.fieldDropped(FieldName.accept.text)) }
    switch key.value {
    case .point(let quantity, _, let bound):
      item.lose(.toleranceDropped)
      return (stem, (bound.map { "\($0.rawValue) " } ?? "") + quantity.text)
    case .range(let low, let high):
      return (stem, "\(low.text)..\(high.text)")
    case .interval(let low, let high, _):
      item.lose(.toleranceDropped)
      return (stem, "\(low.text) to \(high.text)")
    }
  }

  /// A field in quotes where its bytes would part fields or rows, or read as a comment.
  private static func quoted(_ field: String) -> String {
    let marks: [UInt8] = [0x09, 0x0A, 0x0D, UInt8(ascii: "\"")]
    guard field.utf8.contains(where: marks.contains) || field.utf8.first == UInt8(ascii: "#") else {
      return field
    }
    let doubled = field.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}

import Decks

/// Writes questions as the format has them, every text told to be plain.
enum GIFTWriter {
  static func text(of item: inout Outgoing) throws(Unwritable) -> String {
    item.dropFields(besides: [.why, .tags], title: true)
    let answer = try answer(of: &item)
    let comment = comment(&item)
    let why = item.why().map { "####\(GIFTText.escaped($0))" } ?? ""
    let title = item.title.isEmpty ? "" : "::\(GIFTText.escaped(item.title))::"
    return "\(comment)\(title)[plain]\(GIFTText.escaped(item.stem)) {\(answer)\(why)}\n\n"
  }
}

extension GIFTWriter {
  /// The id and the tags, as Moodle writes and reads them.
  private static func comment(_ item: inout Outgoing) -> String {
    let tags = item.details.tags.filter { !$0.contains("]") && !$0.contains("[") }
    if tags.count < item.details.tags.count { item.lose(.fieldDropped(FieldName.tags.text)) }
    return "// [id:\(item.id)]" + tags.map { " [tag:\($0)]" }.joined() + "\n"
  }

  private static func answer(of item: inout Outgoing) throws(Unwritable) -> String {
    switch item.key {
    case .text(let key): return try words([key.answer] + key.accepted, &item)
    case .truth(let truth): return truth ? "TRUE" : "FALSE"
    case .numeric(let key): return try number(key, &item)
    case .choice(let choice): return choices(choice, &item)
    case .order, .blanks: throw Unwritable(loss: .kindNotSupported(item.kind))
    }
  }

  private static func words(
    _ answers: [String],
    _ item: inout Outgoing
  ) throws(Unwritable) -> String {
    // Where every answer has an arrow, the question would be taken for matching.
    if answers.allSatisfy({ $0.contains("->") }) { throw Unwritable(loss: .textNotWritable) }
    let lines = answers.map { item.line($0) }
    return lines.map { "=\(start($0, weight: "100"))" }.joined(separator: " ")
      .replacing("*", with: "\\*")
  }

  private static func choices(_ choice: Choice, _ item: inout Outgoing) -> String {
    if !choice.hasPlainLetters { item.lose(.optionKeysDropped) }
    if choice.allowsSeveral, choice.score == .all { item.lose(.scoreChanged) }
    let right = share(of: choice.options.count(where: \.isRight))
    let options = choice.options.map { option in
      let mark = option.isRight && !choice.allowsSeveral ? "=" : "~"
      let text = item.line(option.text)
      let weight = choice.allowsSeveral ? (option.isRight ? right : "-100") : nil
      let words =
        weight.map { "%\($0)%\(start(text, weight: nil))" }
        ?? start(text, weight: option.isRight ? "100" : "0")
      return mark + words + (option.rationale.map { "#\(GIFTText.escaped($0))" } ?? "")
    }
    return "\n" + options.joined(separator: "\n") + "\n"
  }

  /// An option's text; one that begins like a weight or a format has that said before it.
  private static func start(_ text: String, weight: String?) -> String {
    let escaped = GIFTText.escaped(text)
    if text.hasPrefix("[") { return "[plain]\(escaped)" }
    if text.hasPrefix("%"), let weight { return "%\(weight)%\(escaped)" }
    return escaped
  }

  /// Each right option's share of 100, with the five places that Moodle's own list has.
  private static func share(of count: Int) -> String {
    let scaled = (10_000_000 + count / 2) / max(count, 1)
    return Rational(Int128(scaled), over: 100_000)?.decimalText ?? "100"
  }

  private static func number(
    _ key: NumericKey,
    _ item: inout Outgoing
  ) throws(Unwritable) -> String {
    let (value, unit) = try value(key.value, &item)
    if let unit {
      item.lose(.unitInStem)
      item.stem += " [\(unit)]"
    }
    let further = key.accepted.filter { $0.unit == nil || $0.unit == unit }
    if further.count < key.accepted.count { item.lose(.fieldDropped(FieldName.accept.text)) }
    guard !further.isEmpty else { return "#\(value)" }
    let others = further.map { "=\($0.number.decimalText):0" }
    return "#=\(value) \(others.joined(separator: " "))"
  }

  /// The value with its tolerance, and the unit that both are in.
  private static func value(
    _ value: NumericValue,
    _ item: inout Outgoing
  ) throws(Unwritable) -> (String, String?) {
    switch value {
    case .point(let quantity, let tolerance, nil):
      let size = try size(tolerance, of: quantity, &item)
      return ("\(try digits(quantity.number)):\(try digits(size))", quantity.unit)
    case .range(let low, let high):
      return ("\(try digits(low.number))..\(try digits(high.number))", high.unit)
    case .point, .interval:
      throw Unwritable(loss: .numberNotWritable)
    }
  }

  private static func size(
    _ tolerance: Tolerance,
    of quantity: Quantity,
    _ item: inout Outgoing
  ) throws(Unwritable) -> Rational {
    switch tolerance {
    case .absolute(let size), .points(let size):
      return size
    case .percent(let share):
      guard
        let size = quantity.number.magnitude.times(share)?.divided(by: Rational(100))
      else { throw Unwritable(loss: .numberNotWritable) }
      item.lose(.toleranceMadeAbsolute)
      return size
    }
  }

  private static func digits(_ number: Rational) throws(Unwritable) -> String {
    let text = number.decimalText
    guard !text.contains("/") else { throw Unwritable(loss: .numberNotWritable) }
    return text
  }
}

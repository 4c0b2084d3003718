/// Why a cloze text cannot be read.
enum ClozeFault: Error, Hashable {
  case unclosed
  case empty
  case noBlank
  case badNumber

  var message: String {
    switch self {
    case .unclosed: "A blank \"{{\" is never closed with \"}}\"."
    case .empty: "A blank is empty. Write {{c1::text}} or {{c1::text::hint}}."
    case .noBlank: "A Cloze card hides at least one text: {{c1::text}}."
    case .badNumber: "Cloze numbers begin at 1: {{c1::text}}."
    }
  }
}

/// A cloze text taken apart: what is shown and what can be hidden.
package struct ClozeText: Hashable, Sendable {
  package let parts: [Part]

  package enum Part: Hashable, Sendable {
    case shown(String)
    case blank(ClozeBlank)
  }

  /// The cloze numbers, smallest first; each is asked as a question of its own.
  package var numbers: [Int] {
    Array(Set(blanks.map(\.number))).sorted()
  }

  package var blanks: [ClozeBlank] {
    parts.compactMap { part in
      if case .blank(let blank) = part { blank } else { nil }
    }
  }

  /// The text with nothing hidden.
  package var revealed: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .shown(let shown): text += shown
      case .blank(let blank): text += blank.text
      }
    }
  }

  /// The text with every blank's number written out, as `format` leaves it.
  var numberedText: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .shown(let shown): text += shown
      case .blank(let blank):
        text += "{{c\(blank.number)::\(blank.text)\(blank.hint.map { "::\($0)" } ?? "")}}"
      }
    }
  }

  /// The text with the blanks of one number hidden, and their hints in place.
  package func hiding(_ number: Int) -> String {
    hiding(number) { $0.hint.map { "[… \($0)]" } ?? "[…]" }
  }

  /// The text with the same words in place of each blank of one number.
  func hiding(_ number: Int, as gap: String) -> String {
    hiding(number) { _ in gap }
  }

  private func hiding(_ number: Int, _ gap: (ClozeBlank) -> String) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .shown(let shown): text += shown
      case .blank(let blank): text += blank.number == number ? gap(blank) : blank.text
      }
    }
  }
}

/// One `{{c1::text::hint}}`.
package struct ClozeBlank: Hashable, Sendable {
  /// The number, one the author gave or the next free one.
  package let number: Int
  package let text: String
  package let hint: String?
  /// Where the blank stands in the text, in UTF-8 bytes, braces included.
  package let bytes: Range<Int>
  /// Whether the author gave no number yet; `format` writes it.
  package let isUnnumbered: Bool
}

extension ClozeText {
  /// Reads `{{c1::text::hint}}` and `{{text}}` blanks.
  init(reading text: String) throws(ClozeFault) {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var raw: [(bytes: Range<Int>, blank: Reading, part: Int)] = []
    var shownStart = 0
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      guard let end = Self.end(of: bytes, from: index + 2) else { throw .unclosed }
      if index > shownStart {
        parts.append(.shown(String(decoding: bytes[shownStart..<index], as: UTF8.self)))
      }
      let content = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
      raw.append((index..<(end + 2), try Reading(content), parts.count))
      parts.append(.shown(""))
      index = end + 2
      shownStart = index
    }
    guard !raw.isEmpty else { throw .noBlank }
    if shownStart < bytes.count {
      parts.append(.shown(String(decoding: bytes[shownStart...], as: UTF8.self)))
    }
    var next = (raw.compactMap(\.blank.number).max() ?? 0) + 1
    for item in raw {
      let number = item.blank.number ?? next
      if item.blank.number == nil { next += 1 }
      parts[item.part] = .blank(
        ClozeBlank(
          number: number,
          text: item.blank.text,
          hint: item.blank.hint,
          bytes: item.bytes,
          isUnnumbered: item.blank.number == nil
        )
      )
    }
    self.parts = parts
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
        // "{{a}}}" closes at the last pair, so a text may end with a brace.
        return index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "}") ? index + 1 : index
      }
      index += 1
    }
    return nil
  }

  /// The inside of one blank.
  private struct Reading {
    var number: Int?
    var text: String
    var hint: String?

    init(_ content: String) throws(ClozeFault) {
      var fields = ClozeText.splitAtDoubleColons(content)
      if fields.count > 1, let number = try ClozeText.number(fields[0]) {
        self.number = number
        fields.removeFirst()
      }
      text = fields[0].trimmed
      hint = fields.count > 1 ? fields[1...].joined(separator: "::").trimmed : nil
      if hint?.isEmpty == true { hint = nil }
      guard !text.isEmpty else { throw .empty }
    }
  }

  private static func number(_ text: String) throws(ClozeFault) -> Int? {
    guard text.first == "c", text.count > 1, text.utf8.dropFirst().allSatisfy(\.isDigit) else {
      return nil
    }
    guard let number = Int(text.dropFirst()), number > 0, number < 1000 else { throw .badNumber }
    return number
  }

  private static func splitAtDoubleColons(_ text: String) -> [String] {
    var fields: [String] = []
    var current: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: ":"), bytes.first == UInt8(ascii: ":") {
        bytes.removeFirst()
        fields.append(String(decoding: current, as: UTF8.self))
        current = []
      } else {
        current.append(byte)
      }
    }
    fields.append(String(decoding: current, as: UTF8.self))
    return fields
  }
}

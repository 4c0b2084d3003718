/// Takes emphasis, code marks, links, images, tags, escapes and entities out of Markdown text.
enum MarkdownInline {
  static func stripped(_ raw: MappedText) -> MappedText {
    var walk = Walk(raw: raw)
    while walk.position < raw.count { walk.step() }
    return walk.result
  }

  /// How far a link, a tag or an entity may reach, in scalars.
  private static let reach = 2_000

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "apos": "'", "deg": "°",
    "ndash": "–", "mdash": "—", "micro": "µ", "le": "≤", "ge": "≥", "plusmn": "±", "times": "×",
  ]

  private struct Walk {
    /// No note or exponent is longer, in scalars.
    private static let longestRaised = 120

    let raw: MappedText
    var result = MappedText()
    var position = 0
    /// Ends of link texts already entered, where the address is skipped.
    var skips: [Int: Int] = [:]
    /// The last place found for a scalar, which holds for every start from `from` on.
    private var lookups: [Unicode.Scalar: (from: Int, found: Int)] = [:]

    init(raw: MappedText) { self.raw = raw }

    mutating func step() {
      if let end = skips[position] {
        position = end
        return
      }
      switch raw.scalars[position] {
      case "\\" where next.map(Self.isPunctuation) == true:
        position += 1
        keep()
      case "`": position += 1
      case "*", "_", "~": emphasis()
      case "!" where next == "[": image()
      case "[": link()
      case "<": tag()
      case "&": entity()
      default: keep()
      }
    }

    private var next: Unicode.Scalar? {
      position + 1 < raw.count ? raw.scalars[position + 1] : nil
    }

    private mutating func keep() {
      result.append(raw.scalars[position], at: raw.offsets[position])
      position += 1
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && !scalar.isLetter && !scalar.isDigit && !scalar.isBlank
    }

    /// A run of marks that leans on a word goes; one between blanks, digits or inside a word stays.
    private mutating func emphasis() {
      let mark = raw.scalars[position]
      var end = position
      while end < raw.count, raw.scalars[end] == mark { end += 1 }
      let before = position > 0 ? raw.scalars[position - 1] : " "
      let after = end < raw.count ? raw.scalars[end] : " "
      let isWithin = isWordPart(before) && isWordPart(after)
      let isLoose = before.isBlank && after.isBlank
      let stays =
        switch mark {
        case "_": isLoose || isWithin
        case "~": end - position < 2
        default: isLoose || (before.isDigit && after.isDigit)
        }
      if !stays {
        position = end
        return
      }
      while position < end { keep() }
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isLetter || scalar.isDigit
    }

    private mutating func image() {
      guard let close = find("]", from: position + 2), let end = addressEnd(after: close) else {
        keep()
        return
      }
      position = end
    }

    /// Enters the text of a link and remembers to skip its address; a footnote mark goes whole.
    private mutating func link() {
      guard let close = find("]", from: position + 1) else { return keep() }
      if next == "^" {
        position = close + 1
      } else if let end = addressEnd(after: close) {
        skips[close] = end
        position += 1
      } else {
        keep()
      }
    }

    /// The end of `(address)` or `[label]` right after a closing bracket.
    private mutating func addressEnd(after close: Int) -> Int? {
      guard close + 1 < raw.count else { return nil }
      switch raw.scalars[close + 1] {
      case "(": return find(")", from: close + 2).map { $0 + 1 }
      case "[": return find("]", from: close + 2).map { $0 + 1 }
      default: return nil
      }
    }

    private mutating func tag() {
      guard let next, next.isLetter || next == "/" || next == "!",
        let close = find(">", from: position + 1)
      else { return keep() }
      let name = raw.string((position + 1)..<close).lowercased()
      position = close + 1
      if name == "sup" || name.hasPrefix("sup ") { superscript() }
    }

    /// Takes what stands up to the end of a raised text; a link in it points to a note.
    private mutating func superscript() {
      var end = position
      while let open = find("<", from: end), open - position < Self.longestRaised {
        if raw.string(open..<min(raw.count, open + 5)).lowercased() == "</sup" {
          let raised = raw.string(position..<open)
          let isLink = raised.contains("<a") || raised.contains("](")
          let plain = raised.filter { !"\\*_".contains($0) }
          let kept = isLink ? "" : Superscript.written(plain, behind: result.scalars)
          for scalar in kept.unicodeScalars { result.append(scalar, at: raw.offsets[position]) }
          position = open
          return
        }
        end = open + 1
      }
    }

    private mutating func entity() {
      guard let close = find(";", from: position + 1), close - position <= 8,
        let scalar = entities[raw.string((position + 1)..<close)]
      else { return keep() }
      result.append(scalar, at: raw.offsets[position])
      position = close + 1
    }

    /// The next such scalar within reach; looked up once for all starts before it.
    private mutating func find(_ scalar: Unicode.Scalar, from start: Int) -> Int? {
      if let known = lookups[scalar], known.from <= start, start <= known.found {
        return known.found < start + reach && known.found < raw.count ? known.found : nil
      }
      guard start < raw.count else { return nil }
      let found = raw.scalars[start...].firstIndex(of: scalar) ?? raw.count
      lookups[scalar] = (start, found)
      return found < start + reach && found < raw.count ? found : nil
    }
  }
}

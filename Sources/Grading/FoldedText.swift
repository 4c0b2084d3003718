import Decks

/// Typed text or a key in the one form that the readers see.
///
/// Composed (NFC), with dashes, spaces, full-width characters and superscripts of units mapped by
/// a closed table, runs of white space as one space, and none at the ends. Case stays.
struct FoldedText {
  let scalars: [Unicode.Scalar]
  /// Whether a digit was mapped, so that the reading is echoed.
  let hasMappedDigits: Bool

  init(_ text: String) {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.utf8.count)
    var hasMappedDigits = false
    var isAfterLetter = false
    for scalar in String(decoding: NormalForm.bytes(of: text), as: UTF8.self).unicodeScalars {
      if (0x21..<0x7F).contains(scalar.value) {
        folded.append(scalar)
        isAfterLetter = scalar.isLetter
        continue
      }
      if Self.isInvisible(scalar) { continue }
      if Self.isSpace(scalar) {
        if let last = folded.last, last != " " { folded.append(" ") }
        isAfterLetter = false
        continue
      }
      if let digit = Self.script(scalar), isAfterLetter {
        // Only after a letter (m², B₁₂): "10²" must never become 102.
        folded.append(digit)
        continue
      }
      // "kg⁻¹" is written with two raised signs.
      isAfterLetter = scalar.isLetter || isAfterLetter && scalar == "⁻"
      if (0xFF01...0xFF5E).contains(scalar.value),
        let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        hasMappedDigits = hasMappedDigits || ascii.isDigit
        folded.append(ascii)
      } else {
        folded.append(contentsOf: Self.mapped(scalar))
      }
    }
    if folded.last == " " { folded.removeLast() }
    scalars = folded
    self.hasMappedDigits = hasMappedDigits
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace
  }

  /// The digit of a superscript or subscript.
  private static func script(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xB2, 0xB3: Unicode.Scalar(scalar.value - 0x80)
    case 0xB9: "1"
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2040)
    case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2050)
    default: nil
    }
  }

  private static func mapped(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "−", "‐", "‑", "‒", "–", "—", "―", "﹣": ["-"]
    case "µ": ["μ"]
    case "⋅", "∙", "•", "\u{387}": ["·"]
    case "∕", "⁄": ["/"]
    case "º", "˚": ["°"]
    case "⁺": ["+"]
    case "⁻": ["-"]
    case "℃": ["°", "C"]
    case "℉": ["°", "F"]
    case "⩽", "≦": ["≤"]
    case "⩾", "≧": ["≥"]
    case "∶": [":"]
    case "æ": ["a", "e"]
    case "œ": ["o", "e"]
    case "Æ": ["A", "E"]
    case "Œ": ["O", "E"]
    case "\u{2018}", "\u{2019}", "\u{02BC}": ["'"]
    case "\u{201C}", "\u{201D}": ["\""]
    default: [scalar]
    }
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter of any script, the micro sign included.
  var isLetter: Bool {
    if value < 0x80 { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return properties.isAlphabetic
  }

  /// A number sign that is no ASCII digit: other scripts, fractions, superscripts.
  var isForeignNumber: Bool { value > 0x7F && properties.numericType != nil && !isIdeograph }

  private var isIdeograph: Bool { properties.isIdeographic }

  /// A mark that stands on the letter before it.
  var isAccent: Bool { value > 0x7F && properties.generalCategory == .nonspacingMark }

  var isWordPart: Bool { isDigit || isLetter }
}

extension Sequence<Unicode.Scalar> {
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

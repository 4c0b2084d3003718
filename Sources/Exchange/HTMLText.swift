/// HTML of a flash card as plain text, in one pass.
struct HTMLText {
  private(set) var text = ""
  /// Whether a tag other than a line break was taken away.
  private(set) var hadMarkup = false
  /// Whether a picture, film or sound was.
  private(set) var hadMedia = false
  /// Whether text was struck out, which plain text would bring back.
  private(set) var hadStruckText = false

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var index = 0
    var plain: [UInt8] = []
    // Once there is no further ">", no "<" can open a tag: looking again would take for ever.
    var lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    if !bytes.contains(UInt8(ascii: "<")) { lastClose = -1 }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index < lastClose, Self.opensTag(bytes, at: index) {
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? lastClose
        take(tag: bytes[(index + 1)..<close], into: &plain)
        index = close + 1
      } else if bytes[index] == UInt8(ascii: "&"),
        let (character, end) = Self.entity(bytes, at: index)
      {
        plain += Array(String(character).utf8)
        index = end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    text = String(decoding: plain, as: UTF8.self)
  }
}

extension HTMLText {
  /// Tags that part nothing; any other ends the line, so that no figures run together.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "bdi", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q",
    "samp", "small", "span", "strong", "sub", "tt", "u", "var", "wbr",
  ]
  private static let breaks: Set<String> = ["br", "div", "p", "li", "tr"]
  private static let struck: Set<String> = ["s", "del", "strike"]
  private static let media: Set<String> = ["img", "audio", "video", "object", "svg"]

  private static func opensTag(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    let isLetter = (0x61...0x7A).contains(next | 0x20)
    return isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
  }

  private mutating func take(tag: ArraySlice<UInt8>, into plain: inout [UInt8]) {
    let isNamed = { (byte: UInt8) in byte > 0x20 && byte != UInt8(ascii: ">") }
    var name = String(decoding: tag.prefix(12).prefix(while: isNamed), as: UTF8.self).lowercased()
    let isOpening = !name.hasPrefix("/")
    if !isOpening { name.removeFirst() }
    if name.hasSuffix("/") { name.removeLast() }
    if Self.struck.contains(name) { hadStruckText = true }
    if Self.media.contains(name) {
      hadMedia = true
      if isOpening { plain += Array("[\(name)]".utf8) }
    } else if name == "sup" {
      // 10<sup>9</sup> is not 109.
      hadMarkup = true
      if isOpening { plain.append(UInt8(ascii: "^")) }
    } else {
      if !Self.breaks.contains(name) { hadMarkup = true }
      if !Self.inline.contains(name), plain.last != 0x0A { plain.append(0x0A) }
    }
  }

  private static let names: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "deg": "°",
    "micro": "µ", "plusmn": "±", "le": "≤", "ge": "≥", "times": "×", "ndash": "–", "mdash": "—",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "mu": "μ", "rarr": "→", "hellip": "…",
    "sup2": "²", "sup3": "³", "frac12": "½", "minus": "−", "middot": "·",
  ]

  /// `&name;`, `&#65;` or `&#x41;`: the character and where the text goes on.
  private static func entity(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let window = bytes[(start + 1)...].prefix(10)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: window[..<end], as: UTF8.self)
    if let scalar = names[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
  }
}

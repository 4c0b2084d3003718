import Glibc

/// Turns the bytes of a web page into text, by its byte order mark or by what it says of itself.
enum PageEncoding {
  static func text(of bytes: [UInt8]) throws(DocumentError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try text(Array(bytes.dropFirst(3)), "utf-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try text(Array(bytes.dropFirst(2)), "utf-16le") }
    if bytes.starts(with: [0xFE, 0xFF]) { return try text(Array(bytes.dropFirst(2)), "utf-16be") }
    if let name = declared(in: bytes) { return try text(bytes, name) }
    // Browsers take a page that says nothing for Windows-1252 unless it is UTF-8.
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return try text(bytes, "windows-1252")
  }

  /// The name after `charset=` or `encoding=` in the first kilobyte, in lower case.
  private static func declared(in bytes: [UInt8]) -> String? {
    let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      guard let place = beginning.firstRange(of: mark) else { continue }
      let rest = beginning[place.upperBound...].drop { "\"' ".contains($0) }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  private static func text(_ bytes: [UInt8], _ name: String) throws(DocumentError) -> String {
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii":
      // Many a page that calls itself UTF-8 has a word of Windows-1252 pasted in.
      return String(decoding: bytes, as: UTF8.self)
    // What calls itself Latin-1 is read as Windows-1252 everywhere, which has dashes and quotes too.
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1": return try converted(bytes, "windows-1252")
    // Who could read the name as single bytes does not read UTF-16.
    case "utf-16" where !bytes.contains(0): return String(decoding: bytes, as: UTF8.self)
    default: return try converted(bytes, name)
    }
  }

  private static func converted(_ bytes: [UInt8], _ name: String) throws(DocumentError) -> String {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      throw .encoding(name)
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 1 << 16)
    var result: [UInt8] = []
    let isWhole = input.withUnsafeMutableBufferPointer { source -> Bool in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let (made, isFaulty) = step(converter, &next, &left, &output)
        result += output[..<made].lazy.map { UInt8(bitPattern: $0) }
        guard isFaulty else { continue }
        result += "\u{FFFD}".utf8
        guard left > 0 else { return false }
        next = next.map { $0 + 1 }
        left -= 1
      }
      return true
    }
    guard isWhole, let text = String(validating: result, as: UTF8.self) else {
      throw .encoding(name)
    }
    return text
  }

  /// Converts what fits into the output; faulty where a byte stands for nothing.
  private static func step(
    _ converter: iconv_t,
    _ next: inout UnsafeMutablePointer<CChar>?,
    _ left: inout Int,
    _ output: inout [CChar]
  ) -> (made: Int, isFaulty: Bool) {
    output.withUnsafeMutableBufferPointer { buffer in
      var target = buffer.baseAddress
      var room = buffer.count
      let status = iconv(converter, &next, &left, &target, &room)
      let code = errno
      return (buffer.count - room, status == Int(bitPattern: UInt.max) && code != E2BIG)
    }
  }
}

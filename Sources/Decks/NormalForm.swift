@_spi(_Unicode) import Swift

/// Unicode's composed form (NFC), in which the same text has the same bytes.
package enum NormalForm {
  /// The text's NFC in UTF-8.
  package static func bytes(of text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    var normal = String.UnicodeScalarView()
    normal.append(contentsOf: text._nfc)
    return Array(String(normal).utf8)
  }
}

extension Collection {
  /// Whether a word stands in any of the decks, as a whole word in any case.
  ///
  /// Asked only when a slip of the keyboard would be forgiven: a word that some card uses is never
  /// taken for a misspelling of another. The decks are searched as they lie, so nothing is built.
  package func holds(word: String) -> Bool {
    let sought = Array(word.lowercased().utf8)
    guard !sought.isEmpty else { return false }
    return decks.contains { file in
      file.source.withUnsafeBufferPointer { Self.holds(sought, in: $0) }
    }
  }

  private static func holds(_ word: [UInt8], in bytes: Bytes) -> Bool {
    guard bytes.count >= word.count else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start].lowercased == word[0] {
      guard start == 0 || !bytes[start - 1].belongsToWord else { continue }
      let end = start + word.count
      guard end == bytes.count || !bytes[end].belongsToWord else { continue }
      if (1..<word.count).allSatisfy({ bytes[start + $0].lowercased == word[$0] }) { return true }
    }
    return false
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital, else the byte itself.
  fileprivate var lowercased: UInt8 {
    self >= 0x41 && self <= 0x5A ? self | 0x20 : self
  }

  /// Letters, digits and the bytes of other scripts.
  fileprivate var belongsToWord: Bool { isLetter || isDigit || self >= 0x80 }
}

/// The words of hunspell's English dictionaries, where they are installed.
enum SpellingDictionary {
  /// Whether a word in lower case stands in one of them; false where there is none.
  static func holds(_ word: String) -> Bool {
    let sought = Array(word.utf8)
    return files.contains { holds(sought, in: $0) }
  }

  /// The dictionaries' bytes, read when a word is first asked for.
  private static let files: [[UInt8]] = ["en_GB", "en_US"].compactMap { name in
    try? FileBytes.read("/usr/share/hunspell/\(name).dic")
  }

  /// Each line is a word, mostly with a slash and flags behind it.
  private static func holds(_ word: [UInt8], in dictionary: [UInt8]) -> Bool {
    var start = 0
    while start < dictionary.count {
      let end = dictionary[start...].firstIndex(of: 0x0A) ?? dictionary.count
      let after = start + word.count
      if after <= end, dictionary[start..<after].elementsEqual(word),
        after == end || dictionary[after] == UInt8(ascii: "/")
      {
        return true
      }
      start = end + 1
    }
    return false
  }
}

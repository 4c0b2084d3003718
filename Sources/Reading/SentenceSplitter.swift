/// Finds where sentences end in the normalised text of one passage.
///
/// A stop ends a sentence where white space and a new beginning follow, and no abbreviation,
/// initial or numbering stands before it.
package enum SentenceSplitter {
  /// The sentences as ranges of the text, in order, without the white space between them.
  package static func ranges(in text: MappedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var position = 0
    let scalars = text.scalars
    while position < scalars.count {
      if isStop(scalars[position]), let end = sentenceEnd(scalars, stop: position, from: start) {
        ranges.append(start..<end)
        start = end
        while start < scalars.count, scalars[start].isBlank { start += 1 }
        position = start
      } else {
        position += 1
      }
    }
    if start < scalars.count { ranges.append(start..<scalars.count) }
    return ranges
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?" || scalar == "…"
  }

  /// The end of the sentence, after its closing marks, or nil if the stop ends none.
  private static func sentenceEnd(
    _ scalars: [Unicode.Scalar],
    stop: Int,
    from start: Int
  ) -> Int? {
    var end = stop + 1
    while end < scalars.count, isStop(scalars[end]) || scalars[end].isCloser { end += 1 }
    guard end < scalars.count else { return end }
    guard scalars[end].isBlank, let next = word(in: scalars, after: end) else { return nil }
    guard begins(next) else { return nil }
    let isSingleStop = end == stop + 1 && scalars[stop] == "."
    guard scalars[stop] == "." else { return end }
    let previous = word(in: scalars, before: stop, from: start)
    return Abbreviations.holdsStop(previous, before: next, isBare: isSingleStop) ? nil : end
  }

  /// Whether a word can begin a sentence: a capital, a digit, or an opening mark before one.
  private static func begins(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first(where: { !$0.isOpener && $0 != "—" && $0 != "–" }) else {
      return false
    }
    return first.isUppercase || first.isDigit || (first.isLetter && !first.isLowercase)
      || isMixedCase(word)
  }

  /// Such as `pH` or `mRNA`.
  private static func isMixedCase(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.dropFirst().first?.isUppercase == true
  }

  private static let longestWord = 40

  private static func word(
    in scalars: [Unicode.Scalar],
    after position: Int
  ) -> ArraySlice<Unicode.Scalar>? {
    var start = position
    while start < scalars.count, scalars[start].isBlank { start += 1 }
    guard start < scalars.count else { return nil }
    let rest = scalars[start..<min(scalars.count, start + longestWord)]
    return rest.prefix { !$0.isBlank }
  }

  /// The word that ends just before a stop, with the stops inside it (`e.g`, `U.S`).
  private static func word(
    in scalars: [Unicode.Scalar],
    before stop: Int,
    from start: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var first = stop
    while first > max(start, stop - longestWord), !scalars[first - 1].isBlank { first -= 1 }
    return scalars[first..<stop].drop { $0.isOpener }
  }
}

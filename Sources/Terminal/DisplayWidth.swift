extension StringProtocol {
  /// The columns this text takes on a terminal; colour sequences take none.
  ///
  /// Scalars are counted one by one, as terminals and libedit do, so the parts of a joined emoji
  /// count each. Tabs and other controls count nothing.
  package var columns: Int {
    if utf8.allSatisfy({ (0x20...0x7e).contains($0) }) { return utf8.count }
    var total = 0
    var scanner = ColourScanner()
    for scalar in unicodeScalars where scanner.isText(scalar) { total += scalar.columns }
    return total
  }

  /// This text with spaces behind it to fill the columns; longer text stays as it is.
  package func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - self.columns))
  }

  /// This text with spaces before it to fill the columns; longer text stays as it is.
  package func leftPadded(to columns: Int) -> String {
    String(repeating: " ", count: Swift.max(0, columns - self.columns)) + self
  }
}

extension Unicode.Scalar {
  /// The columns this scalar takes on a terminal: 0, 1 or 2.
  package var columns: Int {
    if value < 0x7f { return value < 0x20 ? 0 : 1 }
    if value < 0xa0 { return 0 }
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    // The vowels and finals of Hangul syllables join the consonant before them.
    if (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7fb).contains(value) { return 0 }
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}

/// Tells the scalars of colour sequences (`ESC [ … m`) from those of text.
struct ColourScanner {
  private enum State {
    case text
    case escape
    case parameters
  }

  private var state = State.text

  /// Whether the next scalar is text.
  mutating func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch state {
    case .text:
      if scalar != "\u{1b}" { return true }
      state = .escape
    case .escape:
      state = scalar == "[" ? .parameters : .text
    case .parameters:
      if ("\u{40}"..."\u{7e}").contains(scalar) { state = .text }
    }
    return false
  }
}

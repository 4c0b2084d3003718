/// A prompt as the line editor shows it: lines above, and one short row that is edited in.
struct Prompt: Hashable, Sendable {
  /// What is printed above, without a line feed at the end of each.
  var above: [String]
  /// What stands before the typed text.
  var row: String

  /// Divides a prompt for a terminal of this width.
  ///
  /// libedit knows only one row. A last line that would leave less than a quarter of it for typing
  /// goes above too, and its last visible character stays.
  init(_ text: String, width: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let last = lines.removeLast()
    if last.columns * 4 <= width * 3 || last.columns <= 2 {
      above = lines
      row = last
    } else {
      above = lines + Wrap(width).lines(last)
      row = "> "
    }
  }

  /// The row for libedit: each run of colour sequences between two U+0001, all else harmless.
  ///
  /// libedit glues a run to the character after it, so neighbouring runs are joined, and a run at
  /// the end is put before the last character, because it would be lost.
  var encoded: [Unicode.Scalar] {
    var visible: [(colours: [Unicode.Scalar], scalar: Unicode.Scalar)] = []
    var colours: [Unicode.Scalar] = []
    var scanner = ColourScanner()
    for scalar in row.unicodeScalars {
      if !scanner.isText(scalar) {
        colours.append(scalar)
      } else if !String(scalar).sanitizedLine.isEmpty {
        visible.append((colours, scalar == "\t" ? " " : scalar))
        colours = []
      }
    }
    if !visible.isEmpty { visible[visible.count - 1].colours += colours }
    return visible.flatMap { part in
      part.colours.isEmpty ? [part.scalar] : ["\u{1}"] + part.colours + ["\u{1}", part.scalar]
    }
  }
}

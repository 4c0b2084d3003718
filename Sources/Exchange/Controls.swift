/// Characters that could drive a terminal or turn the direction of writing.
enum Controls {
  /// The text without them, and whether any was more than the other half of a line's end.
  ///
  /// Line feeds and tabs stay.
  static func stripped(_ text: String) -> (text: String, hadControls: Bool) {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.isControl) else { return (text, false) }
    let hadControls = scalars.contains { $0.isControl && $0 != "\r" }
    let kept = scalars.filter { !$0.isControl }
    return (String(String.UnicodeScalarView(kept)), hadControls)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

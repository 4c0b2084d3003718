/// What a piece of text is, which decides how it looks.
///
/// A role only underlines what the words or marks beside it already say.
package enum Role: Hashable, Sendable, CaseIterable {
  case heading
  case strong
  case dim
  case good
  case bad
  case warning
  case accent
}

/// How text is dressed for a place: with colours or without, with drawn characters or ASCII alone.
package struct Style: Hashable, Sendable {
  /// Whether roles become colours.
  package var hasColour: Bool
  /// Whether bars and rules may use drawn characters.
  package var hasDrawing: Bool

  /// A style with or without colours and drawn characters.
  package init(hasColour: Bool, hasDrawing: Bool) {
    self.hasColour = hasColour
    self.hasDrawing = hasDrawing
  }

  /// Neither colours nor drawn characters.
  package static let plain = Style(hasColour: false, hasDrawing: false)

  /// The style for an output.
  ///
  /// Colour needs a terminal whose `TERM` is neither unset nor `dumb`, and no `NO_COLOR`; drawn
  /// characters are only left out where plain output is asked for or the terminal is dumb.
  package static func fitting(
    isTerminal: Bool,
    isPlain: Bool,
    environment: [String: String]
  ) -> Style {
    let isDumb = isTerminal && ["", "dumb"].contains(environment["TERM", default: ""])
    let refuses = environment["NO_COLOR", default: ""] != ""
    return Style(
      hasColour: isTerminal && !isPlain && !isDumb && !refuses,
      hasDrawing: !isPlain && !isDumb
    )
  }

  /// The text dressed in its role; each of its lines is dressed alone.
  package func callAsFunction(_ role: Role, _ text: String) -> String {
    guard hasColour, !text.isEmpty else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1b}[\(code(of: role))m\($0)\u{1b}[0m" }
      .joined(separator: "\n")
  }

  private func code(of role: Role) -> String {
    switch role {
    case .heading: "1;4"
    case .strong: "1"
    case .dim: "2"
    case .good: "32"
    case .bad: "31"
    case .warning: "33"
    case .accent: "36"
    }
  }
}

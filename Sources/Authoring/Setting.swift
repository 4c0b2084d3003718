import Reading

/// The sentences right before one, shown with a statement whose words point back to them.
struct Setting {
  /// What the learner reads first; empty where nothing before can be read by itself.
  var text = ""

  /// More would bury the question.
  static let mostWords = 30

  /// With a statement that says something by itself, or together with those before it.
  func followed(by statement: Statement, pointsBack: Bool) -> Setting {
    guard !pointsBack || !text.isEmpty else { return Setting() }
    let longer = pointsBack ? "\(text) \(statement.text)" : statement.text
    let words = Token.tokens(of: longer)
    let isShort = words.count(where: \.isWord) <= Self.mostWords
    return Setting(text: isShort && !words.contains { $0.text == ":" } ? longer : "")
  }

  /// Whether "The inflammation …" takes up a word of these sentences: "inflamed airways".
  func isTakenUp(by analysis: Analysis) -> Bool {
    guard analysis.word(0) == "the", analysis.tag(1) == .noun, analysis.word(1).count > 5 else {
      return false
    }
    let root = analysis.word(1).prefix(6)
    return Token.tokens(of: text).contains { $0.lower.hasPrefix(root) }
  }
}

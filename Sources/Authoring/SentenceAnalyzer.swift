/// Reads statements more closely than patterns do; one thread owns it.
package protocol SentenceAnalyzer {
  /// What the analyzer works with, as far as it has found out.
  var grammar: Grammar { get }

  /// The analysis with all that a closer look adds; it costs much more than the patterns did.
  func refined(_ analysis: Analysis) -> Analysis
}

/// What sentences are read with.
package enum Grammar: Hashable, Sendable {
  case linkGrammar
  /// Patterns alone, because they were asked for.
  case patterns
  /// Patterns alone, because Link Grammar or its dictionary is not on this machine.
  case absent
}

extension SentenceAnalyzer {
  func analysis(of statement: Statement) -> Analysis {
    refined(PatternAnalyzer.analysis(of: statement))
  }
}

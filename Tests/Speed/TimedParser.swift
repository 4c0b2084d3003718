import Authoring

/// Link Grammar with a clock around it.
final class TimedParser: SentenceParser {
  private let door = LinkGrammarDoor()
  /// The microseconds of all calls since the last reset.
  private(set) var spent = 0.0
  /// What was parsed since the last reset.
  private(set) var sentences: [String] = []

  func reset() {
    spent = 0
    sentences = []
  }

  func parse(_ text: String) -> ParseOutcome {
    var outcome = ParseOutcome.absent
    spent += microseconds { outcome = door.parse(text) }
    sentences.append(text)
    return outcome
  }
}

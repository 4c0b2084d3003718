import Testing

@testable import Authoring

/// Whether Link Grammar with its English dictionary can be had; asked once.
enum Grammars {
  static let isThere = LinkGrammarDoor().parse("Ketamine is a drug.") != .absent

  static let isMissing =
    "needs the Debian packages liblink-grammar-dev link-grammar-dictionaries-en"
}

/// A parser that says the same of every sentence, and counts what it is asked.
final class FixedParser: SentenceParser {
  private let outcome: ParseOutcome
  private(set) var asked: [String] = []

  init(_ outcome: ParseOutcome) {
    self.outcome = outcome
  }

  func parse(_ text: String) -> ParseOutcome {
    asked.append(text)
    return outcome
  }
}

func statement(_ text: String) -> Statement {
  var statement = Statement()
  statement.append(text)
  return statement
}

import Authoring
import Storage

/// With what the sentences of documents were read, for the one who wonders at the drafts.
extension Generation {
  /// Nil where no sentence was good enough to be read closely.
  var grammarWords: String? {
    switch grammar {
    case .linkGrammar: parses.all > 0 ? parses.words : nil
    case .patterns: "Read by patterns alone, as asked."
    case .absent:
      "Read by patterns alone; Link Grammar reads more closely, and comes with "
        + "\"apt-get install \(LinkGrammarDoor.packages.joined(separator: " "))\""
        + (LinkGrammarDoor.isWalledUp ? " before the program is built." : ".")
    }
  }

  /// Writes members of the object that is open.
  func writeGrammar(into json: inout JSONWriter) {
    json.member("grammar", grammar.code)
    if grammar == .absent { json.member("packages", LinkGrammarDoor.packages) }
    guard grammar == .linkGrammar else { return }
    json.key("parsed")
    json.object { json in
      json.member("complete", parses.complete)
      json.member("incomplete", parses.incomplete)
      json.member("givenUp", parses.givenUp)
      json.member("tooLong", parses.tooLong)
    }
  }
}

extension Grammar {
  fileprivate var code: String {
    switch self {
    case .linkGrammar: "link-grammar"
    case .patterns: "patterns"
    case .absent: "missing"
    }
  }
}

extension ParseCounts {
  fileprivate var words: String {
    let others = [
      incomplete > 0 ? "\(incomplete) only in part" : nil,
      givenUp > 0 ? "\(givenUp) given up after a second" : nil,
      tooLong > 0 ? "\(tooLong) too long for it" : nil,
    ].compactMap(\.self)
    let head = "Link Grammar parsed \(complete) of \(all.counted("statement")) completely"
    return ([head] + others).joined(separator: ", ") + "."
  }
}

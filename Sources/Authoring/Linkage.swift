/// What a link grammar makes of a sentence: its words and the links between them.
package struct Linkage: Hashable, Sendable {
  /// The first and the last word are walls, which cover nothing.
  package let words: [Word]
  package let links: [Link]

  package struct Word: Hashable, Sendable {
    /// Scalars of the text that was parsed.
    let range: Range<Int>
    /// Whether the dictionary takes it for a form of a verb.
    let isVerb: Bool
  }

  /// A link between two words, given as their indices.
  package struct Link: Hashable, Sendable {
    let left: Int
    let right: Int
    /// `Ss*s`, `MXsr`: capitals name the kind of link, the rest what had to agree.
    let label: String

    /// The capitals alone.
    var kind: Substring { label.prefix { $0.isUppercase } }
  }
}

/// How an attempt to parse a sentence ended.
package enum ParseOutcome: Hashable, Sendable {
  case complete(Linkage)
  /// No linkage holds all words.
  case incomplete
  /// It took too long.
  case givenUp
  /// There is no parser, or no dictionary for it.
  case absent
}

/// Links the words of one sentence at a time; one thread owns it.
package protocol SentenceParser: AnyObject {
  func parse(_ text: String) -> ParseOutcome
}

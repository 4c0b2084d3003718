/// Whether a card is asked.
package enum Status: String, Hashable, Sendable, CaseIterable {
  case active
  /// Proposed by the generator and not yet accepted by a person; never scheduled.
  case draft
  case suspended
  case retired
}

/// One card as its author wrote it, without its place in the file.
///
/// A Reversed, Cloze or Case card is asked as several questions; see `Question`.
package struct Card: Hashable, Sendable {
  package var kind: Kind
  package var title: String
  /// The id in the heading, or nil where the author gave none.
  package var id: CardID?
  package var status: Status
  /// Names of checks that the heading turns off (`{check=-R07}`).
  package var silencedChecks: [String]
  /// The prose before `Q:`, shown with the stem.
  package var vignette: String
  package var body: Body
  package var details: Details

  package init(
    kind: Kind,
    title: String = "",
    id: CardID? = nil,
    status: Status = .active,
    silencedChecks: [String] = [],
    vignette: String = "",
    body: Body,
    details: Details = Details()
  ) {
    self.kind = kind
    self.title = title
    self.id = id
    self.status = status
    self.silencedChecks = silencedChecks
    self.vignette = vignette
    self.body = body
    self.details = details
  }

  /// What is asked, by kind.
  package enum Body: Hashable, Sendable {
    /// Basic, SBA, MR, TF, Numeric and Order: one stem and one key.
    case question(stem: String, key: Key)
    /// Reversed: each side asks for the other.
    case reversed(front: String, back: String, accepted: [String])
    /// Cloze: text with `{{c1::blanks}}` in place.
    case cloze(text: String, accepted: [String])
    /// Case: stages asked one after the other.
    case stages([Card])
    /// The file has a fault here, reported as a finding; the card is not studied.
    case unreadable
  }

  /// What stands beside the question.
  package struct Details: Hashable, Sendable {
    package var hint: String?
    package var why: String?
    package var citations: [Citation] = []
    package var evidence: String?
    package var disputed: String?
    package var reviewBy: String?
    package var reviewed: String?
    package var author: String?
    package var objective: String?
    package var tags: [String] = []
    /// 1-5, the author's guess.
    package var difficulty: Int?
    /// `X-Name:` fields, in the author's order.
    package var extensions: [Extension] = []

    package init() {}
  }

  /// A field of the author's own, kept and never interpreted.
  package struct Extension: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
}

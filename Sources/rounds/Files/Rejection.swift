import Authoring
import Decks
import Storage

/// Why a draft was rejected.
enum RejectionReason: String, CaseIterable {
  case wrong
  case unclear
  case trivial
  case duplicate
  case promotion
  case person
  case other

  /// The reason in words.
  var words: String {
    switch self {
    case .wrong: "wrong"
    case .unclear: "unclear without its source"
    case .trivial: "trivial"
    case .duplicate: "a duplicate"
    case .promotion: "promotion"
    case .person: "about a person"
    case .other: "other"
    }
  }
}

/// A rejected draft as `DECK.rejected.jsonl` keeps it.
struct Rejection: Hashable {
  let at: Timestamp
  let id: String
  /// A `RejectionReason`, or one of a later version.
  let reason: String
  /// The educator's own words.
  let note: String
  let kind: String
  /// A hash of what the card asks and what is right.
  let content: String
  /// The cited document's file.
  let document: String
  /// The cited sentence, or the cited words where the document was not at hand.
  let sentence: String
  /// The text of the card.
  let card: String
}

extension Rejection {
  /// The rejection as one line of JSON, without a line feed.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("at", at)
      json.member("id", id)
      json.member("reason", reason)
      json.member("note", note)
      json.member("kind", kind)
      json.member("content", content)
      json.member("document", document)
      json.member("sentence", sentence)
      json.member("card", card)
    }
    return json.bytes
  }

  /// The line that takes the rejection back.
  func withdrawal(at moment: Timestamp) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("at", moment)
      json.member("withdraw", content)
      json.member("id", id)
    }
    return json.bytes
  }

  /// For the generator; nil where the card's text cannot be read.
  var draft: RejectedDraft? {
    // A stage begins with one mark more than a card that stands alone.
    let text = card.hasPrefix("###") ? String(card.dropFirst()) : card
    return DeckParser.parse(Array(text.utf8)).cards.first.map {
      RejectedDraft(card: $0.card, sentence: sentence)
    }
  }
}

/// What one line of the file says.
enum RejectionLine: Hashable {
  case rejected(Rejection)
  /// The last rejection of this content under this id no longer holds.
  case withdrawn(content: String, id: String)
  /// Words that somebody wrote there by hand, which no draft is to say.
  case words(String)

  /// Reads a line; nil where it is not whole.
  init?(_ line: [UInt8]) {
    guard let members = line.withUnsafeBytes({ try? Self.members(of: $0) }) else { return nil }
    if let content = members["withdraw"] {
      self = .withdrawn(content: content, id: members["id"] ?? "")
      return
    }
    if let words = members["text"] {
      self = .words(words)
      return
    }
    guard let card = members["card"], let content = members["content"],
      let at = members["at"].flatMap({ Timestamp($0) })
    else { return nil }
    self = .rejected(
      Rejection(
        at: at,
        id: members["id"] ?? "",
        reason: members["reason"] ?? "",
        note: members["note"] ?? "",
        kind: members["kind"] ?? "",
        content: content,
        document: members["document"] ?? "",
        sentence: members["sentence"] ?? "",
        card: card
      )
    )
  }

  /// The members that are texts; what a later version adds is passed over.
  private static func members(
    of line: UnsafeRawBufferPointer
  ) throws(JSONError) -> [String: String] {
    var json = JSONScanner(line)
    var members: [String: String] = [:]
    try json.beginObject()
    while let key = try json.nextKey() {
      if try json.kind() == .string {
        members[key.text] = try json.string().text
      } else {
        try json.skipValue()
      }
    }
    try json.finish()
    return members
  }
}

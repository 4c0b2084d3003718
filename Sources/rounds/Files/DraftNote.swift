import Authoring
import Decks
import Storage

/// What the generator knew of one draft, as `DECK.drafts.jsonl` keeps it.
struct DraftNote: Hashable {
  let id: String
  /// A hash of what the card asks and what is right, as it was written.
  let content: String
  let sentence: String
  let account: Account
  let runnersUp: [RunnerUp]

  /// The note with a runner-up in the place of the card, which becomes a runner-up in its turn.
  func taking(_ index: Int, insteadOf card: Card) -> DraftNote {
    var runnersUp = runnersUp
    let taken = runnersUp[index]
    runnersUp[index] = RunnerUp(card: card, account: account, verdict: .replaced)
    return DraftNote(
      id: id,
      content: taken.card.content,
      sentence: sentence,
      account: taken.account,
      runnersUp: runnersUp
    )
  }
}

extension DraftNote {
  init(_ draft: Draft) {
    id = draft.card.id?.text ?? ""
    content = draft.card.content
    sentence = draft.sentence
    account = draft.account
    runnersUp = draft.runnersUp
  }

  /// The note as one line of JSON, without a line feed.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("content", content)
      json.member("sentence", sentence)
      json.key("account")
      account.write(into: &json)
      json.key("runnersUp")
      json.array { json in
        for runnerUp in runnersUp { runnerUp.write(into: &json) }
      }
    }
    return json.bytes
  }

  /// Reads a line; nil where it is not whole or a later version's.
  init?(_ line: [UInt8]) {
    guard let note = line.withUnsafeBytes({ try? Self.read($0) }) else { return nil }
    self = note
  }

  private static func read(_ line: UnsafeRawBufferPointer) throws(JSONError) -> DraftNote? {
    var json = JSONScanner(line)
    var texts: [String: String] = [:]
    var account: Account?
    var runnersUp: [RunnerUp?] = []
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "id", "content", "sentence": texts[key.text] = try json.string().text
      case "account": account = try Account.read(&json)
      case "runnersUp":
        try json.beginArray()
        while try json.nextElement() { runnersUp.append(try RunnerUp.read(&json)) }
      default: try json.skipValue()
      }
    }
    try json.finish()
    guard let id = texts["id"], let content = texts["content"], let account else { return nil }
    return DraftNote(
      id: id,
      content: content,
      sentence: texts["sentence"] ?? "",
      account: account,
      runnersUp: runnersUp.compactMap(\.self)
    )
  }
}

extension Card {
  /// A hash of what the card asks and what is right, as `DECK.rejected.jsonl` has it too.
  var content: String { String(provisionalID.text.dropFirst()) }
}

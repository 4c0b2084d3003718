import Decks
import Storage

/// A question as one line of a table, for databases that join it with logs by `card`.
struct CardLine {
  let question: Question
  let status: Status
  /// Those of the deck, then those of the card.
  let tags: [String]

  /// Nil for a question that is in no deck of the shelf.
  init?(_ question: Question, on shelf: Shelf) {
    guard let entry = shelf.collection.entry(holding: question.id) else { return nil }
    self.question = question
    status = shelf.collection.placed(entry).card.status(of: question.id, in: entry.id)
    let common = shelf.collection.decks[entry.deck].deck.frontMatter.tags
    tags = common + question.details.tags.filter { !common.contains($0) }
  }

  var json: String {
    let hash = question.hash
    var json = JSONWriter()
    json.object { json in
      json.member("deck", question.deck)
      json.member("card", question.id.text)
      json.member("kind", question.kind.rawValue)
      json.member("status", status.rawValue)
      json.member("tags", tags)
      json.member("question", question.wholeText)
      json.member("stem", hash.stem)
      json.member("key", hash.key)
      json.member("rest", hash.rest)
    }
    return json.text
  }
}

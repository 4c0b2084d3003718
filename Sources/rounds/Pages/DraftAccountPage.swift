import Authoring
import Decks
import Storage
import Terminal

/// Why a draft was written and ranked as it was, in plain words.
struct DraftAccountPage {
  let draft: KnownDraft
  let width: Int
  let style: Style

  private var note: DraftNote { draft.note }

  var lines: [String] {
    head + ["", style(.heading, "What it was worth")] + points
      + ["", style(.heading, "What it beat")] + beaten
  }

  private var head: [String] {
    let parts = [note.id, draft.card.title].filter { !$0.isEmpty }
    let title = parts.joined(separator: " · ").sanitizedLine
    let changed =
      isChanged ? wrapped("It was changed since; this is about the card as it was written.") : []
    return wrapped(title).map { style(.heading, $0) } + wrapped(draft.card.line) + changed
      + draft.card.details.citations.flatMap { wrapped("Source: \($0)".sanitizedLine) }
      + wrapped("Sentence: \(note.sentence.sanitizedLine)")
      + wrapped("Fact: \(note.account.claim.words)")
      + wrapped("Form: \(note.account.form.words)")
  }

  private var isChanged: Bool { draft.card.content != note.content }

  /// One line for all that counted, and the sum.
  private var points: [String] {
    let account = note.account
    let counted = account.features.filter { $0.worth != 0 }
    var rows = [(account.worth, "what every candidate begins with")]
    rows += counted.map { feature in
      let times = feature.value == 1 ? "" : ", \(feature.value.text(places: 0)) times"
      return (feature.worth, feature.name.sanitizedLine + times)
    }
    if account.deduction != 0 {
      rows.append((-account.deduction, "the second question about its sentence"))
    }
    return (rows + [(account.score, "in all")]).flatMap { worth, name in row(worth, name) }
  }

  private var beaten: [String] {
    guard !note.runnersUp.isEmpty else {
      return wrapped("Nothing else that the sentence could be asked was good enough.")
    }
    return note.runnersUp.flatMap { runnerUp in
      row(runnerUp.account.score, runnerUp.card.line)
        + Wrap(width, first: "      ", hanging: "      ").lines(runnerUp.verdict.words)
    }
  }

  private func row(_ worth: Double, _ text: String) -> [String] {
    let figure = worth.text(places: 1)
    let space = String(repeating: " ", count: max(0, 4 - figure.count))
    return Wrap(width, first: "\(space)\(figure)  ", hanging: "      ").lines(text)
  }

  private func wrapped(_ text: String) -> [String] {
    Wrap(width, hanging: "  ").lines(text)
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("id", note.id)
      json.member("deck", draft.deck.path)
      json.member("card", DeckPrinter.text(of: draft.card))
      json.member("changed", isChanged)
      json.member("sentence", note.sentence)
      json.key("account")
      note.account.write(into: &json)
      json.key("beaten")
      json.array { json in
        for runnerUp in note.runnersUp { runnerUp.write(into: &json) }
      }
    }
    return json.text
  }
}

extension Account.Claim {
  fileprivate var words: String {
    switch self {
    case .measure: "a number with its unit"
    case .time: "a span of time"
    case .year: "a year"
    case .regimen: "a dose that stands on a line under its drug"
    case .superlative: "what is the most, the first or the only one of its sort"
    case .name: "a brand name"
    case .definition: "what something is"
    case .contrast: "how two things differ"
    case .category: "the class that some examples belong to"
    case .rule: "what should, must or must not be done"
    case .relation: "what one thing does to another, or where and how"
    case .term: "the term that a definition explains"
    case .agent: "what does something to something else"
    case .passive: "what something is done with or by"
    case .called: "the name that the sentence explains"
    case .direction: "which of two opposites holds"
    case .cell: "a cell of a table"
    case .mention: "a term of the sentence"
    case .heading: "what the heading asks"
    case .series: "the items of a list"
    case .enumeration: "all that the sentence counts up"
    }
  }
}

extension Account.Form {
  fileprivate var words: String {
    switch self {
    case .cloze: "the sentence with the answer taken out"
    case .question: "a question of its own words"
    case .options: "a question with options"
    case .several: "a question with options, of which several are right"
    case .truth: "a claim that is true or false"
    case .order: "steps to be put in order"
    }
  }
}

extension RunnerUp.Verdict {
  fileprivate var words: String {
    switch self {
    case .sameWords: "It asks for words that this card asks for."
    case .full: "The sentence had its two drafts."
    case .second: "As the second question about the sentence it was too weak."
    case .density: "The document had its share of cards."
    case .replaced: "You took this card in its place."
    }
  }
}

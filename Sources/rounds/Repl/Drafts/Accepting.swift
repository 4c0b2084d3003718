import Decks
import Terminal

/// Taking a draft into the deck.
extension Deciding {
  /// Accepts the draft unless something in it is wrong, or its source says otherwise.
  func accept() throws(Failure) -> DraftRun.Outcome? {
    if let fault = findings.first(where: { $0.severity == .error }) {
      let line = deck.file.deck.position(of: fault.bytes.lowerBound).line
      dialogue.say("Not accepted. Line \(line): \(fault.message)".sanitizedLine, .warning)
      dialogue.say("e opens the editor there.")
      return nil
    }
    let doubts = doubts
    for doubt in doubts { dialogue.say(doubt.words, .warning) }
    if doubts.contains(where: \.needsConsent), !confirms("accept anyway?") {
      dialogue.say("Not accepted.")
      return nil
    }
    let name = placed.name
    let edit = DeckEdit.accepting(placed, naming: deck.newID(for: placed), in: deck.file.deck)
    try deck.save(edit, as: .accepted(name))
    run.count(.accepted(name))
    return .done
  }

  /// What speaks against trusting the draft without being a fault of its text.
  private var doubts: [Doubt] {
    guard !placed.citations.isEmpty else { return [.uncited] }
    return placed.citations.compactMap { citation in
      let passage = CitedPassage(
        citation: citation,
        deck: deck.file,
        folder: deck.folder,
        width: dialogue.width,
        style: dialogue.style
      )
      let source = deck.file.deck.frontMatter.source(citation.document)
      guard let file = try? passage.open() else {
        return .absent(source?.file ?? citation.document)
      }
      guard passage.place(in: file) == .missing else { return nil }
      return .missing(source?.file ?? citation.document)
    }
  }
}

/// Why a person should look twice before accepting.
private enum Doubt {
  case uncited
  /// The document is not at hand.
  case absent(String)
  /// The cited words do not stand in the document.
  case missing(String)

  var needsConsent: Bool {
    if case .missing = self { true } else { false }
  }

  var words: String {
    switch self {
    case .uncited: "This draft cites no document."
    case .absent(let file):
      "The citation could not be compared: \(file.sanitizedLine) is not at hand."
    case .missing(let file): "The cited words do not stand in \(file.sanitizedLine)."
    }
  }
}

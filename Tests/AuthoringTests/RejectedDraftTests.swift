import Decks
import Testing

@testable import Authoring

@Suite struct RejectedDraftTests {
  private static let text = """
    # Care

    Symptoms of anaphylaxis usually begin within 30 minutes of exposure.
    """

  private static func rejected(_ card: String, sentence: String = "") -> RejectedDraft? {
    DeckParser.parse(Array(card.utf8)).cards.first.map {
      RejectedDraft(card: $0.card, sentence: sentence)
    }
  }

  @Test func `the same answer to the same sentence is not proposed in other words`() throws {
    #expect(try drafts(of: Self.text, options: .generous).count == 1)
    let sentence = """
      Symptoms of anaphylaxis usually begin within 30 minutes of exposure.
      """
    let other = "## Basic {#x}\nQ: How long is somebody watched then?\nA: 30 minutes\n"
    let bySentence = try #require(Self.rejected(other, sentence: sentence))
    #expect(try drafts(of: Self.text, options: .generous, rejected: [bySentence]).isEmpty)
    let bySpan = try #require(
      Self.rejected(other + "Source: k line 3 \"usually begin within 30 minutes of\"\n")
    )
    #expect(try drafts(of: Self.text, options: .generous, rejected: [bySpan]).isEmpty)
  }

  @Test func `another answer, or another sentence, may be proposed still`() throws {
    let span = "Source: k \"usually begin within 30 minutes\"\n"
    let answer = try #require(Self.rejected("## Basic {#x}\nQ: Who?\nA: Symptoms\n\(span)"))
    #expect(try drafts(of: Self.text, options: .generous, rejected: [answer]).count == 1)
    let elsewhere = try #require(
      Self.rejected(
        "## Basic {#x}\nQ: How long?\nA: 30 minutes\n",
        sentence: "Wait for 30 minutes."
      )
    )
    #expect(
      try drafts(of: Self.text, options: .generous, rejected: [elsewhere]).count == 1
    )
  }

  @Test func `words written by hand keep a draft out`() throws {
    let first = try drafts(of: Self.text)
    guard case .cloze(let text, _)? = first.first?.body else {
      Issue.record("no cloze was drafted")
      return
    }
    #expect(
      try drafts(
        of: Self.text,
        options: .generous,
        rejected: [RejectedDraft(words: text)]
      ).isEmpty
    )
    #expect(
      try drafts(
        of: Self.text,
        options: .generous,
        rejected: [RejectedDraft(words: "something else")]
      ).count == 1
    )
  }
}

import Decks
import Testing

@testable import Authoring

@Suite struct RejectedDraftTests {
  private static let text = """
    # Care

    Patients who needed two doses of adrenaline are observed for at least 12 hours after their
    symptoms have settled.
    """

  private static func rejected(_ card: String, sentence: String = "") -> RejectedDraft? {
    DeckParser.parse(Array(card.utf8)).cards.first.map {
      RejectedDraft(card: $0.card, sentence: sentence)
    }
  }

  @Test func `the same answer to the same sentence is not proposed in other words`() throws {
    #expect(try drafts(of: Self.text).count == 1)
    let sentence = """
      Patients who needed two doses of adrenaline are observed for at least 12 hours after their \
      symptoms have settled.
      """
    let other = "## Basic {#x}\nQ: How long is somebody watched then?\nA: 12 hours\n"
    let bySentence = try #require(Self.rejected(other, sentence: sentence))
    #expect(try drafts(of: Self.text, rejected: [bySentence]).isEmpty)
    let bySpan = try #require(
      Self.rejected(other + "Source: k line 3 \"observed for at least 12 hours after\"\n")
    )
    #expect(try drafts(of: Self.text, rejected: [bySpan]).isEmpty)
  }

  @Test func `another answer, or another sentence, may be proposed still`() throws {
    let span = "Source: k \"observed for at least 12 hours\"\n"
    let answer = try #require(Self.rejected("## Basic {#x}\nQ: Who?\nA: Patients\n\(span)"))
    #expect(try drafts(of: Self.text, rejected: [answer]).count == 1)
    let elsewhere = try #require(
      Self.rejected("## Basic {#x}\nQ: How long?\nA: 12 hours\n", sentence: "Wait for 12 hours.")
    )
    #expect(try drafts(of: Self.text, rejected: [elsewhere]).count == 1)
  }

  @Test func `words written by hand keep a draft out`() throws {
    let first = try drafts(of: Self.text)
    guard case .cloze(let text, _)? = first.first?.body else {
      Issue.record("no cloze was drafted")
      return
    }
    #expect(try drafts(of: Self.text, rejected: [RejectedDraft(words: text)]).isEmpty)
    #expect(
      try drafts(of: Self.text, rejected: [RejectedDraft(words: "something else")]).count == 1
    )
  }
}

import Testing

@testable import Decks

@Suite struct CalendarTextTests {
  @Test(arguments: [
    ("2027", "2027-12-31"), ("2027-06", "2027-06-31"), ("2027-06-05", "2027-06-05"),
  ])
  func `a period ends on its last day`(text: String, end: String) {
    #expect(CalendarText.endOfPeriod(text) == end)
  }

  @Test(arguments: [
    "", "27", "2027-6", "2027-13", "2027-00", "2027-06-00", "2027-06-32", "2027-06-05-01", "soon",
    "2027-", "-2027", "２０２７", "2027-06 ", "20270605", "2027/06",
  ])
  func `anything else is no date`(text: String) {
    #expect(CalendarText.endOfPeriod(text) == nil)
  }

  @Test func `a card is overdue on the day after, not on the day`() {
    let text =
      "---\nrounds: 1\ncheck: -no-source -no-evidence\n---\n"
      + "## Basic {#a}\nQ: a\nA: b\nReview-by: 2027-06\n"
    let file = DeckFile(path: "x", deck: DeckParser.parse(Array(text.utf8)))
    #expect(DeckChecks.findings(in: file, today: "2027-06-30") == [])
    #expect(DeckChecks.findings(in: file, today: "2027-07-01").map(\.rule) == ["review-by"])
  }
}

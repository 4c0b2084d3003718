import Testing

@testable import Terminal

@Suite struct `Prompts` {
  private func encoded(_ text: String) -> String {
    String(String.UnicodeScalarView(Prompt(text, width: 80).encoded))
  }

  @Test func `colours stand between marks, neighbours in one pair`() {
    #expect(
      encoded("\u{1b}[1m\u{1b}[32mrounds\u{1b}[0m\u{1b}[2m>\u{1b}[0m ")
        == "\u{1}\u{1b}[1m\u{1b}[32m\u{1}rounds\u{1}\u{1b}[0m\u{1b}[2m\u{1}>\u{1}\u{1b}[0m\u{1} "
    )
  }

  @Test func `a colour at the end goes before the last character`() {
    #expect(encoded("\u{1b}[1m> \u{1b}[0m") == "\u{1}\u{1b}[1m\u{1}>\u{1}\u{1b}[0m\u{1} ")
    #expect(encoded("\u{1b}[1m\u{1b}[0m") == "")
  }

  @Test func `controls do not pass`() {
    #expect(encoded("a\u{1}b\u{7}c\u{9b}d\te> ") == "abcd e> ")
  }

  @Test func `lines above and the row for typing are told apart`() {
    let prompt = Prompt("one\n\ntwo> ", width: 80)
    #expect(prompt.above == ["one", ""])
    #expect(prompt.row == "two> ")
  }

  @Test func `a prompt too long for its terminal goes above`() {
    let prompt = Prompt("ketamine 7/30 · a-d> ", width: 20)
    #expect(prompt.above == ["ketamine 7/30 · a-d>"])
    #expect(prompt.row == "> ")
    #expect(Prompt("ketamine 7/30 · a-d> ", width: 28).above.isEmpty)
    #expect(Prompt("> ", width: 1).row == "> ")
  }
}

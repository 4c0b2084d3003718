import Scheduling
import Terminal
import Testing

@Suite struct `Wrapping` {
  @Test func `lines break at spaces and never in a word`() {
    let lines = Wrap(20).lines("The loading dose of ketamine is 1–2 mg/kg given slowly.")
    #expect(lines == ["The loading dose of", "ketamine is 1–2", "mg/kg given slowly."])
  }

  @Test func `a line that just fits stays whole`() {
    #expect(Wrap(7).lines("one two three") == ["one two", "three"])
    #expect(Wrap(6).lines("one two three") == ["one", "two", "three"])
  }

  @Test func `a word wider than a line is cut at the width`() {
    #expect(Wrap(5).lines("a abcdefghijkl b") == ["a", "abcde", "fghij", "kl b"])
    #expect(Wrap(5).lines("血圧測定") == ["血圧", "測定"])
  }

  @Test func `the author's line breaks and indents stay`() {
    #expect(Wrap(20).lines("one\n\n  two  three\n") == ["one", "", "  two  three", ""])
    #expect(Wrap(20).lines("") == [""])
    #expect(Wrap(20).lines("   ") == [""])
  }

  @Test func `hanging indents stand below the first`() {
    let wrap = Wrap(20, first: "a) ", hanging: "   ")
    let lines = wrap.lines("increase the dose by half")
    #expect(lines == ["a) increase the dose", "   by half"])
    #expect(wrap.lines("x\ny") == ["a) x", "   y"])
  }

  @Test func `an indent that leaves no room is left out`() {
    #expect(Wrap(4, first: "long: ", hanging: "      ").lines("ab cd") == ["ab", "cd"])
  }

  @Test func `a word that has room only below a long first indent goes there whole`() {
    let wrap = Wrap(20, first: "Evidence: ", hanging: "  ")
    #expect(wrap.lines("calculation; all data") == ["Evidence:", "  calculation; all", "  data"])
    #expect(wrap.lines("guideline") == ["Evidence: guideline"])
  }

  @Test func `an indent yields to a word that would be cut`() {
    let wrap = Wrap(20, first: "right b  ", hanging: "         ")
    #expect(
      wrap.lines("Laryngospasm of a child") == [
        "right b", "        Laryngospasm", "        of a child",
      ]
    )
    let below = Wrap(20, first: "         ", hanging: "         ")
    #expect(
      below.lines("No hypotension.") == ["        No", "        hypotension."]
    )
  }

  @Test func `a colour behind the last space of a full line starts no new one`() {
    let prompt = "\u{1b}[36m5/12 · number in mL> \u{1b}[0m"
    #expect(Wrap(20).lines(prompt) == ["\u{1b}[36m5/12 · number in mL>\u{1b}[0m"])
  }

  @Test func `a no-break space does not break`() {
    #expect(Wrap(8).lines("give 15\u{a0}mg") == ["give", "15\u{a0}mg"])
  }

  @Test func `colours do not count`() {
    let red = "\u{1b}[31m"
    #expect(Wrap(7).lines("\(red)one\u{1b}[0m two three") == ["\(red)one\u{1b}[0m two", "three"])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 20, 80])
  func `no line is too wide, no character is lost, and it comes to an end`(_ width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    let alphabet = Array("ab c d\n 血é≥")
    for _ in 0..<300 {
      let count = Int.random(in: 0...60, using: &random)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? "x" })
      let lines = Wrap(width, first: "- ", hanging: "  ").lines(text)
      for line in lines where line.count > 1 { #expect(line.columns <= width) }
      let marks = width >= 4 ? lines.first?.first.map(String.init) ?? "" : ""
      let kept = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(kept(lines.joined()) == marks.filter { $0 == "-" } + kept(text))
    }
  }

  @Test func `a very long word is cut in reasonable time`() {
    let lines = Wrap(80).lines(String(repeating: "x", count: 100_000))
    #expect(lines.count == 1250)
    #expect(lines.allSatisfy { $0.count == 80 })
  }
}

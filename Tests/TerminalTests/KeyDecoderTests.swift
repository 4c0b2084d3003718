import Scheduling
import Testing

@testable import Terminal

@Suite struct `Decoding keys` {
  private func events(_ bytes: some Sequence<UInt8>) -> [KeyEvent] {
    var decoder = KeyDecoder()
    decoder.feed(bytes)
    decoder.giveUp()
    return take(&decoder)
  }

  private func take(_ decoder: inout KeyDecoder) -> [KeyEvent] {
    var events: [KeyEvent] = []
    while let event = decoder.next() { events.append(event) }
    return events
  }

  private func text(_ events: [KeyEvent]) -> String {
    events.map { event in
      if case .text(let scalar) = event { String(scalar) } else { "<\(event)>" }
    }.joined()
  }

  @Test func `text of every length in UTF-8`() {
    #expect(text(events("aé≥😀".utf8)) == "aé≥😀")
  }

  @Test(
    arguments: [
      ([0xff, 0x61], "\u{fffd}a"), ([0xc3], "\u{fffd}"), ([0xc3, 0x61], "\u{fffd}a"),
      ([0xe2, 0x89], "\u{fffd}"), ([0x80, 0x61], "\u{fffd}a"), ([0xc0, 0x80], "\u{fffd}\u{fffd}"),
    ] as [([UInt8], String)]
  )
  func `bytes that are no UTF-8 become a replacement`(_ bytes: [UInt8], _ expected: String) {
    #expect(text(events(bytes)) == expected)
  }

  @Test func `controls of C1 are dropped`() {
    #expect(text(events("a\u{80}\u{9b}b".utf8)) == "ab")
  }

  @Test(
    arguments: [
      ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[B", .down), ("\u{1b}[C", .right),
      ("\u{1b}[D", .left), ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home),
      ("\u{1b}[7~", .home), ("\u{1b}[F", .end), ("\u{1b}[4~", .end), ("\u{1b}[3~", .delete),
      ("\u{1b}[1;5C", .wordRight), ("\u{1b}[1;5D", .wordLeft), ("\u{1b}[1;3D", .wordLeft),
      ("\u{1b}[1;2C", .right), ("\u{1b}[3;5~", .deleteWordRight), ("\u{1b}b", .wordLeft),
      ("\u{1b}f", .wordRight), ("\u{1b}d", .deleteWordRight), ("\u{1b}\u{7f}", .deleteWordLeft),
    ] as [(String, EditKey)]
  )
  func `keys that send sequences`(_ sequence: String, _ key: EditKey) {
    #expect(events("a\(sequence)b".utf8) == [.text("a"), .edit(key), .text("b")])
  }

  @Test(arguments: [
    "\u{1b}[99~", "\u{1b}[5;5;5R", "\u{1b}[?1;2c", "\u{1b}[15~", "\u{1b}OP", "\u{1b}[[A", "\u{1b}x",
    "\u{1b}]0;title\u{7}", "\u{1b}]11;rgb:00/00/00\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}[201~",
    "\u{1b}\u{1b}[5~",
  ])
  func `unknown sequences are swallowed whole`(_ sequence: String) {
    // Linux's console sends ESC [ [ A for F1; the last letter is all that may remain of it.
    let expected = sequence == "\u{1b}[[A" ? "aAb" : "ab"
    #expect(text(events("a\(sequence)b".utf8)) == expected)
  }

  @Test func `Escape alone means nothing once nothing follows`() {
    var decoder = KeyDecoder()
    decoder.feed([0x1b])
    #expect(decoder.isPending)
    decoder.giveUp()
    decoder.feed(Array("[A".utf8))
    #expect(text(take(&decoder)) == "[A")
  }

  @Test func `a pasted text is one event, with whatever is in it`() {
    let pasted = "one\r\ntwo\t\u{1b}[31m\u{3}é"
    #expect(events("\u{1b}[200~\(pasted)\u{1b}[201~x".utf8) == [.paste(pasted), .text("x")])
  }

  @Test func `a paste is waited for`() {
    var decoder = KeyDecoder()
    decoder.feed("\u{1b}[200~half".utf8)
    decoder.giveUp()
    #expect(!decoder.isPending)
    decoder.feed(" whole\u{1b}[201~".utf8)
    #expect(take(&decoder) == [.paste("half whole")])
  }

  @Test func `a paste that is dropped before its end is dropped whole, and only that one`() {
    var decoder = KeyDecoder()
    decoder.feed("typed\u{1b}[200~one\r\u{1b}[20".utf8)
    decoder.drop()
    decoder.feed("1~x\u{1b}[200~two\u{1b}[201~".utf8)
    #expect(take(&decoder) == [.text("x"), .paste("two")])
    decoder.feed("\u{1b}[200~half".utf8)
    decoder.drop()
    decoder.clear()
    decoder.feed("3\u{1b}[200~three\u{1b}[201~".utf8)
    #expect(take(&decoder) == [.text("3"), .paste("three")])
  }

  @Test func `controls are told apart from text`() {
    #expect(
      events([0x04, 0x0d, 0x7f, 0x20]) == [.control(4), .control(13), .control(127), .text(" ")]
    )
  }

  @Test func `it does not matter where the bytes are cut, and any bytes will do`() {
    var random = SplitMix64(seed: 11)
    let pieces = ["\u{1b}", "[", "A", "200~", "201~", "é", "x", "]", "\u{7}", "3", ";", "5"]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes += Array((pieces.randomElement(using: &random) ?? "x").utf8)
        if Int.random(in: 0..<4, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      var decoder = KeyDecoder()
      var cut: [KeyEvent] = []
      for byte in bytes {
        decoder.feed([byte])
        cut += take(&decoder)
      }
      decoder.giveUp()
      cut += take(&decoder)
      #expect(cut == events(bytes))
    }
  }
}

import Testing

@testable import Decks

@Suite struct DeckEditTests {
  private static let source = Array("0123456789".utf8)

  private static func applied(_ edit: DeckEdit, to bytes: [UInt8] = source) -> String {
    String(decoding: edit.applied(to: bytes), as: UTF8.self)
  }

  @Test func `splices are done by place, whatever order they came in`() {
    var edit = DeckEdit()
    edit.replace(7..<9, with: "x")
    edit.insert("a", at: 0)
    edit.remove(2..<4)
    edit.insert("z", at: 10)
    #expect(Self.applied(edit) == "a01456x9z")
  }

  @Test func `insertions at one place keep their order, before a removal that begins there`() {
    var edit = DeckEdit()
    edit.insert("a", at: 3)
    edit.insert("b", at: 3)
    edit.remove(3..<5)
    #expect(Self.applied(edit) == "012ab56789")
  }

  @Test func `an empty edit changes nothing`() {
    #expect(DeckEdit().isEmpty)
    #expect(DeckEdit().applied(to: [0xFF, 0x0D, 0x00]) == [0xFF, 0x0D, 0x00])
  }

  private static let card = Card(
    kind: .basic,
    title: "t",
    body: .question(stem: "a\nb", key: .text(TextKey(answer: "c")))
  )

  @Test func `cards are put at the end and their documents into the front matter`() {
    let deck = DeckParser.parse(
      Array("---\nrounds: 1\nsource.k: k.md\n---\n\n## TF {#x}\nQ: a\nA: true".utf8)
    )
    let sources = [SourceDocument(key: "k", file: "k.md"), SourceDocument(key: "l", file: "l.md")]
    let edit = DeckEdit.appending([Self.card, Self.card], sources: sources, to: deck)
    let card = "## Basic: t\n\nQ: a\n  b\nA: c\n"
    #expect(
      Self.applied(edit, to: deck.source)
        == "---\nrounds: 1\nsource.k: k.md\nsource.l: l.md\n---\n\n## TF {#x}\nQ: a\nA: true\n\n\(card)\n\(card)"
    )
  }

  @Test func `a file with CRLF gets CRLF, and its cards read back`() {
    let deck = DeckParser.parse(Array("---\r\nrounds: 1\r\n---\r\n".utf8))
    let sources = [SourceDocument(key: "l", file: "l.md")]
    let bytes = DeckEdit.appending([Self.card], sources: sources, to: deck)
      .applied(to: deck.source)
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      #expect(bytes[index - 1] == 0x0D)
    }
    let after = DeckParser.parse(bytes)
    #expect(after.cards.map(\.card) == [Self.card])
    #expect(after.frontMatter.sources.map(\.key) == ["l"])
  }

  @Test func `nothing to append changes nothing, and an empty file takes a card`() {
    let empty = DeckParser.parse([])
    #expect(DeckEdit.appending([], sources: [], to: empty).isEmpty)
    let bytes = DeckEdit.appending([Self.card], sources: [], to: empty).applied(to: [])
    #expect(DeckParser.parse(bytes).cards.map(\.card) == [Self.card])
  }
}

import Testing

@testable import Decks

@Suite struct CitedDocumentTests {
  @Test func `a page stands for its lines, and a span on another one has moved`() {
    let text = "It is a drug.\nIt is old.\nIt is white.\n"
    let paged = CitedDocument(text: text, pages: [1...2, 3...4], of: Array("%PDF".utf8))
    #expect(paged.sha256 == CitedDocument(Array("%PDF".utf8)).sha256)
    let citation = Citation(document: "k", locator: "§ Looks, p. 1", span: "It is white.")
    #expect(citation.page == 1 && paged.lines(of: citation) == 1...2)
    let place = paged.place(of: "It is white.", citedLines: paged.lines(of: citation))
    #expect(place == .moved(line: 3))
    #expect(paged.place(of: "It is old.", citedLines: 1...2) == .found)
    #expect(paged.lines(of: Citation(document: "k", locator: "p. 9")) == nil)
  }

  private static let text = """
    # Heading
    Ketamine blocks the open
    NMDA channel, it “blocks” well.

    A depres-
    sion score; the well-known effect.
      An indented resist-
        ance. “Quoted’s” end.
    Ketamine blocks pain.
    """

  private static let document = CitedDocument(Array(text.utf8))

  @Test(
    arguments: [
      ("blocks the open NMDA channel", nil, "blocks the open\r\nNMDA channel"),
      ("Ketamine blocks", 9...9, "Ketamine blocks"), ("depression", nil, "depres-\r\nsion"),
      ("it \"blocks\" well.", 3...3, "it “blocks” well."),
      ("Ketamine blocks", 1...1, "Ketamine blocks"),
    ] as [(String, ClosedRange<Int>?, String)]
  )
  func `a span's place counts the byte order mark and both scalars of a line's end`(
    _ span: String,
    _ lines: ClosedRange<Int>?,
    _ whole: String
  ) throws {
    let text = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
    let document = CitedDocument(Array(text.utf8))
    let scalars = Array(text.unicodeScalars)
    let range = try #require(document.range(of: span, citedLines: lines))
    #expect(String(String.UnicodeScalarView(scalars[range])) == whole)
    let places = scalars.indices.filter { scalars[$0...].starts(with: Array(whole.unicodeScalars)) }
    #expect(range.lowerBound == (lines == 9...9 ? places.last : places.first))
    #expect(document.range(of: "blocks the closed", citedLines: lines) == nil)
  }

  @Test func `a span's first line is known where no line is cited`() {
    #expect(Self.document.line(of: "Ketamine blocks") == 2)
    #expect(Self.document.line(of: "Quoted's\" end") == 8)
    #expect(Self.document.line(of: "Heading") == 1)
    #expect(Self.document.line(of: "heading") == nil)
  }

  @Test(
    arguments: [
      ("blocks the open NMDA channel", nil, CitedDocument.Place.found),
      ("blocks the open NMDA channel", 2...2, .found), ("blocks the open", 2...3, .found),
      ("NMDA channel", 2...2, .moved(line: 3)), ("blocks the  open", 9...9, .moved(line: 2)),
      ("Ketamine blocks", 9...9, .found), ("Ketamine blocks", 5...5, .moved(line: 2)),
      ("blocks the closed", nil, .missing), ("ketamine blocks", nil, .missing), ("", nil, .missing),
      ("it \"blocks\" well", 3...3, .found), ("Quoted's\" end", nil, .found),
      ("depression score", 5...5, .found), ("well-known", 6...6, .found),
      ("resistance", 7...7, .found), ("\u{FEFF}depres\u{AD}sion", nil, .found),
    ] as [(String, ClosedRange<Int>?, CitedDocument.Place)]
  )
  func `a span is found, moved or missing`(
    span: String,
    lines: ClosedRange<Int>?,
    place: CitedDocument.Place
  ) {
    #expect(Self.document.place(of: span, citedLines: lines) == place)
    // Windows line ends change neither words nor lines.
    let crlf = CitedDocument(Array(Self.text.replacing("\n", with: "\r\n").utf8))
    #expect(crlf.place(of: span, citedLines: lines) == place)
  }

  @Test func `a hyphen joins words of any letters, and an empty document holds nothing`() {
    let document = CitedDocument(Array("Pr\u{E9}-\neclampsia".utf8))
    #expect(document.place(of: "Pr\u{E9}eclampsia", citedLines: nil) == .found)
    #expect(CitedDocument([]).place(of: "a", citedLines: nil) == .missing)
    #expect(CitedDocument(Array("10 -\n20".utf8)).place(of: "10 - 20", citedLines: nil) == .found)
  }

  private static let deck = """
    ---
    rounds: 1
    source.k: k.txt | K | sha256=\(document.sha256)
    source.l: l.txt | L | sha256=00
    source.m: m.txt
    ---

    ## Basic {#a}
    Q: a
    A: b
    Source: k line 2 "blocks the open"
    Source: k line 7 "NMDA channel"
    Source: k "not there"
    Source: m "not at hand"

    ## Case {#c}
    P
    ### TF {#c.d}
    Q: a
    A: true
    Source: l "missing here"

    """

  @Test func `a deck is told what its documents say`() {
    let file = DeckFile(path: "x.md", deck: DeckParser.parse(Array(Self.deck.utf8)))
    let documents = ["k": Self.document, "l": CitedDocument([0x61])]
    let findings = DeckChecks.findings(in: file, documents: documents)
    let seen = findings.map { "\($0.rule) \(file.deck.position(of: $0.bytes.lowerBound).line)" }
    #expect(seen == ["source-changed 4", "span-moved 12", "span-missing 13", "span-missing 21"])
    #expect(findings.map(\.severity) == [.warning, .warning, .error, .error])
    #expect(findings[1].message.contains("line 7 → 3"))
    #expect(DeckChecks.findings(in: file, documents: [:]) == [])
  }
}

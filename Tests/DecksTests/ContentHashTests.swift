import Testing

@testable import Decks

@Suite struct ContentHashTests {
  private static func hashes(_ text: String) -> [ContentHash] {
    DeckParser.parse(Array(text.utf8)).cards
      .flatMap { $0.card.questions(id: CardID("x"), deck: "d") }.map(\.hash)
  }

  private static func hash(_ text: String) throws -> ContentHash {
    try #require(hashes(text).first)
  }

  private static let sba =
    "## SBA\nQ: Which?\n- [x] (a) This\n  > So.\n- [ ] (b) That\nSource: k\nTags: t\n"

  struct Change: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    /// Whether the stem, the key and the rest change.
    let changes: [Bool]
    var testDescription: String { "\(from) to \(to)" }
  }

  @Test(arguments: [
    Change(from: "Which?", to: "Which one?", changes: [true, false, false]),
    Change(from: "That", to: "That one", changes: [true, false, false]),
    Change(from: "This", to: "This one", changes: [false, true, false]),
    Change(from: "> So.", to: "> So it is.", changes: [false, false, true]),
    Change(from: "Source: k", to: "Source: k line 2", changes: [false, false, true]),
    Change(from: "Tags: t", to: "Tags: t u", changes: [false, false, true]),
    Change(from: "(b)", to: "(c)", changes: [false, false, true]),
    Change(from: "Tags: t", to: "Hint: h\nTags: t", changes: [false, false, true]),
    Change(from: "## SBA", to: "## SBA: title", changes: [false, false, true]),
    Change(from: "## SBA", to: "## MR", changes: [true, false, false]),
    Change(from: "Q:", to: "Vignette.\n\nQ:", changes: [true, false, false]),
    Change(from: "Tags: t\n", to: "Tags: t\n\n", changes: [false, false, false]),
    Change(from: "This", to: "**This**", changes: [false, false, false]),
  ])
  func `each change is seen in its own part`(change: Change) throws {
    let before = try Self.hash(Self.sba)
    let after = try Self.hash(Self.sba.replacing(change.from, with: change.to))
    #expect(
      [before.stem != after.stem, before.key != after.key, before.rest != after.rest]
        == change.changes
    )
  }

  @Test func `the right option exchanged changes the key and the stem`() throws {
    let before = try Self.hash(Self.sba)
    let swapped = Self.sba.replacing("[x]", with: "[y]").replacing("[ ]", with: "[x]")
      .replacing("[y]", with: "[ ]")
    let after = try Self.hash(swapped)
    #expect(before.key != after.key && before.stem != after.stem)
  }

  @Test(arguments: [
    ("A: 5 mg +- 1%", "A: 5 mg +- 2%"), ("A: 5 mg +- 1%", "A: 5 g +- 1%"),
    ("A: 5 mg +- 1%", "A: 5 mg +- 1%\nUnit: mg"), ("A: 40 % +- 5", "A: 40 % +- 5 %"),
  ])
  func `tolerance and unit belong to the key of a number`(first: String, second: String) throws {
    let one = try Self.hash("## Numeric\nQ: a\n\(first)\n")
    let other = try Self.hash("## Numeric\nQ: a\n\(second)\n")
    #expect(one.key != other.key && one.stem == other.stem)
  }

  @Test func `alternatives do not change what is right`() throws {
    let one = try Self.hash("## Basic\nQ: a\nA: b\n")
    let other = try Self.hash("## Basic\nQ: a\nA: b\nAccept: c\n")
    #expect(one.key == other.key && one.rest != other.rest)
  }

  @Test func `composed and decomposed text is one text`() throws {
    let composed = try Self.hash("## Basic\nQ: caf\u{E9}\nA: \u{C5}\n")
    let decomposed = try Self.hash("## Basic\nQ: cafe\u{301}\nA: A\u{30A}\n")
    #expect(composed == decomposed)
    let bare = try Self.hash("## Basic\nQ: cafe\nA: A\n")
    #expect(composed != bare)
  }

  @Test func `texts that run together stay apart`() throws {
    let pairs = [
      ("## Order\nQ: a\n1. bc\n2. d\n", "## Order\nQ: a\n1. b\n2. cd\n"),
      ("## Order\nQ: a\n1. b\n2. c\n3. d\n", "## Order\nQ: a\n1. b\n2. 1:c\n3. d\n"),
      ("## SBA\nQ: a\n- [ ] bc\n- [ ] d\n- [x] e\n", "## SBA\nQ: a\n- [ ] b\n- [ ] cd\n- [x] e\n"),
      ("## Basic\nab\n\nQ: c\nA: d\n", "## Basic\na\n\nQ: bc\nA: d\n"),
    ]
    for (first, second) in pairs {
      let one = try Self.hash(first)
      let other = try Self.hash(second)
      #expect(one.stem != other.stem || one.key != other.key)
    }
  }

  @Test func `fields carry their length`() {
    var one = FieldDigest()
    one.add("1:a", "b")
    var other = FieldDigest()
    other.add("1", "a1:b")
    #expect(one.hexadecimal() != other.hexadecimal())
    // SHA-256 of "1:a", its first 16 hex digits, as any other tool computes them.
    var known = FieldDigest()
    known.add("a")
    #expect(known.hexadecimal() == String(SHA256.hexadecimal(of: Array("1:a".utf8)).prefix(16)))
  }

  @Test func `the digest is that of the standard`() {
    #expect(
      SHA256.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      SHA256.hexadecimal(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
  }

  @Test func `each sub-card has a hash of its own`() {
    let hashes = Self.hashes("## Reversed\nQ: a\nA: b\n\n## Cloze\nC: {{c1::x}} {{c2::y}}\n")
    #expect(Set(hashes).count == 4)
    #expect(hashes.allSatisfy { $0.stem.utf8.count == 16 })
  }
}

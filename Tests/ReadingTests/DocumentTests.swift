import Foundation
import Reading
import Testing

@Suite struct DocumentTests {
  @Test func `a missing file, a folder and a foreign format are told apart`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.odt")
    try Data("PK".utf8).write(to: page)
    #expect(throws: DocumentError.missing) {
      try Document.read(folder.appending(path: "none.txt").path)
    }
    #expect(throws: DocumentError.directory) { try Document.read(folder.path) }
    #expect(throws: DocumentError.unsupported(extension: "odt")) { try Document.read(page.path) }
  }

  @Test func `a file is read with its name, kind and bytes`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("# Ketamine\n\nIt is a drug.\n".utf8).write(to: file)
    let document = try Document.read(file.path)
    #expect(document.name == file.lastPathComponent)
    #expect(document.kind == .markdown)
    #expect(document.title == "Ketamine")
    #expect(document.text.count == 26)
  }

  @Test func `a file over the limit is refused by its length alone`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    #expect(throws: DocumentError.tooLarge(bytes: 100 << 20, limit: Document.longest)) {
      try Document.read(file.path)
    }
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `a file without a word is empty`(text: String) {
    #expect(throws: DocumentError.empty) { try document(text) }
  }

  @Test func `a NUL byte makes a binary file`() {
    #expect(throws: DocumentError.binary(offset: 3)) {
      try Document(name: "a.txt", kind: .plainText, bytes: Array("abc\0def".utf8))
    }
  }

  @Test func `bytes that are not UTF-8 in bulk make a binary file`() {
    #expect(throws: DocumentError.binary(offset: 0)) {
      try Document(name: "a.txt", kind: .plainText, bytes: [UInt8](repeating: 0xFF, count: 100))
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xE9, 0x20], 1), ([0x61, 0xC3], 1), ([0xC0, 0xAF, 0x61], 0), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0x62, 0xF5, 0x80], 2), ([0xE2, 0x82, 0x41], 0), ([0x61, 0xF0, 0x80, 0x80, 0x80], 1),
    ] as [([UInt8], Int)]
  )
  func `the first byte that is not UTF-8 is named`(bytes: [UInt8], offset: Int) {
    #expect(throws: DocumentError.notUTF8(offset: offset)) {
      try Document(name: "a.txt", kind: .plainText, bytes: bytes)
    }
  }

  @Test func `the decoder agrees with the standard library on any text`() throws {
    let text = "Ké — 5 µg/kg · 日本 · 😀 ﬁ\u{10FFFF}\u{7FF}\u{800}"
    #expect(try document(text).text == Array(text.unicodeScalars))
  }

  @Test func `a byte order mark counts one scalar and is not shown`() throws {
    let marked = try document("\u{FEFF}Ketamine is a drug.\n")
    let passage = try #require(marked.passages.first)
    #expect(passage.text.string == "Ketamine is a drug.")
    #expect(passage.range == 1..<20)
  }

  @Test func `a line end of two scalars counts two`() throws {
    let text = "Uses\r\n\r\nKetamine is a drug.\r\nIt is old.\r\n"
    let sentences = sentences(of: try document(text))
    #expect(sentences.map(\.description) == ["3: Ketamine is a drug.", "4: It is old."])
    #expect(sentences.map(\.range) == [8..<27, 29..<39])
  }

  @Test func `the title is the first heading that is no boilerplate, else the file's name`() throws
  {
    #expect(
      try document("Package leaflet: Information for the user\n\nAldara cream\n\nIt is a drug.")
        .title
        == "Aldara cream"
    )
    #expect(try document("Browse Products\n\nOn Ketamine\n\nIt is a drug.").title == "On Ketamine")
    #expect(try document("It is a drug, and an old one.").title == "note")
  }

  @Test func `an endless line is data, not prose`() throws {
    let text = "Uses\n\n" + String(repeating: "Word. [[", count: 500_000)
    for kind in [Document.Kind.plainText, .markdown] {
      let sorted = Boilerplate.sorted(try document(text, kind).passages)
      #expect(sorted.dropped.map(\.reason) == [.data])
    }
  }
}

import Testing

@testable import Reading

@Suite struct PageEncodingTests {
  @Test(
    arguments: [
      ("", "µg – “5”", Array("µg – “5”".utf8)),
      ("", "µg – “5”", [0xB5, 0x67, 0x20, 0x96, 0x20, 0x93, 0x35, 0x94]),
      ("<meta charset=\"ISO-8859-1\">", "µ–", [0xB5, 0x96]),
      ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "é", [0xE9]),
      ("<meta charset=koi8-r>", "Я", [0xF1]),
      ("<meta charset=utf-16>", "é", Array("é".utf8)),
      ("<?xml version='1.0' encoding='utf-8'?>", "é", Array("é".utf8)),
    ] as [(String, String, [UInt8])]
  )
  func `a page is read as it says, or as browsers do`(
    head: String,
    text: String,
    bytes: [UInt8]
  ) throws {
    #expect(try PageEncoding.text(of: Array(head.utf8) + bytes) == head + text)
  }

  @Test func `a byte order mark decides`() throws {
    let head = "<meta charset=koi8-r>"
    #expect(try PageEncoding.text(of: [0xEF, 0xBB, 0xBF] + Array("\(head)é".utf8)) == head + "é")
    let wide = "é–".utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    #expect(try PageEncoding.text(of: [0xFF, 0xFE] + wide) == "é–")
    let big = "é–".utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
    }
    #expect(try PageEncoding.text(of: [0xFE, 0xFF] + big) == "é–")
  }

  @Test func `an encoding nobody knows is named`() {
    #expect(throws: DocumentError.encoding("klingon-8")) {
      try PageEncoding.text(of: Array("<meta charset=klingon-8>".utf8) + [0xE9])
    }
  }

  @Test func `a byte that stands for nothing is marked, not dropped`() throws {
    #expect(
      try PageEncoding.text(of: Array("<meta charset=euc-jp>a".utf8) + [0xFF, 0x62]).hasSuffix(
        "a\u{FFFD}b"
      )
    )
  }
}

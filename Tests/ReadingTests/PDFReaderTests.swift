import Foundation
import Processes
import TestKit
import Testing

@testable import Reading

@Suite(.needsPDF) struct PDFReaderTests {
  @Test func `pages are counted, and sentences go on over their edges`() throws {
    let made = try document(
      .pdf,
      pdf([
        [
          "Handbook", "", "", "Biphasic reactions occur in about 5% of patients within", "", "",
          "1",
        ],
        ["Handbook", "", "", "twelve hours of the first episode of anaphylaxis.", "", "", "2"],
      ])
    )
    let sentence = try #require(sentences(of: made).first)
    #expect(
      sentence.text.string
        == "Biphasic reactions occur in about 5% of patients within twelve hours of the first "
        + "episode of anaphylaxis."
    )
    #expect(made.place(at: sentence.range.lowerBound) == .page(1))
    #expect(made.place(at: sentence.range.upperBound - 1) == .page(2))
    #expect(made.pageLines.count == 2)
    #expect(sentences(of: made).count == 1)
  }

  @Test func `pictures of text are told from damage`() {
    #expect(throws: DocumentError.scanned(pages: 2)) { try document(.pdf, pdf([[], []])) }
    let whole = pdf([["A line of text."]])
    let broken = DocumentError.broken(.pdf)
    #expect(throws: broken) { try document(.pdf, Array(whole.prefix(200))) }
    #expect(throws: broken) { try document(.pdf, Array("hello".utf8)) }
    #expect(throws: broken) { try document(.pdf, Array("%PDF-1.7\n".utf8)) }
  }

  @Test func `a password is told from damage`() {
    let hex = String(repeating: "28", count: 32)
    let lock =
      "/ID [<00112233> <00112233>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(hex)> "
      + "/U <\(hex)> /P -4 >> "
    #expect(throws: DocumentError.encrypted) {
      try document(.pdf, pdf([["A line of text."]], trailer: lock))
    }
  }

  @Test func `a file that is cut anywhere ends the program, not us`() {
    let whole = pdf([["A line of text."], ["Another."]])
    for end in stride(from: 10, to: whole.count, by: 97) {
      _ = try? document(.pdf, Array(whole[..<end]))
    }
  }
}

@Suite struct PDFLimitTests {
  @Test func `a reader that is missing, slow or endless is told`() throws {
    let folder = try TemporaryFolder()
    defer { folder.close() }
    let endless = try folder.write("#!/bin/sh\nexec yes\n", to: "endless")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: endless)
    let bytes = pdf([["A line."]])
    #expect(throws: DocumentError.lacks(package: "poppler-utils")) {
      try PDFReader.text(of: bytes, by: "no-such-reader", PDFReader.limits)
    }
    #expect(throws: DocumentError.timedOut(.milliseconds(50))) {
      try PDFReader.text(of: bytes, by: endless, Limits(time: .milliseconds(50), output: .max))
    }
    #expect(throws: DocumentError.tooLarge(bytes: nil, limit: 1000)) {
      try PDFReader.text(of: bytes, by: endless, Limits(time: .seconds(60), output: 1000))
    }
  }
}

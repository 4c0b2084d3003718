import Reading
import Scheduling
import Testing

@Suite struct SentenceSplitterTests {
  /// Each text with `|` where a sentence ends and another begins.
  @Test(arguments: [
    "It was used in the late 1950s.|For years it was new.",
    "Give insulin below 2 mmol/L.|The nurse checks again.",
    "It is given at 8 p.m.|The patient sleeps.", "It is given at 8 p.m. daily to adults.",
    "She said “it works.”|The trial said no.", "It can \"reset\" the brain.|Others doubt it.",
    "It led to cognitive deficits.[]|And some improve.", "It is fast.[12]|It is short.",
    "Dr. Ni saw it.|Prof. X. Y. Smith did not.", "Use an opioid, e.g. Fentanyl, first.",
    "Some drugs, i.e. ketamine, act fast.|Others do not.", "See Fig. 2 for doses.|It is clear.",
    "Take co-amoxiclav t.d.s. for a week.|Then stop.", "Give Inj. Ketamine 50 mg.|Wait.",
    "Ketamine i.v. is fast.|Ketamine i.m. is slower.",
    "Take vit. K at once.|Take vitamin C.|The rest waits.",
    "Held by the U.S. National Institute of Health.", "It is sold in the U.S.|The price is high.",
    "The dose is 1.5 mg/kg.|2.5 mg/kg is too much.", "Is it safe?|Nobody knows!|We wait.",
    "It works… |It stops.", "The pH fell.|pH is measured hourly.",
    "Smith et al. found it.|Others did not.",
    "It has many uses (see below.)|It is old.", "Hepatitis B.|The vaccine is safe.",
    "No. 5 is first.|The answer was no.|Five remain.", "It ended.|“Then it began.”",
    "Version 2.0.1 is out.|Use it.", "Approx. 5 mg remain.|St. John's wort interacts.",
    "Take it at 9 a.m., then at noon.", "Look at www.example.org for more.",
    "One.Two stay together.",
  ])
  func `sentences end where they should`(marked: String) throws {
    let expected = marked.split(separator: "|").map {
      String($0).replacing("[]", with: "").replacing("[12]", with: "")
        .trimmingSpaces
    }
    let file = try document("# Heading\n\n" + marked.replacing("|", with: " "), .markdown)
    #expect(sentences(of: file).map(\.text.string) == expected)
  }

  @Test func `headings have no sentences, and items have their own`() throws {
    let file = try document("Effects\n\nThe effects include:\n- nausea\n- Dizziness. It passes.")
    #expect(
      sentences(of: file).map(\.description) == [
        "3: The effects include:", "4: nausea", "5: Dizziness.", "5: It passes.",
      ]
    )
    #expect(sentences(of: file).map(\.headings) == Array(repeating: ["Effects"], count: 4))
  }

  @Test func `a sentence knows that it goes on inside a quotation`() throws {
    let file = try document("He wrote: “It is new. It is fast,” and left. Then it ended.")
    #expect(sentences(of: file).map(\.isInsideQuotation) == [false, true, false])
  }

  @Test func `any text keeps the laws of ranges`() throws {
    var generator = SplitMix64(seed: 11)
    let parts = [
      "Ketamine", "is", "a", "drug", ".", ". ", "! ", "? ", "\n", "\n\n", "\r\n", " ", "“", "”",
      "[]",
      "[3]", "(", ")", "Dr. ", "e.g. ", "p.m. ", "2 mmol/L. ", "**", "_", "- ", "1. ", "# ", "> ",
      "```\n", "[a](b)", "&amp;", "\t", "\u{AD}", "\u{FEFF}", "é", "😀", "…", "---\n", "x: ",
    ]
    for round in 0..<3_000 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
      guard let file = try? document(text, round.isMultiple(of: 2) ? .markdown : .plainText) else {
        continue
      }
      expectLaws(file, text)
    }
  }

  @Test(
    .enabled(if: !sharedPaths.isEmpty, "The shared documents are absent."),
    arguments: sharedPaths
  )
  func `real documents keep the laws of ranges`(path: String) throws {
    let file = try Document.read(path)
    expectLaws(file, path)
    #expect(sentences(of: file).count > 8)
  }

  private func expectLaws(_ file: Document, _ comment: String) {
    var passageEnd = 0
    for passage in file.passages {
      #expect(passage.range.lowerBound >= passageEnd, "\(comment)")
      passageEnd = passage.range.upperBound
      #expect(zip(passage.text.offsets, passage.text.offsets.dropFirst()).allSatisfy { $0 < $1 })
      #expect(passage.lines == file.lines.lines(of: passage.range))
      var end = passage.range.lowerBound
      for sentence in file.sentences(of: passage) {
        #expect(sentence.range.lowerBound >= end, "\(comment)")
        end = sentence.range.upperBound
        #expect(end <= passage.range.upperBound, "\(comment)")
        expectMap(sentence, in: file, comment)
      }
    }
  }

  /// Every letter and digit of the normalised text is the very one of the file.
  private func expectMap(_ sentence: Sentence, in file: Document, _ comment: String) {
    for (scalar, offset) in zip(sentence.text.scalars, sentence.text.offsets)
    where scalar.isLetter || scalar.isDigit {
      #expect(file.text[offset] == scalar, "\(comment)")
    }
    #expect(sentence.text.scalars.first?.isBlank == false, "\(comment)")
    #expect(sentence.text.scalars.last?.isBlank == false, "\(comment)")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

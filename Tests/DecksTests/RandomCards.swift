import Scheduling

@testable import Decks

/// Makes cards that a file can hold, of every kind and with awkward texts.
///
/// Left out is what no file gives: blanks at the ends of lines, a carriage return before a line's
/// end, a lone `\A:` at the head of a further line (the backslash is the escape), a code fence that
/// is never closed, headings and options inside a vignette, and ` | ` inside an alternative.
struct RandomCards {
  var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func card(_ kind: Kind) -> Card {
    var card = Card(kind: kind, body: body(kind))
    card.title = maybe { $0.title() } ?? ""
    card.id = maybe { CardID($0.word(from: Self.names)) }
    card.status = Status.allCases.randomElement(using: &generator) ?? .active
    card.silencedChecks = maybe { _ in ["no-source", "R07"] } ?? []
    card.vignette = maybe { $0.vignette(kind) } ?? ""
    card.details = details(kind)
    return card
  }
}

// MARK: - Parts

extension RandomCards {
  private mutating func maybe<Value>(_ make: (inout RandomCards) -> Value) -> Value? {
    Bool.random(using: &generator) ? make(&self) : nil
  }

  private mutating func some<Value>(
    _ range: ClosedRange<Int>,
    _ make: (inout RandomCards) -> Value
  ) -> [Value] {
    (0..<Int.random(in: range, using: &generator)).map { _ in make(&self) }
  }

  private mutating func word(from words: [String]) -> String {
    words.randomElement(using: &generator) ?? "x"
  }

  private static let names = ["a", "ket-1", "B.c_d", "0"]
  private static let words = [
    "ketamine", "é", "e\u{301}", "5 µg", "*x*", "`c`", "{x}", "{{", "\"q\"", "#", "##", "A:",
    "Q: y",
    "Tags: z", "- [x] no", "1. step", ">", "\\", "…", "X-a: b", "a_b", "::", "}", "--", "\u{85}",
    "\u{2028}", "\u{0}", "`` ` ``", "😀", "\r.", "Why:", "(a)", "==", "[l](t)",
  ]

  private mutating func line() -> String {
    some(1...4) { $0.word(from: Self.words) }.joined(separator: " ")
  }

  private mutating func plainLine() -> String {
    some(1...3) { $0.word(from: ["alpha", "é", "(x)y", "A: b", "**", "3 mg", "#"]) }
      .joined(separator: " ")
  }

  /// A line after a field's first; a lone backslash before a name cannot stand there.
  private mutating func furtherLine() -> String {
    let line = line()
    return line.hasPrefix("\\ ") || !line.hasPrefix("\\") ? line : "x" + line
  }

  /// A field's text over one or several lines, with blank lines and code inside.
  private mutating func text() -> String {
    var lines = [line()]
    lines += some(0...2) { maker in
      switch Int.random(in: 0..<6, using: &maker.generator) {
      case 0: "\n" + maker.furtherLine()
      case 1: "```\n## Basic: shown\nA: code\n- [x] code\n\n```"
      case 2: "~~~~\n```\n~~~~"
      default: maker.furtherLine()
      }
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: lines.insert("```\nA: first\n```", at: 0)
    case 1: lines.insert("", at: 0)
    default: break
    }
    return lines.joined(separator: "\n")
  }

  private mutating func title() -> String {
    some(1...3) {
      $0.word(from: ["main", "receptor: x", "{a}", "#", "é", "## y", "{b=1} c", "}", "Q: r"])
    }.joined(separator: " ")
  }

  private mutating func vignette(_ kind: Kind) -> String {
    some(1...3) { maker in
      maker.word(from: [
        "A 24-year-old.", "A: stridor. C: BP 70/40", "Score: GCS 7", "Q: prose", "Tags: prose",
        "  indented", "    ## no heading", "#hashtag", "> quoted", "1. step", "é\u{301}",
        "```\n## Basic: shown\n- [x] code\nQ: code\n```", "first\n\nsecond", "- a list", "\\ x",
        "X-own: prose", "~~~\n# code\n~~~",
      ])
    }.joined(separator: Bool.random(using: &generator) ? "\n" : "\n\n")
  }

  private mutating func details(_ kind: Kind) -> Card.Details {
    var details = Card.Details()
    if kind != .caseStudy {
      // Before the question these are prose, and in a Case everything is.
      details.hint = maybe { $0.text() }
      details.why = maybe { $0.text() }
      details.difficulty = maybe { Int.random(in: 1...5, using: &$0.generator) }
    }
    details.citations = some(0...2) { $0.citation() }
    details.evidence = maybe { $0.text() }
    details.disputed = maybe { $0.text() }
    details.reviewBy = maybe { $0.word(from: ["2027", "2027-06", "2027-06-30"]) }
    details.reviewed = maybe { $0.line() }
    details.author = maybe { $0.line() }
    details.objective = maybe { $0.text() }
    details.tags = some(0...3) { $0.word(from: ["core", "é", "dose-1", "x:y"]) }
    details.extensions = some(0...2) {
      Card.Extension(
        name: $0.word(from: ["X-a", "X-B2", "X-c-d"]),
        text: $0.maybe { $0.line() } ?? ""
      )
    }
    return details
  }

  private mutating func citation() -> Citation {
    Citation(
      document: word(from: ["hand", "paed", "k1"]),
      locator: word(from: ["", "p. 3", "§ Care, cost and time, line 2-3", "¶4", "line 12", "§ é"]),
      span: maybe { $0.word(from: ["a \"b\" c", "blocks the channel", "\"", " é ", "x\ny"]) }
    )
  }
}

// MARK: - Bodies

extension RandomCards {
  private mutating func body(_ kind: Kind) -> Card.Body {
    switch kind {
    case .basic: .question(stem: text(), key: .text(TextKey(answer: text(), accepted: accepted())))
    case .reversed: .reversed(front: text(), back: text(), accepted: accepted())
    case .cloze: cloze()
    case .singleBestAnswer, .multipleResponse: .question(stem: text(), key: .choice(choice(kind)))
    case .trueFalse: .question(stem: text(), key: .truth(Bool.random(using: &generator)))
    case .numeric: .question(stem: text(), key: .numeric(numeric()))
    case .order: .question(stem: text(), key: .order(ordering()))
    case .caseStudy: .stages(some(1...3) { $0.card($0.stageKind()) })
    }
  }

  private mutating func stageKind() -> Kind {
    Kind.allCases.filter { $0 != .caseStudy }.randomElement(using: &generator) ?? .basic
  }

  private mutating func accepted() -> [String] {
    some(0...2) { $0.plainLine() }
  }

  private mutating func cloze() -> Card.Body {
    let texts = [
      "Made in the {{c1::liver}} to {{c2::norketamine::a metabolite}}.",
      "{{plain}} and {{c3::numbered::with hint}}", "{{c1::a {x}}} b", "{{c1::x\ny}}\n\nA: z",
      "Q: {{c1::µg}} :: {{c1::é::hint::more}}", "{{c1::a {{ b}} and {{c}}",
    ]
    let text = word(from: texts)
    let count = (try? ClozeText(reading: text))?.blanks.count
    return .cloze(text: text, accepted: count == 1 ? accepted() : [])
  }

  private mutating func choice(_ kind: Kind) -> Choice {
    let count = Int.random(in: 2...5, using: &generator)
    let right = Int.random(in: 0..<count, using: &generator)
    let letters = Array("abcdefgh").shuffled(using: &generator).map(String.init)
    let hasLetters = Bool.random(using: &generator)
    let options = (0..<count).map { index in
      Choice.Option(
        letter: hasLetters ? letters[index] : "",
        text: plainLine(),
        isRight: index == right || (kind == .multipleResponse && Bool.random(using: &generator)),
        rationale: maybe { $0.word(from: ["Because.", "> deeper", "- [x] x", "é", "A: b", ""]) }
      )
    }
    return Choice(
      options: options,
      allowsSeveral: kind == .multipleResponse,
      score: kind == .multipleResponse ? score() : .all
    )
  }

  private mutating func score() -> Score {
    Bool.random(using: &generator) ? .all : .partial
  }

  private mutating func ordering() -> Ordering {
    Ordering(steps: some(2...9) { $0.plainLine() }, score: score())
  }

  private mutating func numeric() -> NumericKey {
    let values = [
      "2.4 mL +- 1%", "> 6.5 mmol/L +- 0", "135..145 mmol/L", "1 to 2 mg/kg +- 10%", "5 +- 0.5",
      "40 % +- 5 points", "40 % +- 5", "40% +- 5 %", "15 points +- 1", "15 points +- 1 points",
      "−2.50 mmol/L ± 0.125 mmol/L", "≤ 5 mg +- 0.00001 mg", "-3..3", "0.1 to 0.3 % +- 1 points",
      "7 ° +- 1 °",
    ]
    let value = try? NumericGrammar.read(word(from: values))
    let zero = Quantity(number: Rational(0), unit: nil, text: "0")
    let unit: UnitRule =
      [.asked, .none, .shown("mL"), .shown("mg/kg/h")]
      .randomElement(using: &generator) ?? .asked
    return NumericKey(
      value: value ?? .point(zero, .absolute(Rational(0)), nil),
      unit: unit,
      accepted: some(0...2) { maker in
        (try? NumericGrammar.quantity(maker.word(from: ["5 mg", "0.50", "−1 mmol/L"]))) ?? zero
      }
    )
  }
}

import Decks
import Reading
import Scheduling
import TestKit
import Testing

@testable import Authoring

@Suite struct LinkGrammarAnalyzerTests {
  private let plain = "Ketamine is a dissociative anesthetic."

  @Test(arguments: [
    (ParseOutcome.incomplete, Analysis.Parse.incomplete), (.givenUp, .givenUp),
    (.absent, .unasked), (.complete(Linkage(words: [], links: [])), .complete(nil)),
  ])
  func `without a clause the patterns stand`(outcome: ParseOutcome, expected: Analysis.Parse) {
    let patterns = PatternAnalyzer().analysis(of: statement(plain))
    let analysis = LinkGrammarAnalyzer(FixedParser(outcome)).refined(patterns)
    #expect(analysis.parse == expected)
    #expect(analysis.clause == nil)
    #expect(analysis.isSame(as: patterns))
  }

  @Test func `a parser that is absent is asked once`() {
    let parser = FixedParser(.absent)
    let analyzer = LinkGrammarAnalyzer(parser)
    #expect(analyzer.grammar == .linkGrammar)
    _ = analyzer.analysis(of: statement(plain))
    _ = analyzer.analysis(of: statement(plain))
    #expect(parser.asked.count == 1)
    #expect(analyzer.grammar == .absent)
  }

  @Test func `what is too long is not parsed`() {
    let parser = FixedParser(.incomplete)
    let analyzer = LinkGrammarAnalyzer(parser)
    let words = String(repeating: "very ", count: 30)
    let limit = analyzer.analysis(of: statement("It is \(words)\(words.prefix(10))."))
    #expect(limit.tokens.count == 35)
    #expect(limit.parse == .incomplete)
    let over = analyzer.analysis(of: statement("It is \(words)\(words.prefix(15))."))
    #expect(over.parse == .tooLong)
    let garbage = analyzer.analysis(of: statement(String(repeating: "a", count: 61)))
    #expect(garbage.parse == .tooLong)
    #expect(parser.asked.count == 1)
  }

  @Test(
    .enabled(if: Grammars.isThere, Comment(rawValue: Grammars.isMissing)),
    arguments: [1, 2, 3, 4]
  )
  func `any words at all keep the laws of clauses`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let analyzer = LinkGrammarAnalyzer()
    for _ in 0..<Torture.rounds(250, full: 5_000) {
      let text = Garbage.words(using: &generator)
      expectLaws(analyzer.analysis(of: statement(text)), text)
    }
  }

  @Test(.enabled(if: Grammars.isThere, Comment(rawValue: Grammars.isMissing)))
  func `bytes, emoji and endless words are survived`() {
    var generator = SplitMix64(seed: 11)
    let analyzer = LinkGrammarAnalyzer()
    let door = LinkGrammarDoor()
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      expectLaws(analyzer.analysis(of: statement(text)), text)
      _ = door.parse(text)
    }
    for text in Garbage.oddities {
      expectLaws(analyzer.analysis(of: statement(text)), text)
      _ = door.parse(text)
    }
  }

  @Test(.enabled(if: Grammars.isThere, Comment(rawValue: Grammars.isMissing)))
  func `the same sentence is read the same way again`() {
    let analyzer = LinkGrammarAnalyzer()
    let texts = [plain, "The dose may be repeated after 5 minutes.", "Nausea of of the."]
    let first = texts.map { analyzer.analysis(of: statement($0)).description }
    let again = texts.reversed().map { analyzer.analysis(of: statement($0)).description }
    #expect(first == again.reversed())
  }

  @Test func `with the parser off every draft is that of the patterns`() throws {
    let documents = try Samples.all()
    let patterns = Generator(.generous).run(documents: documents)
    let off = Generator(.generous).run(
      documents: documents,
      analyzer: LinkGrammarAnalyzer(FixedParser(.absent))
    )
    #expect(off.drafts == patterns.drafts)
    #expect(off.reports == patterns.reports)
    #expect(patterns.grammar == .patterns)
    #expect(off.grammar == .absent)
    #expect(off.parses.all == 0)
  }

  @Test func `only what passes the gates is parsed, and all of it is counted`() throws {
    let parser = FixedParser(.givenUp)
    let generation = Generator(.generous).run(
      documents: try Samples.all(),
      analyzer: LinkGrammarAnalyzer(parser)
    )
    #expect(generation.grammar == .linkGrammar)
    #expect(generation.parses.givenUp == parser.asked.count)
    #expect(generation.parses.all == parser.asked.count)
    #expect(!parser.asked.isEmpty)
    #expect(!parser.asked.contains { $0.hasPrefix("Have you") || $0.hasPrefix("You should") })
    #expect(parser.asked.count < generation.reports.reduce(0) { $0 + $1.sentences })
  }

  /// Ranges lie within the statement, in order, and name the tokens that they should.
  private func expectLaws(_ analysis: Analysis, _ text: String) {
    guard let clause = analysis.clause else { return }
    let all = analysis.tokens.indices
    let asides = clause.appositions + clause.relatives
    let ranges =
      [clause.subject, clause.verb.words] + asides.map(\.words)
      + [clause.object, clause.complement].compactMap(\.self)
    for range in ranges {
      #expect(!range.isEmpty && range.clamped(to: all) == range, "\(text)")
    }
    #expect(clause.subject.upperBound <= clause.verb.finite, "\(text)")
    #expect(clause.verb.finite == analysis.verb, "\(text)")
    for rest in [clause.object, clause.complement].compactMap(\.self) {
      #expect(rest.lowerBound > clause.verb.main, "\(text)")
    }
    #expect(clause.object == nil || clause.complement == nil, "\(text)")
    for aside in asides {
      #expect(aside.noun < aside.words.lowerBound, "\(text)")
      #expect(!aside.words.overlaps(clause.verb.words), "\(text)")
    }
    #expect(analysis.description.contains("subject: "), "\(text)")
  }
}

extension Analysis {
  fileprivate func isSame(as other: Analysis) -> Bool {
    statement == other.statement && tokens == other.tokens && tags == other.tags
      && nounPhrases == other.nounPhrases && quantities == other.quantities && verb == other.verb
  }
}

/// Text that nobody would write.
private enum Garbage {
  static func words(using generator: inout SplitMix64) -> String {
    let words = [
      "Ketamine", "the", "a", "drug", "drugs", "is", "are", "may", "not", "of", "in", "and", "or",
      ",", ",", ".", ";", "which", "that", "who", "acts", "blocks", "given", "been", "be", "to",
      "5", "mg", "50%", "(", ")", "[", "]", "“", "”", "patient's", "never", "cannot", "doesn't",
      "5–10", "receptor", "serious", "causes", "increase", "é", "😀", "e.g.", "such as", "no",
    ]
    return (0..<Int.random(in: 1...22, using: &generator))
      .compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
  }

  static let oddities = [
    "", " ", ".", "\0", "a\0b is c.", "😀", "👩‍⚕️👨‍👩‍👧 is 🇩🇪 of é́́́.", "ﬁne İstanbul ẞ is ǅ.",
    String(repeating: "a", count: 100_000), String(repeating: "a-", count: 300) + "b is c.",
    String(repeating: "(", count: 200), String(repeating: "'", count: 200) + "s",
    String(repeating: "1.", count: 100), "\u{202E}drug is a\u{FEFF} drug\u{AD}s.",
    "[Ketamine] is \"a\" (b (c) d) 'drug'.", String(repeating: "no ", count: 300),
  ]
}

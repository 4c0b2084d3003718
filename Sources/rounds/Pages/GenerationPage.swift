import Authoring
import Storage
import Terminal

/// What the generator read, kept and dropped, and why.
struct GenerationPage {
  let generation: Generation
  let added: Int
  /// What came of asking a language model, where one was asked.
  let tally: LanguageModel.Tally?
  let width: Int
  let style: Style

  /// The page on what was written to the deck at a path.
  func lines(path: String) -> [String] {
    let head = style(.heading, "Documents")
    let grammar = generation.grammarWords.map { [""] + Wrap(width).lines($0) } ?? []
    return conflicts + [head] + documents.lines(width: width, style: style) + grammar
      + ["", style(.heading, "Why sentences gave no card")]
      + reasons(\.sentencesDropped).lines(width: width, style: style)
      + ["", style(.heading, "Why proposed cards fell")]
      + reasons(\.candidatesDropped).lines(width: width, style: style)
      + ["", style(.heading, "Coverage by section")]
      + coverage.lines(width: width, style: style) + writing
      + [""] + Wrap(width).lines(closing(path))
  }

  /// What the documents contradict each other in; nothing where they agree.
  private var conflicts: [String] {
    guard !generation.conflicts.isEmpty else { return [] }
    let head = style(.heading, "The documents contradict each other")
    let body = generation.conflicts.flatMap { conflict in
      Wrap(width).lines(conflict.matter.sanitizedLine)
        + conflict.sides.flatMap { side in
          let words = "\(side.document) \(side.locator): \(side.value) – \"\(side.span)\""
          return Wrap(width - 2).lines(words.sanitizedLine).map { "  " + $0 }
        }
    }
    return [head] + body + [""]
  }

  private var documents: Table {
    Table(
      [
        .text("document"), .number("words"), .number("sentences"), .number("facts"),
        .number("tried"), .number("kept"), .number("limit"),
      ],
      rows: generation.reports.map { report in
        [
          "\(report.key) \(report.name)".sanitizedLine.shortened(to: width / 3), "\(report.words)",
          "\(report.sentences)",
          "\(report.facts)", "\(report.candidates)", "\(report.kept)", "\(report.allowance)",
        ]
      }
    )
  }

  private func reasons(_ counts: KeyPath<DocumentReport, [Reason: Int]>) -> Table {
    var totals: [Reason: Int] = [:]
    for report in generation.reports {
      totals.merge(report[keyPath: counts]) { $0 + $1 }
    }
    return Table(
      [.text("reason"), .number("count"), .text("meaning")],
      rows: totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        [$0.key.rawValue, "\($0.value)", $0.key.meaning]
      }
    )
  }

  /// What the language model did, where one was asked.
  private var writing: [String] {
    guard let tally else { return [] }
    let page = WritingPage(tally: tally, reports: generation.reports, width: width, style: style)
    return ["", style(.heading, "Language model")] + page.lines
  }

  private var coverage: Table {
    Table(
      [.text("document"), .text("section"), .number("sentences"), .number("kept")],
      rows: generation.reports.flatMap { report in
        report.sections.map { section in
          [
            report.key.sanitizedLine, heading(section).sanitizedLine.shortened(to: width / 2),
            "\(section.sentences)", "\(section.kept)",
          ]
        }
      }
    )
  }

  private func heading(_ section: DocumentReport.Section) -> String {
    section.heading.isEmpty ? "(before the first heading)" : section.heading
  }

  private func closing(_ path: String) -> String {
    let stopped = generation.isCancelled ? "Stopped early: run it again to go on. " : ""
    let bare = generation.reports.filter { $0.sentences == 0 && !generation.isCancelled }
    let empty = bare.map { "\($0.name.sanitizedLine) holds no sentence in English. " }.joined()
    return stopped + empty + outcome(path)
  }

  private func outcome(_ path: String) -> String {
    guard added > 0 else { return "No draft was kept; \(path) was not touched." }
    return
      "\(added.counted("draft")) in \(path). A draft is not studied before it is accepted: "
      + "\"rounds drafts \(path)\" shows each beside the passage it cites."
  }

  /// Writes the same as the member `report`; null stands for the path where nothing was written.
  func writeReport(path: String?, into json: inout JSONWriter) {
    json.key("report")
    json.object { json in
      json.member("deck", path)
      json.member("added", added)
      json.member("stopped", generation.isCancelled)
      json.key("conflicts")
      json.array { json in
        for conflict in generation.conflicts { write(conflict, into: &json) }
      }
      if let tally {
        json.key("writer")
        WritingPage(tally: tally, reports: generation.reports, width: width, style: style)
          .write(into: &json)
      }
      json.key("documents")
      json.array { json in
        for report in generation.reports { write(report, into: &json) }
      }
      generation.writeGrammar(into: &json)
    }
  }

  private func write(_ report: DocumentReport, into json: inout JSONWriter) {
    json.object { json in
      json.member("key", report.key)
      json.member("file", report.name)
      json.member("text", report.isExtracted ? "extracted" : "original")
      json.member("title", report.title)
      json.member("words", report.words)
      json.member("boilerplate", report.boilerplate)
      json.member("sentences", report.sentences)
      json.member("facts", report.facts)
      json.member("candidates", report.candidates)
      json.member("kept", report.kept)
      write(report.sentencesDropped, as: "sentencesDropped", into: &json)
      write(report.candidatesDropped, as: "candidatesDropped", into: &json)
      json.key("sections")
      json.array { json in
        for section in report.sections {
          json.object { json in
            json.member("heading", section.heading)
            json.member("sentences", section.sentences)
            json.member("kept", section.kept)
          }
        }
      }
    }
  }

  private func write(_ conflict: Conflict, into json: inout JSONWriter) {
    json.object { json in
      json.member("matter", conflict.matter)
      json.key("sides")
      json.array { json in
        for side in conflict.sides {
          json.object { json in
            json.member("document", side.document)
            json.member("locator", side.locator)
            json.member("value", side.value)
            json.member("span", side.span)
          }
        }
      }
    }
  }

  private func write(_ counts: [Reason: Int], as name: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      for (reason, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.member(reason.rawValue, count)
      }
    }
  }
}

extension Reason {
  /// What a reason code means, in a few words.
  fileprivate var meaning: String {
    switch self {
    case .people: "about a named person"
    case .promotion: "promotional"
    case .trivia: "not worth learning"
    case .advice: "advice to the reader"
    case .notDeclarative: "not a whole statement"
    case .length: "too few words, or over 34"
    case .anaphor: "points outside the sentence"
    case .vague: "says only that something is studied or unknown"
    case .noFact: "no pattern found a fact"
    case .fragment: "a part with half a parenthesis"
    case .itemFlaw: "a known fault of questions with options"
    case .parse: "reworded from a statement that cannot be parsed"
    case .noSpan: "the cited words do not stand in the document"
    case .number: "a number is not in the cited sentence"
    case .hedge: "a doubt or negation was lost"
    case .leak: "the stem gives the answer away"
    case .answer: "the answer is too long or too vague"
    case .stemLength: "the stem is too long"
    case .ambiguous: "the answer stands twice, or is one of several"
    case .markup: "marks that would break the card"
    case .weak: "too weak beside the others"
    case .duplicate: "says what another card says"
    case .rejected: "was rejected before"
    case .density: "the document has its share of cards"
    case .misfit: "no question, or an answer its sentence lacks"
    case .wording: "the model brought words of its own"
    case .condition: "the model left out a word or a condition"
    case .roundTrip: "the model did not answer so from the sentence"
    case .unchecked: "the model gave no answer to check it by"
    }
  }
}

import Foundation
import TestKit
import Testing

/// A folder with a deck and a store of its own, and the program just built.
struct Desk {
  let binary: Binary
  let folder: TemporaryFolder
  /// The deck's file name within the folder.
  let deck = "deck.md"

  /// How the prompt for a grade ends on eighty columns.
  static let gradePrompt = " · u s q ?> "

  /// A desk with the cards given below a front matter, or with the sample of all nine kinds.
  init(_ cards: String? = nil) throws {
    binary = try Binary()
    folder = try TemporaryFolder()
    if let cards {
      try folder.write("---\nrounds: 1\ndeck: Test\nid: test\n---\n\n\(cards)", to: deck)
    } else {
      let sample = "\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/nine-kinds.md"
      try FileManager.default.copyItem(atPath: sample, toPath: folder.path(of: deck))
    }
  }

  /// A desk with numbered Basic cards, `card-1` asking `Question 1?` for `Answer 1`.
  init(cards count: Int) throws {
    try self.init(
      (1...count).map { Self.card("card-\($0)", "Question \($0)?", "answer \($0)") }.joined()
    )
  }

  static func card(_ id: String, _ question: String, _ answer: String, _ more: String = "")
    -> String
  {
    "## Basic: title of \(id) {#\(id)}\n\nQ: \(question)\nA: \(answer)\n\(more)\n"
  }

  var store: String { folder.path(of: "home/rounds") }

  func run(
    _ arguments: [String],
    _ lines: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Binary.Result {
    let input = lines.map { $0 + "\n" }.joined()
    return try binary.run(arguments, input: input, environment: environment, home: folder)
  }

  /// Studies the deck with these lines as input.
  @discardableResult
  func study(
    _ lines: [String],
    _ options: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Binary.Result {
    try run(["study", deck] + options, lines, environment: environment)
  }

  /// The program studying on a terminal, at its first prompt unless told otherwise.
  ///
  /// A line of shell in its place finds the program in `$ROUNDS`.
  func terminal(
    _ options: [String] = [],
    columns: UInt16 = 80,
    rows: UInt16 = 24,
    environment: [String: String] = [:],
    shell: String? = nil,
    prompt: String? = "> "
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      shell == nil ? binary.path : "/bin/bash",
      shell.map { ["--norc", "-c", $0] } ?? ["study", deck] + options,
      rows: rows,
      columns: columns,
      environment: Binary.environment(home: folder, adding: environment)
        .merging(["ROUNDS": binary.path]) { $1 },
      folder: folder.path
    )
    if let prompt { try terminal.expect(prompt) }
    return terminal
  }
}

extension Desk {
  /// The log files of the store, in the order of their paths.
  func logFiles() throws -> [URL] {
    let log = URL(fileURLWithPath: "\(store)/log")
    let found = FileManager.default.enumerator(at: log, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "jsonl" }
      .sorted { $0.path < $1.path }
  }

  /// All bytes of the log.
  func logBytes() throws -> [UInt8] {
    try logFiles().flatMap { try Array(Data(contentsOf: $0)) }
  }

  /// All lines of the log; a damaged one is an issue of the test.
  func log() throws -> [LogLine] {
    let bytes = try logBytes()
    #expect(bytes.isEmpty || bytes.last == 0x0a, "the log ends within a line")
    return try bytes.split(separator: 0x0a).map { try LogLine(Array($0)) }
  }

  /// The reviews that no undo has taken back.
  func reviews() throws -> [LogLine] {
    let lines = try log()
    let undone = Set(lines.filter { $0.kind == "undo" }.compactMap { $0["of"] as? String })
    return lines.filter { $0.kind == "review" && !undone.contains($0.id) }
  }

  /// Writes lines of JSON without a checksum as a log of another machine, each with its checksum.
  func writeLog(_ objects: [String], device: String = "other") throws {
    let lines = objects.map { LogLine.checked($0) + "\n" }
    try folder.write(lines.joined(), to: "home/rounds/log/\(device)/2026-01.jsonl")
  }
}

extension Binary.Result {
  /// The ids that were acknowledged, in order.
  var acknowledged: [String] {
    output.split(separator: "\n").filter { $0.hasPrefix("saved ") }.map { String($0.dropFirst(6)) }
  }

  /// The cards that were asked, by the number in `Question N?`.
  var asked: [Int] {
    output.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("Question "), line.hasSuffix("?") else { return nil }
      return Int(line.dropFirst(9).dropLast())
    }
  }
}

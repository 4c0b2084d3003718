package import Decks

/// Questions with one right answer, as lines: the question, `A. option` for each, `ANSWER: B`.
package enum Aiken: Exchanger {
  package static let name = "aiken"
  package static let fileExtensions = ["aiken"]
  package static let reads = [Kind.singleBestAnswer]
  package static let writes = [Kind.singleBestAnswer]

  package static func read(_ bytes: [UInt8]) -> Import {
    var reader = AikenReader()
    for line in SourceLines.all(in: bytes) { reader.take(line) }
    return reader.finished()
  }

  package static func write(_ cards: [Card]) -> Export {
    Export(cards, kinds: writes) { (item) throws(Unwritable) in try text(of: &item) }
  }
}

extension Aiken {
  private static func text(of item: inout Outgoing) throws(Unwritable) -> String {
    guard case .choice(let choice) = item.key,
      let right = choice.options.firstIndex(where: \.isRight)
    else { throw Unwritable(loss: .kindNotSupported(item.kind)) }
    let stem = item.line(item.stem)
    guard AikenLine(Array(stem.utf8)[...]) == .prose else {
      throw Unwritable(loss: .textNotWritable)
    }
    item.dropFields()
    if choice.options.contains(where: { $0.rationale != nil }) {
      item.lose(.fieldDropped("rationale"))
    }
    if !choice.hasPlainLetters { item.lose(.optionKeysDropped) }
    let options = zip(Choice.letters, choice.options).map { letter, option in
      "\(letter.uppercased()). \(item.line(option.text))\n"
    }
    return "\(stem)\n\(options.joined())ANSWER: \(Choice.letters[right].uppercased())\n\n"
  }
}

/// What a line of the format is for.
enum AikenLine: Equatable {
  case prose
  /// The letter in capitals, and where the text begins.
  case option(letter: String, text: String)
  /// What stands after the mark.
  case answer(String)

  init(_ bytes: ArraySlice<UInt8>) {
    let line = trimmed(bytes)
    if line.starts(with: Array("ANSWER:".utf8)) {
      self = .answer(String(decoding: trimmed(line.dropFirst(7)), as: UTF8.self))
      return
    }
    let head = Array(line.prefix(3))
    guard head.count >= 2, (0x41...0x5A).contains(head[0]),
      head[1] == UInt8(ascii: ".") || head[1] == UInt8(ascii: ")"),
      head.count == 2 || isBlank(head[2])
    else {
      self = .prose
      return
    }
    self = .option(
      letter: String(decoding: head.prefix(1), as: UTF8.self),
      text: String(decoding: trimmed(line.dropFirst(2)), as: UTF8.self)
    )
  }
}

/// Gathers the lines of one question after the other.
private struct AikenReader {
  private var result = Import()
  private var start: Deck.Position?
  private var stem: [String] = []
  private var options: [(letter: String, text: String)] = []
  private var isUTF8Text = true

  mutating func take(_ line: SourceLine) {
    guard line.firstInk != nil else { return }
    let role = AikenLine(line.bytes)
    if role == .prose, !options.isEmpty { leaveOut(.noAnswer) }
    if start == nil { start = line.position }
    isUTF8Text = isUTF8Text && isUTF8(line.bytes)
    switch role {
    case .prose: stem.append(line.text)
    case .option(let letter, let text): options.append((letter, text))
    case .answer(let text): close(text)
    }
  }

  mutating func finished() -> Import {
    if start != nil { leaveOut(.noAnswer) }
    return result
  }

  private mutating func leaveOut(_ fault: Fault) {
    if let start { result.leaveOut(fault, at: start) }
    clear()
  }

  private mutating func clear() {
    start = nil
    stem = []
    options = []
    isUTF8Text = true
  }

  private mutating func close(_ answer: String) {
    guard let start else { return }
    var text = IncomingText()
    do throws(Fault) {
      let card = try card(answer, text: &text)
      result.add(card, text, at: start)
      clear()
    } catch {
      leaveOut(error)
    }
  }

  private func card(_ answer: String, text: inout IncomingText) throws(Fault) -> Card {
    guard isUTF8Text else { throw .undecodable }
    let question = text.prose(stem.joined(separator: "\n"))
    guard !question.isEmpty else { throw .noQuestion }
    guard (2...26).contains(options.count) else { throw .optionCount(options.count) }
    guard zip(options, Choice.letters).allSatisfy({ $0.letter == $1.uppercased() }),
      answer.utf8.count == 1
    else { throw .badAnswerLine }
    guard options.contains(where: { $0.letter == answer }) else { throw .noSuchOption(answer) }
    let read = zip(options, Choice.letters).map { option, letter in
      Choice.Option(
        letter: letter,
        text: text.line(option.text),
        isRight: option.letter == answer
      )
    }
    guard read.allSatisfy({ !$0.text.isEmpty }) else { throw .emptyAnswer }
    return Card(
      kind: .singleBestAnswer,
      body: .question(stem: question, key: .choice(Choice(options: read, allowsSeveral: false)))
    )
  }
}

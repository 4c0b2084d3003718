import Decks

/// What is right, read from between the braces.
struct GIFTKey {
  let kind: Kind
  let key: Key
  /// Feedback that belongs to the card as a whole.
  var notes: [String] = []

  init(_ source: GIFTText, _ parts: GIFTParts, text: inout IncomingText) throws(GIFTFault) {
    let hasTail = !parts.tail.isEmpty
    guard !parts.answer.isEmpty else {
      throw GIFTFault(.essay, at: max(parts.answer.lowerBound - 1, 0))
    }
    var maker = GIFTKeyMaker(source: source, markup: parts.markup, range: parts.answer)
    if let truth = maker.truth(text: &text) {
      guard !hasTail else { throw GIFTFault(.secondAnswer, at: parts.tail.lowerBound) }
      (kind, key) = (.trueFalse, .truth(truth))
    } else if source.bytes[parts.answer.lowerBound] == UInt8(ascii: "#") {
      (kind, key) = (.numeric, .numeric(try maker.number(text: &text)))
    } else {
      let items = try GIFTItem.all(in: source, parts.answer, markup: parts.markup)
      try maker.refuseMatching(items)
      if items.allSatisfy(\.isMarkedRight) {
        (kind, key) = (hasTail ? .cloze : .basic, .text(try maker.words(items, text: &text)))
      } else {
        let choice = try maker.choice(items, text: &text)
        (kind, key) = (
          choice.allowsSeveral ? .multipleResponse : .singleBestAnswer, .choice(choice)
        )
      }
    }
    notes = maker.notes
  }
}

/// Reads each form of answer.
struct GIFTKeyMaker {
  let source: GIFTText
  let markup: Markup
  let range: Range<Int>
  private(set) var notes: [String] = []

  init(source: GIFTText, markup: Markup, range: Range<Int>) {
    self.source = source
    self.markup = markup
    self.range = range
  }

  /// `T` or `FALSE`, with feedback for the wrong and the right response after number signs.
  mutating func truth(text: inout IncomingText) -> Bool? {
    let hash = UInt8(ascii: "#")
    let end = source.first(of: [hash], in: range) ?? range.upperBound
    let truths = ["T": true, "TRUE": true, "F": false, "FALSE": false]
    guard let truth = truths[source.text(source.ink(range.lowerBound..<end)).uppercased()] else {
      return nil
    }
    var start = end
    while start < range.upperBound {
      let next = source.first(of: [hash], in: (start + 1)..<range.upperBound) ?? range.upperBound
      note(source.ink((start + 1)..<next), markup, text: &text)
      start = next
    }
    return truth
  }

  /// Items that are all pairs ask for matching.
  func refuseMatching(_ items: [GIFTItem]) throws(GIFTFault) {
    let arePairs = items.allSatisfy { item in
      item.isMarkedRight && source.text(item.text).contains("->")
    }
    if arePairs { throw GIFTFault(.matching, at: range.lowerBound) }
  }

  /// Words that answer; the first with full credit is the answer, the others are accepted.
  mutating func words(
    _ items: [GIFTItem],
    text: inout IncomingText
  ) throws(GIFTFault) -> TextKey {
    var answers: [String] = []
    var seen: Set<String> = []
    for item in items {
      guard item.isFull else {
        text.lose(.partialCreditDropped)
        continue
      }
      let raw = source.text(item.text)
      if Self.hasWildcard(raw) {
        guard !answers.isEmpty else { throw GIFTFault(.wildcard, at: item.text.lowerBound) }
        text.lose(.alternativeDropped)
      } else {
        let answer = text.line(raw.replacing("\\*", with: "*"), item.markup)
        guard !answer.isEmpty else { throw GIFTFault(.emptyAnswer, at: item.text.lowerBound) }
        // A bar would part an alternative in two.
        if !answers.isEmpty, answer.contains("|") {
          text.lose(.alternativeDropped)
        } else if seen.insert(answer).inserted {
          answers.append(answer)
        }
      }
      if let feedback = item.feedback { note(feedback, item.markup, text: &text) }
    }
    guard let answer = answers.first else { throw GIFTFault(.noFullCredit, at: range.lowerBound) }
    return TextKey(answer: answer, accepted: Array(answers.dropFirst()))
  }

  /// A lone asterisk stands for any letters; `\*` is an asterisk.
  private static func hasWildcard(_ text: String) -> Bool {
    text.replacing("\\*", with: "").contains("*")
  }

  /// Options; several with a percentage each ask for all of them.
  func choice(_ items: [GIFTItem], text: inout IncomingText) throws(GIFTFault) -> Choice {
    guard (2...26).contains(items.count) else {
      throw GIFTFault(.optionCount(items.count), at: range.lowerBound)
    }
    let full = items.count(where: \.isFull)
    let isSingle = items.contains(where: \.isMarkedRight)
    if isSingle {
      guard full == 1 else {
        throw GIFTFault(full == 0 ? .noFullCredit : .severalRight, at: range.lowerBound)
      }
      if items.contains(where: \.isPartial) { text.lose(.partialCreditDropped) }
    } else {
      try checkWeights(items, text: &text)
    }
    var options: [Choice.Option] = []
    for (letter, item) in zip(Choice.letters, items) {
      let words = text.line(source.text(item.text), item.markup)
      guard !words.isEmpty else { throw GIFTFault(.emptyAnswer, at: item.text.lowerBound) }
      let rationale = item.feedback.map { text.line(source.text($0), item.markup) } ?? ""
      options.append(
        Choice.Option(
          letter: letter,
          text: words,
          isRight: isSingle ? item.isFull : item.isFull || item.isPartial,
          rationale: rationale.isEmpty ? nil : rationale
        )
      )
    }
    return Choice(options: options, allowsSeveral: !isSingle, score: isSingle ? .all : .partial)
  }

  /// The weights of the right options together are the whole credit, up to rounding.
  private func checkWeights(
    _ items: [GIFTItem],
    text: inout IncomingText
  ) throws(GIFTFault) {
    let weights = items.compactMap(\.weight).filter { $0 > Rational(0) }
    var sum = Rational(0)
    for weight in weights { sum = sum.plus(weight) ?? sum }
    guard let distance = sum.minus(Rational(100))?.magnitude, distance <= Rational(1) else {
      throw GIFTFault(.noFullCredit, at: range.lowerBound)
    }
    if Set(weights).count > 1 { text.lose(.weightsDropped) }
  }

  /// Keeps feedback that a card has no place for beside its answer.
  mutating func note(_ feedback: Range<Int>, _ markup: Markup, text: inout IncomingText) {
    let words = text.prose(source.text(feedback), markup)
    guard !words.isEmpty else { return }
    text.lose(.feedbackJoined)
    notes.append(words)
  }
}

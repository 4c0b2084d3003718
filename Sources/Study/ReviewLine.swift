import Decks
import Glibc
import Scheduling
import Storage

/// An answer as a line of the log has it: its numbers, and its texts where they lie in the line.
///
/// It lives as long as the line. A log of a million reviews is read without making their texts.
struct ReviewLine {
  let id: ULID
  let moment: Moment
  /// Whether it is a review; practice is none.
  let counts: Bool
  let deck: UnsafeRawBufferPointer
  let card: UnsafeRawBufferPointer
  let grade: Grade
  let isCorrect: Bool
  let answer: UnsafeRawBufferPointer
  /// The array without its brackets.
  let options: UnsafeRawBufferPointer
  let usedHint: Bool
  let confidence: Int?
  /// Milliseconds.
  let elapsed: Int
  let retrievability: Double?
  let stem: UnsafeRawBufferPointer
  let key: UnsafeRawBufferPointer
  let rest: UnsafeRawBufferPointer
  let interval: Interval?

  /// The event with texts of its own.
  var event: Event {
    let review = Review(
      deck: deck.text,
      card: CardID(card.text),
      grade: grade,
      isCorrect: isCorrect,
      answer: answer.text,
      options: optionTexts,
      usedHint: usedHint,
      confidence: confidence,
      elapsed: elapsed,
      retrievability: retrievability,
      hash: ContentHash(stem: stem.text, key: key.text, rest: rest.text),
      interval: interval
    )
    return Event(id: id, moment: moment, fact: counts ? .review(review) : .cram(review))
  }

  /// Gives a review that was read in another way as if it stood in a line, for the time of a call.
  static func with(
    _ review: Review,
    _ id: ULID,
    _ moment: Moment,
    _ body: (ReviewLine) -> Void
  ) {
    let (hash, nothing) = (review.hash, UnsafeRawBufferPointer(start: nil, count: 0))
    let texts = [review.deck, review.card.text, review.answer, hash.stem, hash.key, hash.rest]
    Array(texts.joined().utf8).withUnsafeBytes { bytes in
      var start = 0
      let parts = texts.map { text in
        defer { start += text.utf8.count }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + text.utf8.count])
      }
      body(
        ReviewLine(
          id: id,
          moment: moment,
          counts: true,
          deck: parts[0],
          card: parts[1],
          grade: review.grade,
          isCorrect: review.isCorrect,
          answer: parts[2],
          options: nothing,
          usedHint: review.usedHint,
          confidence: review.confidence,
          elapsed: review.elapsed,
          retrievability: review.retrievability,
          stem: parts[3],
          key: parts[4],
          rest: parts[5],
          interval: review.interval
        )
      )
    }
  }

  /// None of the texts has an escape, so every quote begins one or ends one.
  private var optionTexts: [String] {
    guard !options.isEmpty else { return [] }
    return options.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }
      .map { String(decoding: $0.element, as: UTF8.self) }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether these are the same bytes.
  @inline(__always)
  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    guard let here = baseAddress, let there = other.baseAddress else { return true }
    return memcmp(here, there, count) == 0
  }
}

import Reading

/// A sentence that the gates let cards be made from, with what fits a proposal to it.
struct OpenSentence: Sendable {
  let sentence: Sentence
  /// The statements of the sentence that the gates let through.
  let parts: [SentenceReading.Part]
  /// The number of its section in the document's report.
  let section: Int
  /// The number of the sentence in the document.
  let number: Int
  /// Why the patterns made nothing of it, as the report counts it; nil where they did.
  let dropped: Reason?

  var text: String { sentence.text.string }
}

extension [OpenSentence] {
  /// The longest text of one batch, in scalars; a sentence that is longer alone is shown to nobody.
  static let longestBatch = 8_000

  /// The sentences in their order, so many at once.
  func batches(of most: Int) -> [[OpenSentence]] {
    var batches: [[OpenSentence]] = []
    var room = 0
    for sentence in self where sentence.sentence.text.count <= Self.longestBatch {
      let count = sentence.sentence.text.count
      if let last = batches.indices.last, batches[last].count < most, count <= room {
        batches[last].append(sentence)
      } else {
        batches.append([sentence])
        room = Self.longestBatch
      }
      room -= count
    }
    return batches
  }
}

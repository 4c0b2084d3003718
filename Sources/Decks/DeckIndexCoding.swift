/// The bytes of an index: numbers of one length, texts after the number of their bytes.
extension DeckIndex {
  /// Adds the bytes to others; false, with nothing added, where an id is too long for its place.
  package func append(to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var writer = IndexWriter(bytes: bytes)
    bytes = []
    writer.put(optional: id)
    writer.put(optional: name)
    writer.put(cards.count)
    for card in cards { writer.put(card, questions[card.questions]) }
    bytes = writer.bytes
    if !writer.isExact { bytes.removeSubrange(start...) }
    return writer.isExact
  }

  /// Reads an index from the bytes at an offset, which moves behind it; nil where there is none.
  package init?(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) {
    var reader = IndexReader(bytes: bytes, offset: offset)
    guard let id = reader.optional(), let name = reader.optional(), let count = reader.number(),
      count >= 0, count <= bytes.count
    else { return nil }
    var cards: [Card] = []
    var questions: [Question] = []
    cards.reserveCapacity(count)
    questions.reserveCapacity(count)
    for _ in 0..<count {
      guard let card = reader.card(&questions) else { return nil }
      cards.append(card)
    }
    offset = reader.offset
    self.init(id: id, name: name, cards: cards, questions: questions)
  }
}

private struct IndexWriter {
  var bytes: [UInt8]
  var isExact = true

  mutating func put(_ number: Int) {
    put(bits: UInt64(truncatingIfNeeded: number))
  }

  mutating func put(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(optional text: String?) {
    put(text.map { $0.utf8.count } ?? -1)
    bytes += (text ?? "").utf8
  }

  mutating func put(id text: some Swift.Collection<UInt8>) {
    if text.count > 255 { isExact = false }
    bytes.append(UInt8(truncatingIfNeeded: text.count))
    bytes += text
  }

  mutating func put(_ card: DeckIndex.Card, _ questions: ArraySlice<DeckIndex.Question>) {
    let status = Status.allCases.firstIndex(of: card.status) ?? 0
    bytes.append(UInt8(status) | (card.isCase ? 16 : 0) | (card.isSound ? 32 : 0))
    put(card.bytes.lowerBound)
    put(card.bytes.count)
    put(id: card.id.text.utf8)
    if card.stages.count > 255 || questions.count > 255 { isExact = false }
    bytes.append(UInt8(truncatingIfNeeded: card.stages.count))
    for stage in card.stages { put(id: stage.text.utf8) }
    bytes.append(UInt8(truncatingIfNeeded: questions.count))
    for question in questions {
      let isPart = question.id.text.utf8.starts(with: card.id.text.utf8)
      bytes.append((question.isActive ? 1 : 0) | (isPart ? 2 : 0))
      put(bits: question.key)
      // Most are the card's own id, or a part of it.
      put(id: question.id.text.utf8.dropFirst(isPart ? card.id.text.utf8.count : 0))
    }
  }
}

private struct IndexReader {
  let bytes: UnsafeRawBufferPointer
  var offset: Int

  mutating func bits() -> UInt64? {
    guard bytes.count - offset >= 8 else { return nil }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  mutating func number() -> Int? {
    bits().map { Int(truncatingIfNeeded: Int64(bitPattern: $0)) }
  }

  mutating func byte() -> UInt8? {
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func slice(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func optional() -> String?? {
    guard let count = number() else { return nil }
    guard count >= 0 else { return .some(nil) }
    return slice(count).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func id() -> CardID? {
    byte().flatMap { slice(Int($0)) }.map { CardID(String(decoding: $0, as: UTF8.self)) }
  }

  mutating func card(_ questions: inout [DeckIndex.Question]) -> DeckIndex.Card? {
    guard let flags = byte(), Int(flags & 15) < Status.allCases.count, let start = number(),
      let length = number(), start >= 0, length >= 0, start <= .max - length, let id = id(),
      let stageCount = byte()
    else { return nil }
    var stages: [CardID] = []
    for _ in 0..<stageCount {
      guard let stage = self.id() else { return nil }
      stages.append(stage)
    }
    guard let count = byte() else { return nil }
    let first = questions.count
    for _ in 0..<count {
      guard let question = question(of: id) else { return nil }
      questions.append(question)
    }
    return DeckIndex.Card(
      id: id,
      stages: stages,
      status: Status.allCases[Int(flags & 15)],
      isCase: flags & 16 != 0,
      isSound: flags & 32 != 0,
      bytes: start..<start + length,
      questions: first..<questions.count
    )
  }

  private mutating func question(of card: CardID) -> DeckIndex.Question? {
    guard let flags = byte(), let key = bits(), let rest = byte().flatMap({ slice(Int($0)) }) else {
      return nil
    }
    var id = card
    if flags & 2 == 0 {
      id = CardID(String(decoding: rest, as: UTF8.self))
    } else if !rest.isEmpty {
      id = CardID(Self.text(card.text, rest))
    }
    return DeckIndex.Question(id: id, isActive: flags & 1 != 0, key: key)
  }

  /// A text with some bytes behind it, made in one go.
  private static func text(_ text: String, _ rest: UnsafeRawBufferPointer) -> String {
    var text = text
    return text.withUTF8 { text in
      String(unsafeUninitializedCapacity: text.count + rest.count) { buffer in
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        bytes.copyMemory(from: UnsafeRawBufferPointer(text))
        UnsafeMutableRawBufferPointer(rebasing: bytes[text.count...]).copyMemory(from: rest)
        return text.count + rest.count
      }
    }
  }
}

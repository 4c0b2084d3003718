/// Endings of words with what each tells.
struct Endings<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    /// The bytes from the last to the first.
    let bytes: [UInt8]
    let count: Int
    let value: Value
  }

  /// By their last byte, in the order of the table.
  private let byLast: [[Entry]]

  init(_ table: [(ending: String, value: Value)]) {
    var byLast = [[Entry]](repeating: [], count: 256)
    for (ending, value) in table {
      guard let last = ending.utf8.last else { continue }
      let entry = Entry(bytes: ending.utf8.reversed(), count: ending.count, value: value)
      byLast[Int(last)].append(entry)
    }
    self.byLast = byLast
  }

  /// What the first ending tells that a word has behind at least so many other letters.
  func value(of word: String, behind least: Int = 0) -> Value? {
    guard let last = word.utf8.last else { return nil }
    let bytes = word.utf8.reversed()
    return byLast[Int(last)].first {
      bytes.starts(with: $0.bytes) && (least == 0 || word.count >= $0.count + least)
    }?.value
  }
}

extension Endings<Bool> {
  /// Endings that tell by their being there.
  init(_ endings: [String]) {
    self.init(endings.map { ($0, true) })
  }

  func match(_ word: String) -> Bool { value(of: word) == true }
}

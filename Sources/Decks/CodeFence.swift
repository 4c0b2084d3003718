/// A fenced code block, in which no line starts anything.
struct CodeFence {
  /// The line that opened the block.
  let opening: Range<Int>
  private let mark: UInt8
  private let length: Int

  /// Opens a block; nil where the line, whose first ink is at `ink`, opens none.
  init?(_ line: Bytes, ink: Int, at range: Range<Int>) {
    let mark = line[ink]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line[ink...].prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    self.mark = mark
    self.length = length
    opening = range
  }

  /// Whether a line ends the block: the same mark, as long or longer, and nothing else.
  func isClosed(by line: Bytes, ink: Int) -> Bool {
    let run = line[ink...].prefix { $0 == mark }.count
    return run >= length && line[(ink + run)...].allSatisfy(\.isBlank)
  }
}

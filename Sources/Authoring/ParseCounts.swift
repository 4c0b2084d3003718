/// What became of statements that passed the gates and went to a parser.
package struct ParseCounts: Hashable, Sendable {
  /// Every word had its place.
  package private(set) var complete = 0
  package private(set) var incomplete = 0
  /// The parser took too long.
  package private(set) var givenUp = 0
  /// The parser was not asked, because of the length.
  package private(set) var tooLong = 0

  package var all: Int { complete + incomplete + givenUp + tooLong }

  mutating func count(_ parse: Analysis.Parse) {
    switch parse {
    case .unasked: break
    case .tooLong: tooLong += 1
    case .incomplete: incomplete += 1
    case .givenUp: givenUp += 1
    case .complete: complete += 1
    }
  }

  mutating func add(_ other: ParseCounts) {
    complete += other.complete
    incomplete += other.incomplete
    givenUp += other.givenUp
    tooLong += other.tooLong
  }
}

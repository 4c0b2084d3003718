import Testing

@testable import Scheduling

@Suite struct WorkersTests {
  @Test(arguments: [-3, 0, 1, 2, 5, 1000])
  func `every part is done once, in its place`(threads: Int) {
    for parts in [0, 1, 2, 7, 300] {
      let results = Workers(count: threads).map(parts, initially: -1) { $0 * $0 }
      #expect(results == (0..<parts).map { $0 * $0 })
    }
  }
}

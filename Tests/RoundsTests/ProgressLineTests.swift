import Testing

@testable import rounds

@Suite struct ProgressLineTests {
  @Test(
    arguments: [
      (500, 0.5, nil), (2_000, 0.01, nil), (2_000, 0.5, "about 5 s"), (2_000, 1, "about 5 s"),
      (6_000, 0.2, "about 25 s"), (10_000, 0.1, "about 2 min"), (60_000, 0.02, "about 49 min"),
      (600_000, 0.02, "about 9 h"),
    ] as [(Int, Double, String?)]
  )
  func `the rest is told as soon as it can be`(elapsed: Int, share: Double, rest: String?) {
    #expect(ProgressLine.rest(after: elapsed, done: share) == rest)
  }
}

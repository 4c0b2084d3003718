import Testing

@testable import Scheduling

@Suite struct FuzzTests {
  @Test(arguments: [
    (0.4, 1...1), (1.0, 1...1), (2.49, 2...2), (2.5, 2...4), (7.0, 5...9), (20.0, 17...23),
    (100.0, 93...107), (365.0, 345...385), (36_500.0, 34_673...36_500),
  ]) func `an interval may become these days`(_ interval: Double, _ range: ClosedRange<Int>) {
    #expect(Fuzz.range(of: interval, atLeast: 1, atMost: 36_500) == range)
  }

  @Test func `limits hold and leave a choice where they can`() {
    #expect(Fuzz.range(of: 10, atLeast: 11, atMost: 36_500) == 11...13)
    #expect(Fuzz.range(of: 3, atLeast: 4, atMost: 5) == 4...5)
    #expect(Fuzz.range(of: 2, atLeast: 4, atMost: 4) == 4...4)
    #expect(Fuzz.range(of: 10, atLeast: 1, atMost: 7) == 5...7)
    #expect(Fuzz.range(of: 10, atLeast: 9, atMost: 5) == 5...5)
  }

  @Test func `every day of the range comes up about equally often`() {
    var counts: [Int: Int] = [:]
    for card in 0..<7000 {
      let fuzz = Fuzz(seed: cardSeed("card-\(card)"), repetitions: card % 9)
      counts[fuzz.days(in: Fuzz.range(of: 20, atLeast: 1, atMost: 36_500)), default: 0] += 1
    }
    #expect(counts.keys.sorted() == Array(17...23))
    #expect(counts.values.allSatisfy { (850...1150).contains($0) })
  }

  @Test func `a draw belongs to a card and a repetition`() {
    let seed = cardSeed("ket-liver/c1")
    #expect(Fuzz(seed: seed, repetitions: 4).position == Fuzz(seed: seed, repetitions: 4).position)
    let draws = Set((0..<100).map { Fuzz(seed: seed, repetitions: $0).position })
    #expect(draws.count == 100)
    #expect(draws.allSatisfy { (0..<1).contains($0) })
  }

  @Test func `the draws of a card are those of its generator in their order`() {
    var generator = SplitMix64(seed: 77)
    for repetition in 0..<5 {
      let expected = Double(generator.next() >> 11) / 9_007_199_254_740_992
      #expect(Fuzz(seed: 77, repetitions: repetition).position == expected)
    }
  }
}

import Scheduling
import Testing

@testable import Authoring

@Suite struct EndingsTests {
  @Test func `the first ending of the table that a word has tells`() {
    let endings = Endings([("emia", 1), ("aemia", 2), ("itis", 3)])
    #expect(endings.value(of: "anaemia") == 1)
    #expect(endings.value(of: "nephritis") == 3)
    #expect(endings.value(of: "kidney") == nil)
    #expect(endings.value(of: "") == nil)
    #expect(endings.value(of: "uremia", behind: 3) == nil)
    #expect(endings.value(of: "uremia", behind: 2) == 1)
  }

  @Test func `a word has an ending exactly where it ends so`() {
    let all = ["a", "ba", "ab", "bab", "é", "bé"]
    let endings = Endings(all)
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let letters = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
        ["a", "b", "é", "c"].randomElement(using: &random)
      }
      let word = letters.joined()
      #expect(endings.match(word) == all.contains(where: word.hasSuffix), "\(word)")
    }
  }
}

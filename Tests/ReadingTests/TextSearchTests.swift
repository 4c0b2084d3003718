import Scheduling
import Testing

@testable import Reading

@Suite struct TextSearchTests {
  @Test func `a text holds exactly its parts`() {
    #expect("".holds("") && "a".holds(""))
    #expect(!"".holds("a"))
    #expect("Wie heißt … and that".holds("… and "))
    #expect(!"abab".holds("ba b"))
  }

  @Test func `a search by bytes agrees with one by characters`() {
    var random = SplitMix64(seed: 11)
    func word(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        ["a", "b", "…"].randomElement(using: &random) ?? "a"
      }.joined()
    }
    for _ in 0..<500 {
      let (text, part) = (word(12), word(3))
      #expect(text.holds(part) == (part.isEmpty || text.contains(part)), "\(text) \(part)")
    }
  }
}

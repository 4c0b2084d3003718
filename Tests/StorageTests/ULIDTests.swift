import Scheduling
import Testing

@testable import Storage

@Suite struct ULIDTests {
  @Test func `the text is that of the specification`() {
    let first = ULID(milliseconds: 1_469_918_176_385, chance: (0, 0))
    #expect(first.description == "01ARYZ6S410000000000000000")
    let last = ULID(milliseconds: (1 << 48) - 1, chance: (.max, .max))
    #expect(last.description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    #expect(last.successor == nil)
  }

  @Test func `every identifier reads back and sorts as its text`() {
    var random = SplitMix64(seed: 44)
    var all: [ULID] = []
    for _ in 0..<2000 {
      let moment = Int64.random(in: 0..<1 << 48, using: &random)
      let id = ULID(milliseconds: moment, chance: (random.next(), random.next()))
      #expect(ULID(id.description) == id)
      #expect(ULID(id.description.lowercased()) == id)
      #expect(id.milliseconds == moment)
      all.append(id)
    }
    #expect(all.sorted().map(\.description) == all.map(\.description).sorted())
  }

  @Test(arguments: [
    "", "01ARYZ6S41000000000000000", "01ARYZ6S4100000000000000000", "81ARYZ6S410000000000000000",
    "01ARYZ6S41000000000000000U", "01ARYZ6S41000000000000000-", "01ARYZ6S4100000000000000é",
  ]) func `another form is refused`(_ text: String) {
    #expect(ULID(text) == nil)
  }

  @Test func `a character that means nothing is refused at any place`() {
    for place in 0..<26 {
      for character in ["U", "-", "\0", "~"] {
        var text = Array("01ARYZ6S410000000000000000").map(String.init)
        text[place] = character
        #expect(ULID(text.joined()) == nil, "\(character) at \(place)")
      }
    }
  }

  @Test func `letters that look like digits count as them`() {
    #expect(ULID("OIARYZ6S4LOOOOOOOOOOOOOOOO") == ULID("01ARYZ6S410000000000000000"))
  }

  @Test func `a source gives growing identifiers, also when the clock stands or goes back`() {
    var random = SplitMix64(seed: 45)
    var source = ULIDSource()
    var last: ULID?
    var moment = november.milliseconds
    for _ in 0..<3000 {
      moment += Int64.random(in: -2...2, using: &random)
      let next = source.next(at: Timestamp(milliseconds: moment), using: &random)
      if let last { #expect(last < next) }
      #expect(next.milliseconds >= moment)
      last = next
    }
  }
}

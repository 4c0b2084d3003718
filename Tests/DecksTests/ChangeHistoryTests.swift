import Scheduling
import Testing

@testable import Decks

@Suite struct ChangeHistoryTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func random(_ count: Int, _ generator: inout SplitMix64) -> [UInt8] {
    // Few letters, so that ends and beginnings look alike.
    (0..<count).map { _ in UInt8.random(in: 97...98, using: &generator) }
  }

  /// A file with a part of it exchanged.
  private static func changed(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = Int.random(in: start...bytes.count, using: &generator)
    let new = random(Int.random(in: 0...5, using: &generator), &generator)
    return bytes[..<start] + new + bytes[end...]
  }

  @Test func `a change is what stands between the bytes that stayed`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let before = Self.random(Int.random(in: 0...12, using: &generator), &generator)
      let after = Self.changed(before, &generator)
      let change = DeckEdit.Splice(from: before, to: after)
      #expect(change.applied(to: before) == after)
      #expect(DeckEdit.Splice(from: after, to: before).applied(to: after) == before)
    }
    #expect(DeckEdit.Splice(from: Self.bytes("aXb"), to: Self.bytes("aYb")).range == 1..<2)
  }

  @Test func `whatever was done, taking all of it back gives the file that was`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<300 {
      let first = Self.random(20, &generator)
      var states = [first]
      var history = ChangeHistory<Int>()
      for step in 0..<12 {
        let now = states[states.count - 1]
        if Int.random(in: 0..<3, using: &generator) == 0, states.count > 1 {
          #expect(history.takingBack(from: now) == states[states.count - 2])
          history.forgetLast()
          states.removeLast()
        } else {
          let next = Self.changed(now, &generator)
          history.record(from: now, to: next, as: step)
          if next != now { states.append(next) }
        }
      }
      var now = states[states.count - 1]
      while let before = history.takingBack(from: now) {
        now = before
        history.forgetLast()
      }
      #expect(now == first)
    }
  }

  @Test func `what others change elsewhere stays, and own changes can still be taken back`() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let head = Self.random(6, &generator)
      let first = Self.random(12, &generator)
      let tail = Self.random(6, &generator)
      // Marks part what others touch from what is changed here.
      var (before, after) = ([UInt8](head + [0x2D]), [UInt8]([0x2D] + tail))
      var middle = first
      var history = ChangeHistory<Int>()
      for step in 0..<10 {
        let old = before + middle + after
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: before = Self.changed(before.dropLast(), &generator) + [0x2D]
        case 1: after = [0x2D] + Self.changed(Array(after.dropFirst()), &generator)
        default:
          middle = Self.changed(middle, &generator)
          history.record(from: old, to: before + middle + after, as: step)
          continue
        }
        #expect(history.follow(from: old, to: before + middle + after) == 0)
      }
      var now = before + middle + after
      while let former = history.takingBack(from: now) {
        now = former
        history.forgetLast()
      }
      #expect(now == before + first + after)
    }
  }

  @Test func `what others changed at the same place can no longer be taken back`() {
    var history = ChangeHistory<String>()
    let states = ["one two three", "ONE two three", "ONE TWO three"].map(Self.bytes)
    history.record(from: states[0], to: states[1], as: "first")
    history.record(from: states[1], to: states[2], as: "second")
    let theirs = Self.bytes("ON! TWO three")
    #expect(history.follow(from: states[2], to: theirs) == 1)
    #expect(history.last == "second")
    #expect(history.takingBack(from: theirs) == Self.bytes("ON! two three"))
    history.forgetLast()
    #expect(history.isEmpty)
    #expect(history.takingBack(from: theirs) == nil)
  }

  @Test func `of two insertions at one place the own one stands first`() {
    var history = ChangeHistory<String>()
    history.record(from: Self.bytes("ab-cd"), to: Self.bytes("abcd"), as: "removal")
    #expect(history.follow(from: Self.bytes("abcd"), to: Self.bytes("ab+cd")) == 0)
    #expect(history.takingBack(from: Self.bytes("ab+cd")) == Self.bytes("ab-+cd"))
  }
}

import Scheduling
import Testing

@testable import Decks

@Suite struct RationalTests {
  private static func fraction(_ random: inout SplitMix64) -> Rational? {
    Rational(
      Int128(Int.random(in: -9999...9999, using: &random)),
      over: Int128(Int.random(in: 1...999, using: &random))
    )
  }

  @Test(arguments: [
    ("2.4", 12, 5), ("-0.50", -1, 2), (".5", 1, 2), ("+3", 3, 1), ("5.", 5, 1), ("0", 0, 1),
    ("-0", 0, 1), ("000.10", 1, 10), ("123456789012345678", 123_456_789_012_345_678, 1),
  ])
  func `decimals are read exactly`(text: String, top: Int, bottom: Int) {
    #expect(Rational(decimal: text) == Rational(Int128(top), over: Int128(bottom)))
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1,5", "1e3", " 1", "1 ", "--1", "½", "٣", "1234567890123456789",
  ])
  func `anything else is no decimal`(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test func `fractions are reduced with the sign above the line`() {
    let half = Rational(-2, over: -4)
    #expect(half?.numerator == 1)
    #expect(half?.denominator == 2)
    #expect(Rational(3, over: -6) == Rational(-1, over: 2))
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
    #expect(Rational(5).divided(by: Rational(0)) == nil)
  }

  @Test func `what leaves 128 bits is nil, never a wrong number`() throws {
    let large = try #require(Rational(.max, over: 1))
    #expect(large.times(Rational(2)) == nil)
    #expect(large.plus(Rational(1)) == nil)
    #expect(large.minus(Rational(-1)) == nil)
    let small = try #require(Rational(1, over: .max))
    #expect(small.divided(by: Rational(2)) == nil)
    #expect(small < large)
    #expect(-large < small)
  }

  @Test func `arithmetic obeys its laws`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2000 {
      let a = try #require(Self.fraction(&random))
      let b = try #require(Self.fraction(&random))
      let c = try #require(Self.fraction(&random))
      #expect(a.plus(b) == b.plus(a))
      #expect(a.times(b) == b.times(a))
      #expect(a.plus(b)?.minus(b) == a)
      #expect(a.plus(b)?.times(c) == a.times(c).flatMap { left in b.times(c).flatMap(left.plus) })
      if b != Rational(0) { #expect(a.divided(by: b)?.times(b) == a) }
      #expect((a < b) == (b > a))
      #expect((a < b) == ((a.minus(b)?.numerator ?? 0) < 0))
      #expect(a.magnitude >= Rational(0))
      #expect(-(-a) == a)
    }
  }

  @Test func `a decimal text is read back as itself`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<1000 {
      let number = try #require(
        Rational(Int128(Int.random(in: -99_999_999...99_999_999, using: &random)), over: 100_000)
      )
      #expect(Rational(decimal: number.decimalText) == number)
    }
  }
}

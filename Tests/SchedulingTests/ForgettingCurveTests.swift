import Testing

@testable import Scheduling

@Suite struct ForgettingCurveTests {
  @Test func `recall is 90 % after as many days as stability counts`() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<2000 {
      let curve = ForgettingCurve(try .random(using: &random))
      let stability = Double.random(in: 0.001...36_500, using: &random)
      let recall = curve.retrievability(after: stability, stability: stability)
      #expect(abs(recall - 0.9) < 1e-12)
      #expect(curve.retrievability(after: 0, stability: stability) == 1)
    }
  }

  @Test func `an interval is the inverse of retrievability`() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<2000 {
      let curve = ForgettingCurve(try .random(using: &random))
      let stability = Double.random(in: 0.001...36_500, using: &random)
      let retention = Double.random(in: 0.5...0.99, using: &random)
      let days = curve.interval(stability: stability, retention: retention)
      let recall = curve.retrievability(after: days, stability: stability)
      #expect(abs(recall - retention) < 1e-9)
    }
  }

  @Test func `recall falls with days and rises with stability`() {
    let curve = ForgettingCurve(.standard)
    for days in 1...200 {
      let now = curve.retrievability(after: Double(days), stability: 20)
      #expect(now > curve.retrievability(after: Double(days + 1), stability: 20))
      #expect(now < curve.retrievability(after: Double(days), stability: 21))
    }
  }
}

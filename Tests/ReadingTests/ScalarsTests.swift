import Scheduling
import Testing

@testable import Reading

@Suite struct ScalarsTests {
  @Test func `scalars become the string that they came from`() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 0...40, using: &generator)).compactMap {
        _ -> Unicode.Scalar? in
        let shift = Int.random(in: 0...14, using: &generator)
        return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator) >> shift)
      }
      #expect(Array(scalars.string.unicodeScalars) == scalars)
      #expect(scalars.dropFirst(2).string == String(String.UnicodeScalarView(scalars.dropFirst(2))))
      #expect(Array(scalars.reversed()).string == scalars.reversed().string)
    }
  }

  @Test func `short cuts through ASCII agree with the tables of Unicode`() {
    for value in UInt32(0)..<0x250 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isBlank == scalar.properties.isWhitespace, "\(value)")
      #expect(scalar.isLetter == scalar.properties.isAlphabetic, "\(value)")
      #expect(scalar.isUppercase == scalar.properties.isUppercase, "\(value)")
      #expect(scalar.isLowercase == scalar.properties.isLowercase, "\(value)")
    }
  }
}

import Decks
import Testing

@Suite struct FingerprintTests {
  @Test func `two fingerprints are equal where their texts are`() {
    let texts = [
      "", "34f956dfbf1959df", "34f956dfbf1959de", "34F956DFBF1959DF", "34f956dfbf1959d",
      "034f956dfbf1959df", "34f956dfbf1959dg", "0000000000000000",
    ]
    for left in texts {
      for right in texts {
        #expect((Fingerprint(left) == Fingerprint(right)) == (left == right))
      }
    }
    #expect(Fingerprint("34f956dfbf1959df") == .number(0x34f9_56df_bf19_59df))
    #expect(Fingerprint("").isEmpty && !Fingerprint("0000000000000000").isEmpty)
  }
}

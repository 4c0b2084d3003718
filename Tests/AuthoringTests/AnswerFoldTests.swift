import Testing

@testable import Authoring

@Suite struct `Answers compared` {
  @Test(
    arguments: [
      ("The NMDA receptor.", "NMDA receptor"), ("0.5mg", "0.5 mg"), ("94-98 %", "94–98%"),
      ("5 \u{B5}g", "5 \u{3BC}g"), ("a  “thigh”", "Thigh"), ("−5", "-5"),
    ]
  )
  func `case, space, articles and dashes do not matter`(left: String, right: String) {
    #expect(RoundTrip.isSame(left, right))
  }

  @Test(
    arguments: [
      ("0.5 mg", "5 mg"), ("mg", "mcg"), ("94-98%", "9498%"), ("-5", "5"), ("", ""), ("the", "an"),
      ("prednisone", "prednisolone"), ("NMDA receptors", "NMDA receptor"), ("not 5", "5"),
    ]
  )
  func `words, numbers, units and signs do`(left: String, right: String) {
    #expect(!RoundTrip.isSame(left, right))
  }
}

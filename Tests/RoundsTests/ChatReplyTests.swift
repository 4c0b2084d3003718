import Authoring
import Scheduling
import Testing

@testable import rounds

@Suite struct `The reply of a model` {
  private static let whole =
    #"{"questions":[{"sentence":"2","kind":"cloze","text":"A.","answer":"a b"}]}"#
  private static let proposal = Proposal(sentence: 2, kind: .cloze, text: "A.", answer: "a b")

  @Test(
    arguments: [
      whole, "\n \(whole)\n", "```json\n\(whole)\n```", "```\n\(whole)\n```",
      "<think>\nLet me see: {\"questions\":[]} no.\n</think>\n\(whole)",
      "Let me see … </think>\(whole)", "<thinking>a</thinking>```json\n\(whole)```",
      "Here you are: \(whole) I hope it helps.",
      whole.replacing(#""2""#, with: "2"),
    ]
  )
  func `fences, thinking and talk around the answer are taken off`(text: String) throws {
    let read = try ChatReply.proposals(in: text)
    #expect(read.kept == [Self.proposal] && read.unusable == 0)
  }

  @Test(
    arguments: [
      ("", .prose), ("I cannot help with that.", .prose), ("<think>\(whole)", .prose),
      (String(whole.dropLast(3)), .brokenJSON), (#"{"questions": nonsense}"#, .wrongShape),
      (#"{"questions":[{}]}"#, .wrongShape), (#"{"questions":{}}"#, .wrongShape),
      (#"{"cards":[]}"#, .wrongShape), (#"{"questions":[1,"a",null]}"#, .wrongShape),
      (#"{"questions":[{"sentence":"1e400","kind":"cloze","text":"","answer":""}]}"#, .wrongShape),
      (#"{"questions":[{"sentence":1e300,"kind":"cloze","text":"","answer":""}]}"#, .wrongShape),
      (#"{"questions":[{"sentence":"1","kind":"sba","text":"","answer":""}]}"#, .wrongShape),
      (String(repeating: "[", count: 100_000) + "{}", .wrongShape),
      ("{\"questions\":" + String(repeating: "[", count: 100_000) + "}", .brokenJSON),
    ] as [(String, ModelFault)]
  )
  func `what cannot be read is told by its kind`(text: String, fault: ModelFault) {
    #expect(throws: fault) { try ChatReply.proposals(in: text) }
  }

  @Test func `a bad proposal among good ones is counted and the others are kept`() throws {
    let text = Self.whole.replacing("[{", with: #"[{"sentence":"x"},7,{"#)
    let read = try ChatReply.proposals(in: text)
    #expect(read.kept == [Self.proposal] && read.unusable == 2)
    #expect(try ChatReply.proposals(in: #"{"questions":[]}"#).kept.isEmpty)
  }

  @Test func `the text of a completion is its first choice`() throws {
    let body = #"{"id":"x","choices":[{"index":0,"message":{"role":"a","content":"hi"}},{}]}"#
    #expect(try ChatReply.text(of: Array(body.utf8)) == "hi")
    for other in [
      "", "<html>", "{}", #"{"choices":[]}"#, #"{"choices":[{"message":{"content":null}}]}"#,
      #"{"choices":[{"text":"hi"}]}"#, #"{"error":"no"}"#, String(body.dropLast()),
    ] {
      #expect(throws: ModelFault.noCompletion, "\(other)") {
        try ChatReply.text(of: Array(other.utf8))
      }
    }
  }

  @Test func `no bytes whatever make it crash`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try? ChatReply.proposals(in: String(decoding: bytes, as: UTF8.self))
      _ = try? ChatReply.text(of: bytes)
      _ = try? ChatReply.words(in: String(decoding: bytes, as: UTF8.self))
    }
  }
}

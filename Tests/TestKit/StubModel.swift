import Foundation

extension StubServer.Reply {
  /// A chat completion whose message is this text.
  package static func completion(_ text: String) -> StubServer.Reply {
    let reply = ["choices": [["message": ["role": "assistant", "content": text]]]]
    let body = try? JSONSerialization.data(withJSONObject: reply)
    return .body(status: 200, Array(body ?? Data()))
  }
}

extension StubServer.Request {
  private var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
  }

  /// What the messages of a chat say, in their order.
  package var messages: [String] {
    let messages = json["messages"] as? [[String: Any]] ?? []
    return messages.compactMap { $0["content"] as? String }
  }

  /// Whether it asks for questions about sentences, not for an answer to one.
  package var wantsQuestions: Bool { messages.first?.contains("flashcard") == true }

  /// The numbered sentences between the marks.
  package var sentences: [(number: String, text: String)] {
    messages.dropFirst().first?.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, Int(parts[0]) != nil else { return nil }
      return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
    } ?? []
  }
}

/// A language model that asks for words it was given wherever a sentence holds them.
package struct StubModel: Sendable {
  /// Cloze answers by the words that a sentence must hold.
  package var answers: [String]
  /// Whether it gives the right answer to its own questions, with the sentence and without it.
  package var knows: (fromSentence: Bool, byHeart: Bool)

  package init(_ answers: [String], fromSentence: Bool = true, byHeart: Bool = false) {
    self.answers = answers
    knows = (fromSentence, byHeart)
  }

  /// The text of its message.
  package func reply(to request: StubServer.Request) -> String {
    guard request.wantsQuestions else { return answer(to: request) }
    let questions = request.sentences.flatMap { number, text in
      answers.filter(text.contains).map {
        ["sentence": number, "kind": "cloze", "text": text, "answer": $0]
      }
    }
    return Self.json(["questions": questions])
  }

  private func answer(to request: StubServer.Request) -> String {
    let text = request.messages.last ?? ""
    let isGiven = text.contains("\nsentence: ")
    let right = answers.first { isGiven ? text.contains("sentence: ") && hides($0, text) : true }
    let knowsIt = isGiven ? knows.fromSentence : knows.byHeart
    return Self.json(["answer": knowsIt ? right ?? "nothing" : "something else"])
  }

  /// Whether the sentence holds these words and the question does not.
  private func hides(_ words: String, _ text: String) -> Bool {
    let parts = text.components(separatedBy: "\nquestion: ")
    return parts.count == 2 && parts[0].contains(words) && !parts[1].contains(words)
  }

  package static func json(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}

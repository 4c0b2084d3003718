import Authoring

/// A writer that says what a test tells it to, and remembers what it was asked.
final class FakeWriter: QuestionWriter {
  let name = "fake, a language model"
  var mostSentences = 25
  private(set) var shown: [[String]] = []
  private(set) var asked: [(question: String, sentence: String?)] = []
  private let propose: ([String]) -> [Proposal]
  private let reply: (String, String?) -> String?

  init(
    propose: @escaping ([String]) -> [Proposal],
    reply: @escaping (String, String?) -> String? = { _, _ in nil }
  ) {
    self.propose = propose
    self.reply = reply
  }

  /// Proposes one question about the sentence that holds some words, and gives its answer back.
  convenience init(
    about words: String,
    _ kind: Proposal.Kind,
    _ text: String? = nil,
    answer: String,
    byHeart: String? = "unknown"
  ) {
    self.init(
      propose: { sentences in
        sentences.indices.filter { sentences[$0].contains(words) }.map {
          Proposal(sentence: $0 + 1, kind: kind, text: text ?? sentences[$0], answer: answer)
        }
      },
      reply: { $1 == nil ? byHeart : answer }
    )
  }

  func proposals(about sentences: [String]) -> [Proposal] {
    shown.append(sentences)
    return propose(sentences)
  }

  func answer(to question: String, from sentence: String?) -> String? {
    asked.append((question, sentence))
    return reply(question, sentence)
  }
}

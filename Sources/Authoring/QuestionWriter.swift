/// Proposes questions about sentences and answers them again, as a language model does.
///
/// Nothing that it says is believed: the gates decide what becomes a draft.
package protocol QuestionWriter {
  /// Who it is, as drafts name their author.
  var name: String { get }
  /// The most sentences that it is shown at once.
  var mostSentences: Int { get }

  /// What it proposes about some sentences, which count from 1.
  func proposals(about sentences: [String]) -> [Proposal]

  /// Its answer to a question, from the sentence alone or, without one, from what it knows.
  ///
  /// A cloze is asked with `…` in the place of the answer. Nil where no answer could be had.
  func answer(to question: String, from sentence: String?) -> String?
}

/// A question that a writer proposes about one of the sentences it was shown.
package struct Proposal: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case cloze
    case basic
  }

  /// The number of the sentence, from 1.
  package let sentence: Int
  package let kind: Kind
  /// The question, or the statement that a cloze takes the answer out of.
  package let text: String
  package let answer: String

  package init(sentence: Int, kind: Kind, text: String, answer: String) {
    self.sentence = sentence
    self.kind = kind
    self.text = text
    self.answer = answer
  }
}

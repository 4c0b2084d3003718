import Decks
import Exchange

extension Loss {
  /// What was lost, in words for the person at the screen.
  var words: String {
    switch self {
    case .notUnderstood(let fault): fault.words
    case .repeated: "the deck or the file has the same question already"
    case .cardUnreadable: "the card has a fault; see \"rounds check\""
    case .kindNotSupported(let kind): "the format has no \(kind.rawValue) question like this"
    case .textNotWritable: "the format cannot write this text; word it otherwise"
    case .numberNotWritable: "the format cannot say this number; give one value or a range"
    case .fieldDropped(let name): "\"\(name)\" was dropped"
    case .markupFlattened: "emphasis, links or other marks became plain text"
    case .mediaDropped: "a picture or sound was dropped"
    case .controlsStripped: "control characters were taken out"
    case .linesJoined: "several lines became one"
    case .feedbackJoined: "feedback on an answer became a part of \"Why:\""
    case .partialCreditDropped: "credit for an answer that is partly right was dropped"
    case .weightsDropped: "right answers of different weight count alike now"
    case .scoreChanged: "all or nothing became points for each part"
    case .alternativeDropped: "a further answer was dropped: a pattern, a tolerance or a bar in it"
    case .categoryMadeTag: "the category became a tag"
    case .identifierReplaced: "the question's own id gives way to a new one"
    case .optionKeysDropped: "the keys of options were dropped"
    case .vignetteJoined: "the vignette became a part of the question"
    case .unitInStem: "the unit stands in the question and is no longer asked for"
    case .toleranceDropped: "the tolerance was dropped"
    case .toleranceMadeAbsolute: "a tolerance in percent became the same distance as a number"
    case .kindChanged(let kind): "\(kind.rawValue) became another kind of question"
    case .siblingsParted: "a question parts from the others of its card"
    }
  }
}

extension Fault {
  /// Why nothing was made of the entry, and what would be right.
  var words: String {
    switch self {
    case .undecodable: "it is not UTF-8; save the file as UTF-8"
    case .emptyQuestion, .noQuestion: "there is no question before the answers"
    case .emptyAnswer: "an answer is empty"
    case .noAnswer: "there is no answer"
    case .essay: "an essay has no answer to compare with"
    case .matching: "pairs to be matched have no kind of card"
    case .openAnswer: "the brace is never closed; an entry ends at a blank line"
    case .secondAnswer: "only one group of answers can be read"
    case .unmarkedAnswer: "answers begin with = or ~, a number with #"
    case .badWeight: "the weight is no number of percent, such as %50%"
    case .badNumber(let text):
      "\"\(text.shortened(to: 40))\" is no number such as 2.4, 2.4:0.1 or 1..5"
    case .noFullCredit: "no answer, and no answers together, earn the whole credit"
    case .severalRight: "several answers are each right alone"
    case .wildcard: "the answer is a pattern with *; write the words"
    case .optionCount(let count): "\(count.counted("option")), where 2 to 26 are wanted"
    case .badAnswerLine: "options go A, B, C and \"ANSWER:\" names one of them"
    case .noSuchOption(let letter): "no option is \(letter)"
    case .fewColumns(let count): "\(count.counted("column")), where front and back are wanted"
    case .comment: "a line with # is a comment; put the field in quotes if it is none"
    case .openQuote: "the quote is never closed"
    case .textAfterQuote: "text follows the closing quote; write a quote inside twice"
    case .clozeNote: "a note with {{c1::…}} is no pair of front and back; write a Cloze card"
    case .struckText: "text is struck out in it; take that out"
    case .notRepresentable: "a deck cannot hold this text"
    }
  }
}

import Authoring

/// A language model that proposes questions, with the count of what came of asking it.
final class LanguageModel: QuestionWriter {
  /// What came of all requests.
  struct Tally: Hashable {
    /// Requests sent, those sent again among them.
    var requests = 0
    /// Questions to the model that got a usable answer.
    var answers = 0
    /// Questions to the model that got none, by the last reason.
    var faults: [ModelFault: Int] = [:]
    /// Proposals within usable answers that did not keep to the schema.
    var unusable = 0

    /// What ended the asking, if anything did.
    var end: ModelFault?
  }

  let name: String
  let mostSentences = 25
  private(set) var tally = Tally()
  private let model: String
  private let prompts: Prompts
  private let post: ([UInt8]) throws(ModelFault) -> [UInt8]
  /// Questions in a row without an answer.
  private var failures = 0
  /// Until the server has answered without a schema what it would not answer with one: once where it
  /// refused, twice where it failed, which may have had another cause.
  private var sendsSchema = true
  private var refusals = 0
  /// Why the request that is now sent without a schema was not answered with one.
  private var schemaFault: ModelFault?

  /// After so many questions in a row without an answer the model is asked no more.
  private static let mostFailures = 3

  /// `post` sends a request and gives the reply.
  init(
    model: String,
    mark: String,
    post: @escaping ([UInt8]) throws(ModelFault) -> [UInt8]
  ) {
    self.model = model
    self.post = post
    name = "\(model), a language model"
    prompts = Prompts(mark: mark)
  }

  func proposals(about sentences: [String]) -> [Proposal] {
    let messages = prompts.questions(about: sentences)
    let found = ask(messages, for: .proposals(sentences: sentences.count), ChatReply.proposals)
    tally.unusable += found?.unusable ?? 0
    // Nobody needs more of a sentence, and a model that repeats itself would go on without end.
    return Array(found?.kept.prefix(sentences.count * 4) ?? [])
  }

  func answer(to question: String, from sentence: String?) -> String? {
    ask(prompts.answer(to: question, from: sentence), for: .words, ChatReply.words)
  }

  // MARK: Asking

  /// Asks once, and once more where that may help; nil where no answer could be used.
  private func ask<Value>(
    _ messages: [ChatRequest.Message],
    for answer: ChatRequest.Answer,
    _ read: (String) throws(ModelFault) -> Value
  ) -> Value? {
    guard tally.end == nil else { return nil }
    var request = ChatRequest(model: model, messages: messages, answer: answer)
    request.bearsSchema = sendsSchema
    do throws(ModelFault) {
      var value = try attempt(&request, read, isLast: false)
      if value == nil { value = try attempt(&request, read, isLast: true) }
      tally.answers += 1
      failures = 0
      return value
    } catch {
      note(error)
      return nil
    }
  }

  /// Sends a request and reads the reply; nil, with the request mended, where it is worth another.
  private func attempt<Value>(
    _ request: inout ChatRequest,
    _ read: (String) throws(ModelFault) -> Value,
    isLast: Bool
  ) throws(ModelFault) -> Value? {
    var text = ""
    do throws(ModelFault) {
      tally.requests += 1
      let reply = try post(request.body)
      noteSchema(of: request)
      text = try ChatReply.text(of: reply)
      return try read(text)
    } catch {
      let canDoWithoutSchema = request.bearsSchema && error.mayBeOfSchema
      guard !isLast, error.isWorthRetrying || canDoWithoutSchema else { throw error }
      schemaFault = canDoWithoutSchema ? error : nil
      if canDoWithoutSchema { request.bearsSchema = false }
      if let reason = error.rebuke { request.messages += Prompts.rebuke(text, because: reason) }
      return nil
    }
  }

  /// Takes in that a request was answered, with its schema or without.
  private func noteSchema(of request: ChatRequest) {
    defer { schemaFault = nil }
    guard !request.bearsSchema else {
      refusals = 0
      return
    }
    guard let fault = schemaFault else { return }
    refusals += fault.endsAll ? 2 : 1
    if refusals > 1 { sendsSchema = false }
  }

  private func note(_ fault: ModelFault) {
    failures += 1
    if fault != .cancelled { tally.faults[fault, default: 0] += 1 }
    if fault.endsAll || failures >= Self.mostFailures { tally.end = fault }
  }
}

/// Why an answer of a language model could not be had or not be used.
enum ModelFault: Error, Hashable {
  /// The program that asks is not installed.
  case lacksCurl
  /// No connection; the words are the program's.
  case unreachable(String)
  /// The server does not want such requests; a status of 3xx or 4xx.
  case refused(status: Int)
  /// The server failed; a status of 5xx, or of 408 or 429.
  case failed(status: Int)
  case timedOut(Duration)
  /// The connection ended within the answer.
  case closedEarly
  /// More bytes than any answer needs.
  case tooLong
  /// No reply in the form of a chat completion, or one without text.
  case noCompletion
  /// Words where JSON was asked for.
  case prose
  case brokenJSON
  /// JSON that does not keep to the schema.
  case wrongShape
  /// The program that asks ended in another way.
  case curl(status: Int32)
  case cancelled

  /// Whether asking again is of no use, whatever is asked.
  var endsAll: Bool {
    switch self {
    case .lacksCurl, .unreachable, .refused, .curl, .cancelled: true
    default: false
    }
  }

  /// Whether the same request may do better at once.
  var isWorthRetrying: Bool {
    switch self {
    case .failed, .closedEarly, .noCompletion, .prose, .brokenJSON, .wrongShape: true
    default: false
    }
  }

  /// Whether a server that knows no schemas may have answered so: some refuse what they do not know,
  /// others fail at it.
  var mayBeOfSchema: Bool {
    switch self {
    case .refused(400), .refused(415), .refused(422), .failed(500), .failed(501): true
    default: false
    }
  }

  /// What the model is told of its own mistake, or nil where it made none.
  var rebuke: String? {
    switch self {
    case .prose: "there was no JSON object in it"
    case .brokenJSON: "it was not valid JSON, or ended too early"
    case .wrongShape: "it did not keep to the schema"
    default: nil
    }
  }
}

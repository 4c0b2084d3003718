import Terminal

extension ModelFault {
  /// What happened, for a table.
  var words: String {
    switch self {
    case .lacksCurl: "the program curl is missing (Debian package curl)"
    case .unreachable(let words): "no connection (\(words.sanitizedLine))"
    case .refused(let status): "the server refused (HTTP \(status))"
    case .failed(let status): "the server failed (HTTP \(status))"
    case .timedOut(let time): "no answer within \(time.components.seconds) s"
    case .closedEarly: "the connection ended within the answer"
    case .tooLong: "the answer was longer than any should be"
    case .noCompletion: "the reply was no chat completion"
    case .prose: "prose in the place of JSON"
    case .brokenJSON: "broken JSON"
    case .wrongShape: "JSON of another form"
    case .curl(let status): "curl ended with \(status)"
    case .cancelled: "stopped"
    }
  }

  /// What the user can do about it.
  var advice: String {
    switch self {
    case .lacksCurl: "install the Debian package curl"
    case .unreachable: "start the server, or correct --writer"
    case .refused(404): "correct --writer, which mostly ends in /v1, or --model"
    case .refused(401), .refused(403): "set ROUNDS_WRITER_KEY"
    case .timedOut: "take a smaller model, or allow more with --writer-seconds"
    default: "try another model, or look at the server's own log"
    }
  }
}

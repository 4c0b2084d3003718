import Processes

/// A server of language models, asked through the `curl` program.
///
/// Address, key and question reach it on its standard input: nothing of them shows in the list of
/// processes, and nothing is written to a file.
struct ModelServer {
  let address: ServerAddress
  /// Sent as a bearer token, where the server wants one.
  let key: String?
  /// The longest time of one request.
  let time: Duration
  var curl = "curl"

  /// More than an answer of the longest model; twenty-five sentences give some ten kilobytes.
  static let mostBytes = 4 << 20

  /// Posts a request; gives the body of the reply.
  func post(
    _ body: [UInt8],
    isCancelled: @escaping () -> Bool
  ) throws(ModelFault) -> [UInt8] {
    // The settings of the user's own `.curlrc` do not hold here.
    let program = Program(curl, ["--disable", "--config", "-"])
    // curl ends itself at its time; the limit is for one that hangs.
    let limits = Limits(time: time + .seconds(5), output: Self.mostBytes)
    let outcome: Outcome
    do throws(ProcessError) {
      outcome = try program.run(
        input: Array(settings(with: body).utf8),
        limits: limits,
        isCancelled: isCancelled
      )
    } catch {
      throw fault(of: error)
    }
    if isCancelled() { throw .cancelled }
    guard case .exited(let status) = outcome.ending else { throw .closedEarly }
    guard status == 0 else { throw fault(ofCurl: status, saying: outcome.errorOutput) }
    return try checked(outcome.output)
  }

  // MARK: Asking

  /// The request as curl reads it from a configuration.
  private func settings(with body: [UInt8]) -> String {
    var lines = [
      "silent", "show-error", "globoff", Self.setting("proto", "=http,https"),
      Self.setting("url", address.endpoint),
      Self.setting("max-time", "\(Double(time.components.seconds) + fraction)"),
      Self.setting("header", "Content-Type: application/json"), Self.setting("header", "Expect:"),
      Self.setting("write-out", "\n%{http_code}"),
    ]
    // A proxy would carry away what is not to leave this machine.
    if address.isLoopback { lines.append(Self.setting("noproxy", "*")) }
    if let key { lines.append(Self.setting("header", "Authorization: Bearer \(key)")) }
    lines.append(Self.setting("data-binary", String(decoding: body, as: UTF8.self)))
    return lines.map { $0 + "\n" }.joined()
  }

  private var fraction: Double { Double(time.components.attoseconds) / 1e18 }

  private static func setting(_ name: String, _ value: String) -> String {
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\(name) = \"\(escaped)\""
  }

  // MARK: What comes back

  /// The body in front of the status, which curl writes on a line of its own.
  private func checked(_ output: [UInt8]) throws(ModelFault) -> [UInt8] {
    guard let end = output.lastIndex(of: 0x0A),
      let status = Int(String(decoding: output[(end + 1)...], as: UTF8.self))
    else { throw .noCompletion }
    switch status {
    case 200..<300: return Array(output[..<end])
    case 408, 429, 500...: throw .failed(status: status)
    case 300..<500: throw .refused(status: status)
    default: throw .noCompletion
    }
  }

  private func fault(of error: ProcessError) -> ModelFault {
    switch error {
    case .notFound: .lacksCurl
    case .timedOut: .timedOut(time)
    case .tooMuchOutput: .tooLong
    case .cancelled: .cancelled
    case .cannotStart, .pipe: .curl(status: -1)
    }
  }

  /// The statuses are those of curl's manual.
  private func fault(ofCurl status: Int32, saying words: [UInt8]) -> ModelFault {
    switch status {
    case 5, 6, 7, 35, 60: .unreachable(Self.plain(words))
    case 28: .timedOut(time)
    case 1, 8, 16, 18, 52, 55, 56, 92: .closedEarly
    default: .curl(status: status)
    }
  }

  /// `curl: (7) Failed to connect …` without its opening.
  private static func plain(_ words: [UInt8]) -> String {
    let said = String(decoding: words.prefix(500), as: UTF8.self)
    let line = said.prefix { $0 != "\n" }
    let opening = line.firstRange(of: ") ")
    return String(line[(opening?.upperBound ?? line.startIndex)...])
  }
}

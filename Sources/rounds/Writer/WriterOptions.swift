import ArgumentParser
import Terminal

/// How `generate` asks a language model, where the user names one.
struct WriterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Have a language model propose questions too: the base address of a server that speaks POST /chat/completions. The same gates decide. Sentences that may become cards are sent there; a key is taken from ROUNDS_WRITER_KEY.",
      valueName: "address"
    )
  )
  var writer: String?

  @Option(help: ArgumentHelp("The model's name, as its server calls it.", valueName: "name"))
  var model: String?

  @Flag(
    help: "Let --writer name another machine than this one: text of the documents is sent there."
  )
  var allowRemote = false

  @Option(
    help: ArgumentHelp(
      "How long to wait for one answer of the model, in seconds.",
      valueName: "seconds"
    )
  )
  var writerSeconds = 120

  /// Where the user's key is.
  static let keyVariable = "ROUNDS_WRITER_KEY"

  func validate() throws {
    guard let writer else {
      if model != nil { throw ValidationError("--model needs --writer, the server to ask.") }
      if allowRemote { throw ValidationError("--allow-remote needs --writer, the server to ask.") }
      return
    }
    guard let name = model, !name.isEmpty else {
      throw ValidationError("--writer needs --model, the name of the model to ask for.")
    }
    guard (1...3_600).contains(writerSeconds) else {
      throw ValidationError("--writer-seconds is 1 to 3600.")
    }
    guard let address = ServerAddress(argument: writer) else {
      throw ValidationError(
        "--writer \(writer.sanitizedLine) is no address such as http://localhost:11434/v1."
      )
    }
    guard address.isLoopback || allowRemote else {
      throw ValidationError(
        "\(address.host) is another machine, and text of the documents would be sent there. "
          + "Add --allow-remote if that may be."
      )
    }
  }

  /// The model, or nil where the user named none; `waiting` is asked while it is awaited whether to stop.
  func languageModel(waiting: @escaping () -> Bool) throws(Failure) -> LanguageModel? {
    guard let address = writer.flatMap(ServerAddress.init(argument:)), let model else { return nil }
    let server = ModelServer(address: address, key: try Self.key(), time: .seconds(writerSeconds))
    if !address.isLoopback { World.warn(Self.warning(address)) }
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    return LanguageModel(model: model.sanitizedLine, mark: mark) { body throws(ModelFault) in
      if waiting() { throw .cancelled }
      return try server.post(body, isCancelled: waiting)
    }
  }

  private static func key() throws(Failure) -> String? {
    guard let key = World.environment[keyVariable], !key.isEmpty else { return nil }
    guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Failure(.usage, "\(keyVariable) holds a blank or a sign that no key has; correct it")
    }
    return key
  }

  private static func warning(_ address: ServerAddress) -> String {
    let clear = address.isEncrypted ? "" : ", and anybody on the way can read them"
    return
      "sentences of the documents are sent to \(address.host)\(clear); nothing about a patient "
      + "may be in them"
  }
}

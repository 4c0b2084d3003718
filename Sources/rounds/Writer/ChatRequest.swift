import Storage

/// What is asked of a language model.
struct ChatRequest: Hashable {
  struct Message: Hashable {
    enum Role: String {
      case system
      case user
      case assistant
    }

    let role: Role
    let text: String
  }

  /// What the answer must look like.
  enum Answer: Hashable {
    /// Proposals about so many numbered sentences.
    case proposals(sentences: Int)
    /// A few words.
    case words

    /// The longest answer worth waiting for, thinking included: a small model may repeat itself
    /// without end.
    var mostTokens: Int {
      switch self {
      case .proposals(let sentences): 2_048 + 128 * sentences
      case .words: 4_096
      }
    }
  }

  let model: String
  var messages: [Message]
  let answer: Answer
  /// Whether the form of the answer goes along as a schema; the messages tell it in any case.
  var bearsSchema = true

  /// The request as JSON on one line, without random choice and in one piece.
  var body: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("model", model)
      json.member("temperature", 0)
      json.member("stream", false)
      // What a server refuses may be the length as well as the schema.
      if bearsSchema { json.member("max_tokens", answer.mostTokens) }
      json.key("messages")
      json.array { json in
        for message in messages {
          json.object { json in
            json.member("role", message.role.rawValue)
            json.member("content", message.text)
          }
        }
      }
      if bearsSchema { writeForm(into: &json) }
    }
    return json.bytes
  }

  private func writeForm(into json: inout JSONWriter) {
    json.key("response_format")
    json.object { json in
      json.member("type", "json_schema")
      json.key("json_schema")
      json.object { json in
        json.member("name", "answer")
        json.member("strict", true)
        json.key("schema")
        answer.writeSchema(into: &json)
      }
    }
  }
}

import Authoring
import Storage

/// The JSON schema of an answer: objects, arrays, strings and enumerations, every member required.
extension ChatRequest.Answer {
  func writeSchema(into json: inout JSONWriter) {
    switch self {
    case .words:
      Self.object(["answer"], into: &json) { json in
        json.key("answer")
        Self.string(into: &json)
      }
    case .proposals(let sentences):
      Self.object(["questions"], into: &json) { json in
        json.key("questions")
        json.object { json in
          json.member("type", "array")
          json.key("items")
          Self.proposal(sentences, into: &json)
        }
      }
    }
  }

  private static func proposal(_ sentences: Int, into json: inout JSONWriter) {
    object(["sentence", "kind", "text", "answer"], into: &json) { json in
      json.key("sentence")
      string(oneOf: (1...max(1, sentences)).map { "\($0)" }, into: &json)
      json.key("kind")
      string(oneOf: Proposal.Kind.allCases.map(\.rawValue), into: &json)
      json.key("text")
      string(into: &json)
      json.key("answer")
      string(into: &json)
    }
  }

  private static func object(
    _ names: [String],
    into json: inout JSONWriter,
    properties: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.member("type", "object")
      json.key("properties")
      json.object(properties)
      json.member("required", names)
      json.member("additionalProperties", false)
    }
  }

  private static func string(oneOf values: [String]? = nil, into json: inout JSONWriter) {
    json.object { json in
      json.member("type", "string")
      if let values { json.member("enum", values) }
    }
  }
}

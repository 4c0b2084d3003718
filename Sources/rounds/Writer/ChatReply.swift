import Authoring
import Storage

/// Reads what a server sent back; whatever its status says, none of it is believed unread.
enum ChatReply {
  /// The text of the first choice.
  static func text(of body: [UInt8]) throws(ModelFault) -> String {
    let text: String?
    do throws(JSONError) {
      text = try body.readJSON { json throws(JSONError) in try content(&json) }
    } catch {
      throw .noCompletion
    }
    guard let text else { throw .noCompletion }
    return text
  }

  /// The words of an answer to one question.
  static func words(in text: String) throws(ModelFault) -> String {
    try read(text) { json throws(JSONError) in
      try json.firstMember("answer") { json throws(JSONError) in try json.string().text }
    }
  }

  /// The proposals of an answer, and how many more were of no use.
  static func proposals(in text: String) throws(ModelFault) -> (kept: [Proposal], unusable: Int) {
    let found = try read(text) { json throws(JSONError) in
      try json.firstMember("questions") { json throws(JSONError) in
        var found: [Proposal?] = []
        try json.beginArray()
        while try json.nextElement() { found.append(try proposal(&json)) }
        return found
      }
    }
    let kept = found.compactMap { $0 }
    if kept.isEmpty, !found.isEmpty { throw .wrongShape }
    return (kept, found.count - kept.count)
  }
}

extension ChatReply {
  private static func read<Value>(
    _ text: String,
    _ body: (inout JSONScanner) throws(JSONError) -> Value?
  ) throws(ModelFault) -> Value {
    guard let object = ModelText.object(in: text) else { throw .prose }
    let value: Value?
    do throws(JSONError) {
      value = try Array(object.utf8).readJSON(body)
    } catch {
      throw error.reason == .wrongKind ? .wrongShape : .brokenJSON
    }
    guard let value else { throw .wrongShape }
    return value
  }

  /// `choices[0].message.content`.
  private static func content(_ json: inout JSONScanner) throws(JSONError) -> String? {
    try json.firstMember("choices") { json throws(JSONError) in
      var text: String?
      var isFirst = true
      try json.beginArray()
      while try json.nextElement() {
        if isFirst { text = try message(&json) } else { try json.skipValue() }
        isFirst = false
      }
      return text
    } ?? nil
  }

  private static func message(_ json: inout JSONScanner) throws(JSONError) -> String? {
    try json.firstMember("message") { json throws(JSONError) in
      try json.firstMember("content") { json throws(JSONError) in
        try json.stringOrNull()?.text
      } ?? nil
    } ?? nil
  }

  /// Nil where a member is missing, of another kind, or no number of a sentence.
  private static func proposal(_ json: inout JSONScanner) throws(JSONError) -> Proposal? {
    guard try json.kind() == .object else {
      try json.skipValue()
      return nil
    }
    var members: [String: String] = [:]
    try json.beginObject()
    while let key = try json.nextKey() {
      switch try json.kind() {
      case .string: members[key.text] = try json.string().text
      // Some models write the number as a number whatever the schema says.
      case .number: members[key.text] = Int(exactly: try json.double()).map { "\($0)" }
      default: try json.skipValue()
      }
    }
    guard let sentence = members["sentence"].flatMap({ Int($0) }),
      let kind = members["kind"].flatMap(Proposal.Kind.init), let text = members["text"],
      let answer = members["answer"]
    else { return nil }
    return Proposal(sentence: sentence, kind: kind, text: text, answer: answer)
  }
}

extension [UInt8] {
  /// Reads one value that is all there is.
  fileprivate func readJSON<Value>(
    _ body: (inout JSONScanner) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    let result: Result<Value, JSONError> = withUnsafeBytes { bytes in
      var json = JSONScanner(bytes)
      do throws(JSONError) {
        let value = try body(&json)
        try json.finish()
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension JSONScanner {
  /// Reads the first member of this name, and passes over all others; nil where there is none.
  fileprivate mutating func firstMember<Value>(
    _ name: StaticString,
    _ read: (inout JSONScanner) throws(JSONError) -> Value
  ) throws(JSONError) -> Value? {
    var value: Value?
    try beginObject()
    while let key = try nextKey() {
      if value == nil, key == name { value = try read(&self) } else { try skipValue() }
    }
    return value
  }
}

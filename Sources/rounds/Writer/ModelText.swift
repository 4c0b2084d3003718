/// What a language model wrote, without what it wrote around its answer.
enum ModelText {
  /// The outermost object of JSON, as far as it goes, or nil where there is none.
  static func object(in text: String) -> String? {
    let answer = withoutThinking(text)
    guard let first = answer.firstIndex(of: "{") else { return nil }
    let rest = answer[first...]
    return String(rest[...(rest.lastIndex(of: "}") ?? rest.index(before: rest.endIndex))])
  }

  /// The text behind its thinking; thinking that never ends leaves nothing.
  private static func withoutThinking(_ text: String) -> Substring {
    var rest = text[...]
    for (opening, closing) in tags {
      if let end = rest.ranges(of: closing).last {
        rest = rest[end.upperBound...]
      } else if rest.drop(while: \.isWhitespace).hasPrefix(opening) {
        return ""
      }
    }
    return rest
  }

  private static let tags = [
    ("<think>", "</think>"), ("<thinking>", "</thinking>"), ("<reasoning>", "</reasoning>"),
  ]
}

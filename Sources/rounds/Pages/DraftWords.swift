import Decks
import Terminal

/// What is said around the drafts: before the first and after the last.
enum DraftWords {
  /// Why there is nothing to decide.
  static func nothing(in deck: DraftDeck) -> String {
    let others = deck.allDrafts.count
    let path = deck.path.sanitizedLine
    guard others == 0 else {
      let wish = deck.wish.words.joined(separator: " and ")
      return "No draft of \(path) \(wish); it holds \(others.counted("draft")) in all."
    }
    return "\(path) holds no drafts. \"rounds generate DOCUMENT -o \(path)\" adds some."
  }

  /// The commands that may come next.
  static func nextCommands(_ deck: DraftDeck, accepted: Int) -> String {
    let path = quoted(deck.path)
    var commands = deck.allDrafts.isEmpty ? [] : ["rounds drafts \(path)"]
    commands.append("rounds check \(path)")
    if accepted > 0 { commands.append("rounds study \(path)") }
    return "Next: \(commands.joined(separator: ", "))"
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let path = path.sanitizedLine
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+~".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}

extension DraftWish {
  /// What a wanted draft is or has.
  fileprivate var words: [String] {
    let kind = kind.map { "is of the kind \($0.rawValue)" }
    let section = section.map { "has \"\($0.sanitizedLine)\" in its section or title" }
    return [kind, section].compactMap(\.self)
  }
}

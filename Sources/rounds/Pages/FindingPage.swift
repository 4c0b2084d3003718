import Decks
import Storage
import Terminal

/// One finding as a line for people or for programs.
struct FindingPage {
  let finding: Finding
  let file: DeckFile

  /// `deck.md:12:3: error: message [rule]`, as editors and compilers have it.
  func line(style: Style) -> String {
    let place = file.deck.position(of: finding.bytes.lowerBound)
    let severity = style(role, finding.severity.rawValue)
    let message = finding.message.sanitizedLine
    return
      "\(file.path.sanitizedLine):\(place.line):\(place.column): \(severity): \(message) [\(finding.rule)]"
  }

  var json: String {
    let place = file.deck.position(of: finding.bytes.lowerBound)
    var json = JSONWriter()
    json.object { json in
      json.member("path", file.path)
      json.member("line", place.line)
      json.member("column", place.column)
      json.member("severity", finding.severity.rawValue)
      json.member("rule", finding.rule)
      json.member("message", finding.message)
      json.member("text", file.deck.text(finding.bytes))
    }
    return json.text
  }

  private var role: Role {
    switch finding.severity {
    case .error: .bad
    case .warning: .warning
    case .note: .dim
    }
  }
}

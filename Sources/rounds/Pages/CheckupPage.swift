import Decks
import Storage
import Study
import Terminal

/// What a checkup found, for people and for programs.
struct CheckupPage {
  let checkup: Checkup
  let store: String

  /// Whether anything is wrong, remarks left aside.
  var isWrong: Bool { checkup.findings.contains { CheckupWords($0).severity != .remark } }

  func lines(width: Int, style: Style) -> [String] {
    let wrap = Wrap(width, hanging: "  ")
    let sorted = checkup.findings.map { CheckupWords($0) }.sorted { $0.severity > $1.severity }
    let told = sorted.flatMap { words in
      wrap.lines("\(style(words.severity.role, words.severity.rawValue)): \(words.sentence)")
    }
    return told + wrap.lines(summary.sanitizedLine)
  }

  private var summary: String {
    let read =
      "\(checkup.lines.counted("line")) in \(checkup.files.counted("file")) of \(store), "
      + "\(checkup.reviews.counted("review"))"
    return isWrong ? "Read: \(read)." : "All is well: \(read); every checksum is right."
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("store", store)
      json.member("files", checkup.files)
      json.member("lines", checkup.lines)
      json.member("events", checkup.events)
      json.member("reviews", checkup.reviews)
      json.key("findings")
      json.array { json in
        for finding in checkup.findings { write(finding, into: &json) }
      }
    }
    return json.text
  }

  private func write(_ finding: Checkup.Finding, into json: inout JSONWriter) {
    let words = CheckupWords(finding)
    json.object { json in
      json.member("severity", words.severity.rawValue)
      json.member("kind", finding.kind.rawValue)
      json.member("count", finding.count)
      switch finding.place {
      case .line(let place):
        json.member("path", place.file.path)
        json.member("line", place.line)
      case .path(let path): json.member("path", path)
      case .event(let id): json.member("event", id)
      case .card(let card): json.member("card", card.text)
      case .nowhere: break
      }
      json.member("message", words.sentence)
    }
  }
}

/// One finding in plain words: what it is, where, and what to do.
struct CheckupWords {
  enum Severity: String, Comparable {
    /// Nothing needs to be done.
    case remark
    case warning
    /// Something of the history is not applied.
    case error

    static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .remark: 0
      case .warning: 1
      case .error: 2
      }
    }

    var role: Role {
      switch self {
      case .remark: .dim
      case .warning: .warning
      case .error: .bad
      }
    }
  }

  private let finding: Checkup.Finding

  init(_ finding: Checkup.Finding) {
    self.finding = finding
  }

  var severity: Severity {
    switch finding.kind {
    case .damaged, .puzzling, .twins, .newer: .error
    case .repeated, .unknown, .setAside, .orphans, .copies, .setBack: .remark
    default: .warning
    }
  }

  /// The sentence, with the first place and how many more there are.
  var sentence: String {
    "\(place)\(words)\(more)".sanitizedLine
  }

  private var place: String {
    switch finding.place {
    case .nowhere: ""
    case .line(let place): "\(place.file.path):\(place.line):1: "
    case .path(let path): "\(path): "
    case .event(let id): "event \(id): "
    case .card(let card): "card \(card.text): "
    }
  }

  private var more: String {
    guard finding.count > 1, finding.place != .nowhere else { return "" }
    return " (and \(finding.count - 1) more)"
  }
}

extension CheckupWords {
  private var words: String {
    switch finding.kind {
    case .damaged:
      "this line's checksum is wrong; it is not applied and stays as it is. A backup or another "
        + "device may have it whole: \"rounds merge\" takes it from there"
    case .puzzling: "this line is whole and no event that can be understood; it is not applied"
    case .twins:
      "two lines of this id say different things; one of them is applied, always the same"
    case .danglingUndo:
      "an undo takes back what is not in the log; the file of another device may be missing"
    case .danglingOverride:
      "the reason for a grade that is not in the log; the file of another device may be missing"
    case .torn:
      "the file ends within a line that was never acknowledged; it is set aside at the next start"
    case .newer: "this line was written by a newer version and is not applied; install that version"
    case .unchecked: "this line has no checksum; it is applied"
    case .setBack: "the clock was set back before this line; answers keep the order of the clock"
    case .ahead: "the clock of this device is ahead of the one here; check both"
    default: otherWords
    }
  }

  private var otherWords: String {
    switch finding.kind {
    case .copies:
      "a conflicted copy of a sync program; it is read. \"rounds merge\" joins it for good"
    case .strays: "no file of a log; it is not read"
    case .exposed: "others may read or change this; \"rounds doctor --repair\" ends that"
    case .foreign: "belongs to another user"
    case .unfinished: "left over by a program that was ended; \"rounds doctor --repair\" removes it"
    case .interrupted:
      "a restore was ended in between; what is in here is a copy or was replaced. Restore again"
    case .wrongSnapshot:
      "the snapshot does not say what the log says; \"rounds doctor --repair\" makes it anew"
    case .repeated:
      "\(finding.count.counted("line")) of events that the log has twice; each counts once"
    case .unknown:
      "\(finding.count.counted("event")) of kinds that this version does not know, kept as they are"
    case .setAside: "the end of a file that a crash cut, kept; it was never acknowledged"
    case .orphans:
      "has a history and is in no deck that was found, or has faults there; nothing is lost"
    default: ""
    }
  }
}

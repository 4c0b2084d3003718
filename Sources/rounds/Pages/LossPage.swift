import Decks
import Exchange
import Storage
import Terminal

/// What did not come over from one format to another.
struct LossPage {
  let report: LossReport
  /// The file that was read; nil where cards were written.
  let path: String?
  /// Whether each loss is told, not only how many there are.
  let showsEach: Bool
  let width: Int

  /// Entries that were left out stand one by one, other losses by their number.
  var lines: [String] {
    let wrap = Wrap(width, hanging: "  ")
    return report.entries.filter { showsEach || standsAlone($0) }
      .flatMap { wrap.lines("\(place($0.place)): \(sentence($0.loss))".sanitizedLine) }
      + (showsEach ? [] : summaries.flatMap { wrap.lines($0.sanitizedLine) })
  }

  private var summaries: [String] {
    let partial = report.entries.filter { !standsAlone($0) }
    let groups = Dictionary(grouping: partial, by: \.loss).values.sorted {
      ($1.count, $0[0].loss.words) < ($0.count, $1[0].loss.words)
    }
    return groups.map { group in
      let times = group.count == 1 ? "" : "\(group.count) times, first "
      return "\(sentence(group[0].loss)) (\(times)\(place(group[0].place)))"
    }
  }

  /// Whether the entry needs somebody to look at it.
  private func standsAlone(_ entry: LossReport.Entry) -> Bool {
    entry.loss.isWhole && entry.loss != .repeated
  }

  private func sentence(_ loss: Loss) -> String {
    loss.isWhole ? "left out: \(loss.words)" : loss.words
  }

  private func place(_ place: LossReport.Place) -> String {
    switch place {
    case .card(let id): id.text
    case .position(let position): "\(path ?? ""):\(position.line):\(position.column)"
    }
  }
}

extension LossPage {
  /// The report of an import for programs.
  static func json(
    deck: String,
    added: Int,
    reports: [(path: String, report: LossReport)]
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("deck", deck)
      json.member("added", added)
      json.key("losses")
      json.array { json in
        for (path, report) in reports {
          for entry in report.entries { write(entry, path: path, into: &json) }
        }
      }
    }
    return json.text
  }

  private static func write(
    _ entry: LossReport.Entry,
    path: String,
    into json: inout JSONWriter
  ) {
    json.object { json in
      json.member("path", path)
      if case .position(let position) = entry.place {
        json.member("line", position.line)
        json.member("column", position.column)
      }
      json.member("leftOut", entry.loss.isWhole)
      json.member("message", entry.loss.words)
    }
  }
}

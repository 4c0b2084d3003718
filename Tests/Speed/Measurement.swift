import Foundation
import Storage

/// One line of a benchmark: our time beside a peer's, taken in turns in one run.
struct Measurement {
  let name: String
  /// What grows: cards, reviews or bytes; 0 where nothing does.
  var size = 0
  /// What was measured round by round, in the unit: times as a rule.
  let ours: [Double]
  /// The peer's in the same rounds.
  let peer: [Double]
  var unit = Unit.microseconds

  /// What a measurement counts.
  enum Unit: String {
    case microseconds = "us"
    case kibibytes = "KiB"
  }

  /// Ours over the peer's, round by round.
  var ratios: [Double] { zip(ours, peer).map { $0 / $1 } }

  /// How our time grows from one size to another: 0 not at all, 1 in proportion.
  func exponent(to larger: Measurement) -> Double {
    log(larger.ours.median / ours.median) / log(Double(larger.size) / Double(size))
  }
}

extension [Double] {
  /// The middle value, not a number for none.
  var median: Double {
    isEmpty ? .nan : sorted()[count / 2]
  }

  /// The value that 99 of 100 do not exceed, not a number for none.
  var percentile99: Double {
    isEmpty ? .nan : sorted()[count * 99 / 100]
  }
}

/// The microseconds that something takes.
func microseconds(_ body: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(body)
  return Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
}

/// What a benchmark prints.
struct MeasurementReport {
  let peer: String
  let rows: [Measurement]

  func printAll(json: Bool) {
    print(json ? self.json : table)
  }

  private var table: String {
    var lines = [
      "what                 size      ours (min-max)          \(peer)   ratio (min-max); µs, memory in KiB"
    ]
    for row in rows {
      lines.append(
        String(
          format: "%@ %8d   %9.1f (%.1f-%.1f)   %9.1f   %5.2f (%.2f-%.2f)",
          row.name.padding(toLength: 16, withPad: " ", startingAt: 0),
          row.size,
          row.ours.median,
          row.ours.min() ?? 0,
          row.ours.max() ?? 0,
          row.peer.median,
          row.ratios.median,
          row.ratios.min() ?? 0,
          row.ratios.max() ?? 0
        )
      )
    }
    for (small, large) in zip(rows, rows.dropFirst()) where small.name == large.name {
      lines.append(
        String(
          format: "exponent of %@ from %d to %d: %.3f",
          small.name,
          small.size,
          large.size,
          small.exponent(to: large)
        )
      )
    }
    return lines.joined(separator: "\n")
  }

  private var json: String {
    var json = JSONWriter()
    json.array { json in
      for row in rows {
        json.object { json in
          json.member("name", row.name)
          json.member("size", row.size)
          json.member("peer", peer)
          json.member("ours_\(row.unit.rawValue)", row.ours)
          json.member("peer_\(row.unit.rawValue)", row.peer)
          if !row.ratios.isEmpty { json.member("ratio", row.ratios.median) }
        }
      }
    }
    return json.text
  }
}

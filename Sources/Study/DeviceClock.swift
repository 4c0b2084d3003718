package import Storage

/// What the lines of a device tell of its clock.
package struct DeviceClock: Hashable, Sendable {
  /// The latest moment that it wrote.
  package fileprivate(set) var latest: Timestamp
  /// The milliseconds by which the clock was set back furthest from one line to the next.
  package fileprivate(set) var setBack: Int64 = 0
  /// The line after that step; nil where the clock never went back.
  package fileprivate(set) var place: JournalReport.Place?

  /// The same device's clock, with what its later files tell.
  func joined(with later: DeviceClock) -> DeviceClock {
    var joined = setBack < later.setBack ? later : self
    joined.latest = max(latest, later.latest)
    return joined
  }

  /// Steps back up to this are no fault: clocks are set right by the network.
  package static let tolerance: Int64 = 300_000

  /// The milliseconds by which the clock was ahead of a moment; nil where that is within what is
  /// tolerated.
  package func isAhead(of now: Timestamp) -> Int64? {
    let ahead = latest.milliseconds - now.milliseconds
    return ahead > Self.tolerance ? ahead : nil
  }
}

/// Follows the clocks of all devices through their files.
struct DeviceClocks {
  private var known: [String: DeviceClock] = [:]
  private var file: JournalFile?
  private var clock = DeviceClock(latest: Timestamp(milliseconds: .min))
  private var last = Timestamp(milliseconds: .min)

  /// The clocks so far, by the names of the devices' folders.
  var byDevice: [String: DeviceClock] {
    guard let file else { return known }
    return known.merging([file.device: clock]) { $1 }
  }

  mutating func take(_ moment: Timestamp, at place: JournalReport.Place) {
    if file != place.file { begin(place.file, moment) }
    if clock.latest < moment { clock.latest = moment }
    let back = last.milliseconds - moment.milliseconds
    // A file of merged lines has the order of where they came from.
    if back > max(clock.setBack, DeviceClock.tolerance), place.file.kind == .month {
      clock.setBack = back
      clock.place = place
    }
    last = moment
  }

  private mutating func begin(_ file: JournalFile, _ moment: Timestamp) {
    known = byDevice
    self.file = file
    clock = known[file.device] ?? DeviceClock(latest: moment)
    last = moment
  }
}

import Storage
import Study

/// What is to be said of the clocks of the devices that wrote a log.
struct ClockPage {
  let clocks: [String: DeviceClock]
  let now: Timestamp

  var lines: [String] {
    clocks.sorted { $0.key < $1.key }.flatMap { device, clock in
      [ahead(device, clock), setBack(device, clock)].compactMap { $0 }
    }
  }

  private func ahead(_ device: String, _ clock: DeviceClock) -> String? {
    clock.isAhead(of: now).map {
      "The clock of \(device) is \(span($0)) ahead of this one: check both. Its answers count as "
        + "later than they were."
    }
  }

  private func setBack(_ device: String, _ clock: DeviceClock) -> String? {
    clock.place.map { place in
      "The clock of \(device) was set back by \(span(clock.setBack)), at \(place.file.path):"
        + "\(place.line): answers are replayed in the order of the clock."
    }
  }

  /// A span in its greatest unit.
  private func span(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    if minutes < 120 { return minutes.counted("minute") }
    return minutes < 2_880 ? (minutes / 60).counted("hour") : (minutes / 1_440).counted("day")
  }
}

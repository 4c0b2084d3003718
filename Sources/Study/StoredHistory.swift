package import Storage

/// The events of a store, with what could not be read.
package struct StoredHistory: Sendable {
  package internal(set) var events: [Event]
  package internal(set) var report: JournalReport
  /// Lines that are whole and yet no event that can be understood.
  package internal(set) var puzzling: [JournalReport.Place]
  /// Lines of a newer version of the log.
  package internal(set) var newer: [JournalReport.Place]
  /// Lines whose event stands in the log more than once, as in a conflicted copy.
  package internal(set) var repeated: Int
  /// Ids that stand before different contents.
  package internal(set) var twins: [ULID]
  /// The clocks of the devices, by the names of their folders.
  package private(set) var clocks: [String: DeviceClock]

  /// What a snapshot knows of the lines before its end.
  init(
    report: JournalReport,
    puzzling: [JournalReport.Place],
    newer: [JournalReport.Place],
    repeated: Int,
    twins: [ULID]
  ) {
    events = []
    clocks = [:]
    self.report = report
    self.puzzling = puzzling
    self.newer = newer
    self.repeated = repeated
    self.twins = twins
  }

  /// Reads all files of a store; changes nothing.
  package init(reading folder: StoreFolder) throws(StoreError) {
    try self.init(try JournalReader(folder))
  }

  /// Reads all that a reader gives, or the lines of some places; `seeing` is told each event with its
  /// place, repeated ones too.
  init(
    _ reader: JournalReader,
    where isWanted: (JournalReport.Place) -> Bool = { _ in true },
    seeing: (Event, JournalReport.Place) -> Void = { _, _ in }
  ) throws(StoreError) {
    var events = EventUnion()
    try self.init(reader) { line, place throws(EventFault) in
      guard isWanted(place) else { return nil }
      let event = try Event(decoding: line)
      events.add(event)
      seeing(event, place)
      return event.moment.at
    }
    self.events = events.events
    repeated = events.repeated
    twins = events.twins
  }

  /// Reads all that a reader gives and keeps no event; `taking` gives the moment of each line, or nil
  /// for one that it passes over.
  init(
    _ reader: JournalReader,
    taking: (UnsafeRawBufferPointer, JournalReport.Place) throws(EventFault) -> Timestamp?
  ) throws(StoreError) {
    var clocks = DeviceClocks()
    var puzzling: [JournalReport.Place] = []
    var newer: [JournalReport.Place] = []
    report = try reader.read { line, place in
      do throws(EventFault) {
        if let moment = try taking(line, place) { clocks.take(moment, at: place) }
      } catch {
        if case .newerVersion = error { newer.append(place) } else { puzzling.append(place) }
      }
    }
    (events, repeated, twins) = ([], 0, [])
    self.puzzling = puzzling
    self.newer = newer
    self.clocks = clocks.byDevice
  }
}

extension StoredHistory {
  /// Joins what was found in files that come after; neither has events.
  mutating func join(_ later: StoredHistory) {
    report.add(later.report)
    puzzling += later.puzzling
    newer += later.newer
    clocks.merge(later.clocks) { $0.joined(with: $1) }
  }
}

/// Events by their ids: the same event may lie in several files, as a synchronised copy does.
private struct EventUnion {
  private(set) var events: [Event] = []
  private(set) var repeated = 0
  private(set) var twins: [ULID] = []
  private var places: [ULID: Int] = [:]
  private var greatest: ULID?

  mutating func add(_ event: Event) {
    // Ids grow within a log, so most events are new without a look at all others.
    if places.isEmpty, greatest.map({ $0 < event.id }) ?? true {
      greatest = event.id
      events.append(event)
      return
    }
    if places.isEmpty {
      places = [ULID: Int](
        uniqueKeysWithValues: events.enumerated().map { ($1.id, $0) }
      )
    }
    if let place = places[event.id] {
      repeated += 1
      guard events[place] != event else { return }
      // Of two contents under one id the same one holds, whichever was read first.
      twins.append(event.id)
      let both = [events[place], event]
      events[place] = both.min { $0.encoded().lexicographicallyPrecedes($1.encoded()) } ?? event
    } else {
      places[event.id] = events.count
      events.append(event)
    }
  }
}

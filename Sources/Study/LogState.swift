package import Storage

/// What follows from a log, and as much of the log as is needed to go on from there.
package struct LogState: Sendable {
  package private(set) var progress: Progress
  /// What was met when the files were read, without events.
  package private(set) var history: StoredHistory
  /// Events that the snapshot does not have.
  var eventsSinceSnapshot: Int
  private(set) var edge: Edge

  /// Where a log ends: only what lies beyond in every respect can simply be applied.
  struct Edge: Hashable, Sendable {
    /// The moment and the id of the event that is last in the order of replay.
    var at = Timestamp(milliseconds: .min)
    var id = ULID(high: 0, low: 0)
    /// The greatest id of all, and so a bound for events that are known.
    var greatest = ULID(high: 0, low: 0)
    /// What undos name that lies beyond: it may still come, and is not applied then.
    var undone: Set<ULID> = []
    /// The last event after which another order gives something else.
    var settled = Timestamp(milliseconds: .min)

    mutating func take(_ events: [Event]) {
      for event in events { take(event) }
    }

    mutating func take(_ event: Event) {
      if (at, id) < (event.moment.at, event.id) { (at, id) = (event.moment.at, event.id) }
      greatest = max(greatest, event.id)
      if case .undo(let target) = event.fact, target > greatest { undone.insert(target) }
      if !undone.isEmpty { undone = undone.filter { $0 > greatest } }
      if !event.fact.isFreeOfOrder { settled = max(settled, event.moment.at) }
    }

    /// Takes an event that is free of order.
    mutating func take(_ at: Timestamp, _ id: ULID) {
      if (self.at, self.id) < (at, id) { (self.at, self.id) = (at, id) }
      greatest = max(greatest, id)
      if !undone.isEmpty { undone = undone.filter { $0 > greatest } }
    }

    /// Takes what was found apart from it.
    mutating func join(_ other: Edge) {
      take(other.at, other.id)
      greatest = max(greatest, other.greatest)
      undone = undone.union(other.undone).filter { $0 > greatest }
      settled = max(settled, other.settled)
    }

    /// Whether events that no file had before may come in late: reviews belong to their card alone,
    /// as long as nothing that concerns many cards happened since.
    func admits(_ fresh: [Event]) -> Bool {
      fresh.allSatisfy { $0.fact.isFreeOfOrder && settled < $0.moment.at }
    }

    /// Whether all these events are new and later than all before.
    func isBefore(_ events: [Event]) -> Bool {
      events.allSatisfy { isBefore($0) }
    }

    func isBefore(_ event: Event) -> Bool {
      (at, id) < (event.moment.at, event.id) && greatest < event.id
    }
  }

  /// Reads a log, by its snapshot and what came after where that is certain to be the same.
  package init(reading folder: StoreFolder) throws(StoreError) {
    if let state = try Snapshot.continued(in: folder) {
      self = state
    } else {
      try self.init(replaying: folder)
    }
  }

  /// Reads and replays the whole log.
  package init(replaying folder: StoreFolder) throws(StoreError) {
    try self.init(replaying: folder, threads: 2)
  }

  private init(replaying folder: StoreFolder, threads: Int) throws(StoreError) {
    var replay = try Replay(reading: folder, threads: threads)
    if let state = replay.state(threads: threads) {
      self = state
      return
    }
    history = try StoredHistory(reading: folder)
    progress = Progress(replaying: history.events)
    edge = Edge()
    edge.take(history.events)
    eventsSinceSnapshot = history.events.count
    // The events live in the files; in memory only what follows from them is kept.
    history.events = []
  }

  /// What a snapshot or a replay gives.
  init(progress: Progress, history: StoredHistory, edge: Edge, events: Int = 0) {
    self.progress = progress
    self.history = history
    self.edge = edge
    eventsSinceSnapshot = events
  }

  /// Whether applying some events comes to the same as replaying all.
  func follows(_ events: [Event]) -> Bool {
    edge.isBefore(events)
  }

  /// Whether applying some events that no file had before comes to the same as replaying all.
  func admits(_ fresh: [Event]) -> Bool {
    follows(fresh) || edge.admits(fresh)
  }

  /// Applies events that follow, or are admitted.
  mutating func take(_ events: [Event]) {
    for event in events { progress.apply(event) }
    edge.take(events)
    eventsSinceSnapshot += events.count
  }

  /// Counts lines that were written as if they had been read.
  mutating func grow(_ growth: some Sequence<Journal.Growth>) {
    for grown in growth { history.count(lines: grown.lines, bytes: grown.bytes) }
  }

  /// Goes on with what was read behind the snapshot; false where only a replay of all is certain.
  mutating func goOn(with tail: StoredHistory) -> Bool {
    guard follows(tail.events), tail.repeated == 0 else { return false }
    var undone = edge.undone
    for event in tail.events {
      if case .undo(let target) = event.fact { undone.insert(target) }
    }
    for event in tail.events.sorted(by: Event.isEarlier) {
      if case .review = event.fact, undone.contains(event.id) { continue }
      progress.apply(event)
    }
    edge.take(tail.events)
    eventsSinceSnapshot += tail.events.count
    history.add(tail)
    return true
  }
}

extension StoredHistory {
  fileprivate mutating func count(lines: Int, bytes: Int) {
    report.lines += lines
    report.bytes += bytes
  }

  /// Joins what was found further on in the same files.
  fileprivate mutating func add(_ tail: StoredHistory) {
    var report = tail.report
    report.lines += self.report.lines
    report.bytes += self.report.bytes
    report.rescued += self.report.rescued
    report.damaged = self.report.damaged + report.damaged
    report.unchecked = self.report.unchecked + report.unchecked
    self.report = report
    puzzling += tail.puzzling
    newer += tail.newer
  }
}

package import Decks
package import Storage

/// Everything that can be verified of a store: its lines, what they name, and what is derived.
package struct Checkup: Sendable {
  /// One thing that was found.
  package struct Finding: Hashable, Sendable {
    package let kind: Kind
    /// How often it was found.
    package let count: Int
    /// The first place, or the first of the files, where it has one.
    package let place: Place

    package enum Place: Hashable, Sendable {
      case nowhere
      case line(JournalReport.Place)
      case path(String)
      case event(ULID)
      case card(CardID)
    }
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Lines whose checksum is wrong.
    case damaged
    /// Lines that are whole and no event.
    case puzzling
    /// One id before two contents.
    case twins
    /// An undo or an override names an event that is nowhere.
    case danglingUndo
    case danglingOverride
    /// The end of a file that a crash cut.
    case torn
    case newer
    case unchecked
    case setBack
    case ahead
    case copies
    case strays
    case exposed
    case foreign
    case unfinished
    case interrupted
    /// The snapshot is not what replay gives.
    case wrongSnapshot
    case repeated
    case unknown
    case setAside
    /// Cards with a history that are in no deck.
    case orphans
  }

  package private(set) var findings: [Finding] = []
  /// Lines that were read.
  package let lines: Int
  package let files: Int
  package let events: Int
  package let reviews: Int

  /// Verifies a store; changes nothing.
  ///
  /// `cards` are those of the decks, nil where none are known.
  package init(
    of folder: StoreFolder,
    cards: Set<CardID>?,
    now: Timestamp
  ) throws(StoreError) {
    let listing = try folder.listing()
    let history = try StoredHistory(reading: folder)
    let progress = Progress(replaying: history.events)
    files = history.report.files
    lines = history.report.lines
    events = history.events.count
    reviews = progress.reviewCount
    take(history, now: now)
    takeReferences(history.events)
    if Snapshot.verdict(in: folder, progress) == .wrong {
      add(.wrongSnapshot, [.path(SnapshotFile(folder).path)])
    }
    take(try StoreAudit(of: folder))
    add(.setAside, listing.torn.map { .path($0) })
    add(.unknown, count: progress.unknownCount)
    if let cards { takeOrphans(progress, cards) }
  }
}

extension Checkup {
  private mutating func add(_ kind: Kind, _ places: [Finding.Place]) {
    guard let first = places.first else { return }
    findings.append(Finding(kind: kind, count: places.count, place: first))
  }

  private mutating func add(_ kind: Kind, count: Int) {
    if count > 0 { findings.append(Finding(kind: kind, count: count, place: .nowhere)) }
  }

  private mutating func take(_ history: StoredHistory, now: Timestamp) {
    let report = history.report
    add(.damaged, report.damaged.map { .line($0) })
    add(.torn, report.torn.map { .line($0) })
    add(.puzzling, history.puzzling.map { .line($0) })
    add(.newer, history.newer.map { .line($0) })
    add(.unchecked, report.unchecked.map { .line($0) })
    add(.twins, history.twins.map { .event($0) })
    add(.copies, report.copies.map { .path($0.path) })
    add(.strays, report.strays.map { .path($0) })
    add(.repeated, count: history.repeated)
    let clocks = history.clocks.sorted { $0.key < $1.key }
    add(.setBack, clocks.compactMap { $0.value.place.map { .line($0) } })
    add(.ahead, clocks.filter { $0.value.isAhead(of: now) != nil }.map { .path($0.key) })
  }

  private mutating func takeReferences(_ events: [Event]) {
    let ids = Set(events.map(\.id))
    var undone: [Finding.Place] = []
    var overridden: [Finding.Place] = []
    for event in events {
      switch event.fact {
      case .undo(let target) where !ids.contains(target): undone.append(.event(target))
      case .override(let target, _) where !ids.contains(target):
        overridden.append(.event(target))
      default: continue
      }
    }
    add(.danglingUndo, undone)
    add(.danglingOverride, overridden)
  }

  private mutating func take(_ audit: StoreAudit) {
    add(.exposed, audit.exposed.map { .path($0) })
    add(.foreign, audit.foreign.keys.sorted().map { .path($0) })
    add(.unfinished, audit.unfinished.map { .path($0) })
    add(.interrupted, audit.interrupted.map { .path($0) })
  }

  private mutating func takeOrphans(_ progress: Progress, _ known: Set<CardID>) {
    let gone = Set(progress.cards.keys).union(progress.marks.keys).subtracting(known)
    add(.orphans, gone.sorted().map { .card($0) })
  }
}

extension Learner {
  /// Repairs what is derived and what others may do with the files; the log stays as it is.
  package func mend() throws(StoreError) {
    claim.mend(try StoreAudit(of: claim.folder))
    if try Snapshot.verdict(in: claim.folder) == .wrong {
      SnapshotFile(claim.folder).remove()
      try readAgain()
    }
  }
}

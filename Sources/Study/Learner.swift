package import Decks
package import Storage

/// A learner's store, open for studying: what has happened, and the only way to add to it.
///
/// Every event is on the disk before `record` returns, and only then is it applied.
package final class Learner {
  package private(set) var progress: Progress
  /// What was met when the files were read; its events are not kept.
  package let history: StoredHistory
  /// The end of a file that a crash cut, set aside at opening.
  package let setAside: JournalRepair.SetAside?
  private let folder: StoreFolder
  /// The event that stands last in the order of replay.
  private var latest: Event?
  private let journal: Journal
  private var identifiers = ULIDSource()
  private var random: any RandomNumberGenerator

  /// Takes the store for writing and replays it; the lock is held until the learner is gone.
  package init(
    opening folder: StoreFolder,
    as holder: LockHolder,
    random: some RandomNumberGenerator
  ) throws(StoreError) {
    var random: any RandomNumberGenerator = random
    let name = ULID(
      milliseconds: holder.started.milliseconds,
      chance: (random.next(), random.next())
    )
    let claim = try folder.claim(as: holder, learner: name.description)
    setAside = try JournalRepair.run(claim, at: holder.started)
    var history = try StoredHistory(reading: folder)
    progress = Progress(replaying: history.events)
    latest = history.events.max(by: Event.isEarlier)
    // The events live in the files; in memory only what follows from them is kept.
    history.events = []
    self.folder = folder
    self.history = history
    journal = Journal(claim)
    self.random = random
  }

  /// Makes an event last, then applies it; gives its id.
  @discardableResult
  package func record(_ fact: Event.Fact, at moment: Moment) throws(JournalError) -> ULID {
    let id = nextID(at: moment)
    try record([(id, fact)], at: moment)
    return id
  }

  /// Makes the events of one action last in one write, then applies them; ids come from `nextID`.
  package func record(
    _ facts: [(id: ULID, fact: Event.Fact)],
    at moment: Moment
  ) throws(JournalError) {
    let events = facts.map { Event(id: $0.id, moment: moment, fact: $0.fact) }
    try journal.append(events.map { $0.encoded() }, at: moment.at)
    take(events)
  }

  /// Applies events that are on the disk.
  ///
  /// After a clock was set back they belong before others, and only a replay of all gives what the
  /// next start will.
  private func take(_ events: [Event]) {
    if let latest, events.contains(where: { Event.isEarlier($0, latest) }),
      let history = try? StoredHistory(reading: folder)
    {
      progress = Progress(replaying: history.events)
      return
    }
    for event in events { progress.apply(event) }
    latest = events.last ?? latest
  }

  /// An id for an event that another of the same action names.
  package func nextID(at moment: Moment) -> ULID {
    identifiers.next(at: moment.at, using: &random)
  }

  /// Takes the newest review back; gives its place, or nil where there is none.
  @discardableResult
  package func undo(at moment: Moment) throws(JournalError) -> Progress.ReviewPlace? {
    guard let last = progress.lastReview else { return nil }
    try record(.undo(last.id), at: moment)
    return last
  }

  /// Lets cards that were studied before they had ids keep their history.
  ///
  /// `renamed` gives pairs of a provisional id and the id that its card has now.
  package func adopt(
    _ renamed: [(from: CardID, to: CardID)],
    at moment: Moment
  ) throws(JournalError) {
    let facts = renamed.filter { progress.cards[$0.from] != nil || progress.marks[$0.from] != nil }
      .map { (id: nextID(at: moment), fact: Event.Fact.adopt(from: $0.from, to: $0.to)) }
    try record(facts, at: moment)
  }

  /// Makes settings that differ from those in force part of the history.
  ///
  /// Weights are no setting: those in force stay, or a fit would last until the next session.
  package func use(_ settings: Parameters, at moment: Moment) throws(JournalError) {
    var parameters = settings
    parameters.weights = progress.parameters.weights
    guard parameters != progress.parameters else { return }
    try record(.parameters(parameters), at: moment)
  }
}

/// The events of a store, with what could not be read.
package struct StoredHistory: Sendable {
  package fileprivate(set) var events: [Event]
  package let report: JournalReport
  /// Lines that are whole and yet no event that can be understood.
  package let puzzling: [JournalReport.Place]
  /// Lines of a newer version of the log.
  package let newer: [JournalReport.Place]

  /// Reads all files of a store; changes nothing.
  package init(reading folder: StoreFolder) throws(StoreError) {
    var events: [Event] = []
    var seen: Set<ULID> = []
    var puzzling: [JournalReport.Place] = []
    var newer: [JournalReport.Place] = []
    report = try JournalReader(folder).read { line, place in
      do throws(EventFault) {
        let event = try Event(decoding: line)
        // The same event may lie in two files, as a synchronised copy does.
        if seen.insert(event.id).inserted { events.append(event) }
      } catch {
        if case .newerVersion = error { newer.append(place) } else { puzzling.append(place) }
      }
    }
    self.events = events
    self.puzzling = puzzling
    self.newer = newer
  }
}

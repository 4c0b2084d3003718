package import Decks
package import Storage

/// A learner's store, open for studying: what has happened, and the only way to add to it.
///
/// Every event is on the disk before `record` returns, and only then is it applied.
package final class Learner {
  private var state: LogState
  /// The end of a file that a crash cut, set aside at opening.
  package let setAside: JournalRepair.SetAside?
  let claim: StoreClaim
  private let journal: Journal
  private let started: Timestamp
  /// Whether the log has lines that are not applied.
  private var isBehind = false
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
    state = try LogState(reading: folder)
    self.claim = claim
    journal = Journal(claim)
    started = holder.started
    self.random = random
  }

  package var progress: Progress { state.progress }

  /// What was met when the files were read; its events are not kept.
  package var history: StoredHistory { state.history }

  /// Keeps what follows from the log for the next start, where reading the log anew would take
  /// longer than that by so many events: as many more as there are more cards to be written.
  package func keepSnapshot(after events: Int? = nil) {
    let enough = events ?? max(1000, progress.cards.count / 50)
    guard state.eventsSinceSnapshot >= enough, !isBehind else { return }
    let snapshot = Snapshot(state, in: claim.folder, growth: journal.growth)
    if snapshot?.write() ?? false { state.eventsSinceSnapshot = 0 }
  }

  /// Makes an event last, then applies it; gives its id.
  @discardableResult
  package func record(_ fact: Event.Fact, at moment: Moment) throws(JournalError) -> ULID {
    let id = nextID(at: moment)
    try record([Event(id: id, moment: moment, fact: fact)], at: moment)
    return id
  }

  /// Makes the events of one action last in one write, then applies them; ids come from `nextID`.
  package func record(
    _ facts: [(id: ULID, fact: Event.Fact)],
    at moment: Moment
  ) throws(JournalError) {
    try record(facts.map { Event(id: $0.id, moment: moment, fact: $0.fact) }, at: moment)
  }

  private func record(_ events: [Event], at moment: Moment) throws(JournalError) {
    try journal.append(events.map { $0.encoded() }, at: moment.at)
    take(events)
  }

  /// Applies events that are on the disk.
  ///
  /// After a clock was set back they belong before others: a review into the history of its card,
  /// and for what concerns many cards only a replay of all gives what the next start will.
  private func take(_ events: [Event]) {
    if isBehind || !state.admits(events), (try? readAgain()) != nil { return }
    state.take(events)
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

  /// Takes in what is new of other journals, all of it or nothing, and applies it; gives what each
  /// brought.
  package func merge(_ journals: [JournalListing]) throws(StoreError) -> [JournalUnion.Count] {
    let counts = try join(journals)
    try readAgain()
    return counts
  }

  /// Takes in what is new of other journals, all of it or nothing, and applies none of it before
  /// `readAgain`; gives what each brought.
  package func join(_ journals: [JournalListing]) throws(StoreError) -> [JournalUnion.Count] {
    var union = JournalUnion(claim, knowing: try LineKeys(in: claim.folder))
    var counts: [JournalUnion.Count] = []
    for journal in journals { counts.append(try union.take(journal)) }
    isBehind = true
    try union.finish { nextID(at: Moment(at: started, offset: 0)) }
    return counts
  }

  /// Takes in the copies that a program which keeps folders alike left in the store, and sets them
  /// aside; gives what they brought and where they are now.
  package func mergeCopies() throws(StoreError) -> (count: JournalUnion.Count, keptAt: [String]) {
    let copies = try claim.folder.listing().copies
    let known = try LineKeys(in: claim.folder, leavingOut: Set(copies))
    var union = JournalUnion(claim, knowing: known)
    let count = try union.take(JournalListing(files: copies))
    try union.finish { nextID(at: Moment(at: started, offset: 0)) }
    // Only now that their lines are safe elsewhere may they go from here.
    var keptAt: [String] = []
    for copy in copies { keptAt.append(try claim.setAside(copy)) }
    try readAgain()
    return (count, keptAt)
  }

  /// Reads and replays the whole log as it is now.
  package func readAgain() throws(StoreError) {
    state = try LogState(replaying: claim.folder)
    journal.forgetGrowth()
    isBehind = false
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
  /// Weights are no setting: those of the log stay.
  package func use(_ settings: Parameters, at moment: Moment) throws(JournalError) {
    let parameters = progress.withWeights(settings)
    guard parameters != progress.parameters else { return }
    try record(.parameters(parameters), at: moment)
  }
}

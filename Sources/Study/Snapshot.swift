import Decks
import Storage

/// What followed from a log when it was read last, so that the next start reads only what came after.
///
/// It is derived and may be deleted at any time. It holds for a log of which every file still begins
/// with what was read, and it is dropped, and the log replayed, wherever that is not certain.
///
/// Opening it reads where the cards stand and no history; see `KeptCards`.
struct Snapshot {
  /// To be counted up when its form changes, or when replay gives something else than before; a test
  /// holds both to it.
  static let version = 6

  private let folder: StoreFolder
  private let marks: [JournalMark]
  private let state: LogState

  /// More bad lines than that are read again at every start rather than kept here.
  private static let longestReport = 1000

  /// A snapshot of what was read and of how files grew since; nil where that cannot be certain.
  init?(_ state: LogState, in folder: StoreFolder, growth: [String: Journal.Growth]) {
    let report = state.history.report
    let places = report.damaged.count + report.unchecked.count
    let others = state.history.puzzling.count + state.history.newer.count
    guard places + others + state.history.twins.count <= Self.longestReport else { return nil }
    var files = report.files(growth, folder)
    var ends = report.ends
    for (path, grown) in growth {
      let end = ends[path] ?? JournalReader.Start(offset: 0, lines: 0)
      // Bytes that neither were read nor come from here might be events that are not applied.
      guard end.offset + grown.bytes == grown.length else { return nil }
      ends[path] = JournalReader.Start(offset: grown.length, lines: end.lines + grown.lines)
    }
    files.removeAll { ends[$0.path] == nil }
    marks = files.compactMap { file in
      ends[file.path].flatMap { JournalMark(file, at: $0, in: folder) }
    }
    guard marks.count == ends.count else { return nil }
    self.folder = folder
    var state = state
    state.grow(growth.values)
    self.state = state
  }

  /// Puts it in the place of the one before; false where that failed, which loses nothing.
  func write() -> Bool {
    let file = SnapshotFile(folder)
    do throws(ErrorNumber) {
      try file.write { put throws(ErrorNumber) in
        var cards = KeptCardsWriter()
        try cards.put(state.progress.cards, put)
        return head(cards)
      }
    } catch {
      return false
    }
    // A history that could not be read was replaced by what may be less than the log gives.
    guard state.progress.cards.kept?.wasRepaired != true else {
      file.remove()
      return false
    }
    return true
  }

  /// The snapshot and what came after it; nil where there is none that is certain.
  static func continued(in folder: StoreFolder) throws(StoreError) -> LogState? {
    guard case .kept(let file) = SnapshotFile(folder).read(),
      let (kept, marks) = try? read(file, in: folder)
    else { return nil }
    var state = kept
    guard marks.allSatisfy({ $0.holds(in: folder) }) else { return nil }
    let listing = try folder.listing()
    let starts = starts(marks, in: folder)
    guard Set(listing.files.map(\.path)).isSuperset(of: starts.keys) else { return nil }
    let tail = try StoredHistory(JournalReader(listing, startingAt: starts))
    return state.goOn(with: tail) ? state : nil
  }

  private static func starts(
    _ marks: [JournalMark],
    in folder: StoreFolder
  ) -> [String: JournalReader.Start] {
    Dictionary(
      marks.map { ($0.path(in: folder), $0.start) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The cards as the log before the marks gives them; the file is of no use any more.
  private static func replayed(
    before marks: [JournalMark],
    in folder: StoreFolder
  ) -> CardTable? {
    SnapshotFile(folder).remove()
    let ends = starts(marks, in: folder)
    guard let listing = try? folder.listing() else { return nil }
    let history = try? StoredHistory(
      JournalReader(listing),
      where: { $0.offset < ends[$0.file.path]?.offset ?? 0 }
    )
    return history.map { Progress(replaying: $0.events).cards }
  }

  /// What is to be said of the file.
  enum Verdict {
    /// There is none, or it does not belong to the log as it is and is passed over.
    case none
    case right
    /// It is damaged, or would be believed and is not what replay gives.
    case wrong
  }

  /// Judges the file by what replay gives.
  static func verdict(in folder: StoreFolder, _ progress: Progress) -> Verdict {
    switch SnapshotFile(folder).read() {
    case .none: return .none
    case .damaged: return .wrong
    case .kept: break
    }
    guard let state = try? continued(in: folder) else { return .none }
    if let kept = state.progress.cards.kept, !kept.isWhole { return .wrong }
    return state.progress == progress ? .right : .wrong
  }

  /// Judges the file by a replay of the log.
  static func verdict(in folder: StoreFolder) throws(StoreError) -> Verdict {
    verdict(in: folder, try LogState(replaying: folder).progress)
  }
}

extension JournalReport {
  /// The files that were read or written to.
  fileprivate func files(
    _ growth: [String: Journal.Growth],
    _ folder: StoreFolder
  ) -> [JournalFile] {
    Set(ends.keys).union(growth.keys).sorted().map { path in
      let names = path.split(separator: "/").suffix(2).map(String.init)
      return JournalFile(path: path, device: names.first ?? "", name: names.last ?? "")
    }
  }
}

// MARK: - Bytes

extension Snapshot {
  private static let magic = Array("rounds-state\n".utf8)

  /// What is read at once: all but the histories.
  private func head(_ cards: KeptCardsWriter) -> [UInt8] {
    var head = SnapshotWriter()
    head.put(raw: Self.magic)
    head.put(Self.version)
    head.put(state.progress)
    head.put(state.edge)
    head.put(marks) { writer, mark in
      writer.put(mark.device)
      writer.put(mark.name)
      writer.put(mark.start.offset)
      writer.put(mark.start.lines)
      writer.put(Int(mark.checksum))
    }
    head.put(state.history)
    return head.bytes + cards.tables
  }

  static func read(
    _ file: KeptFile,
    in folder: StoreFolder
  ) throws(SnapshotReader.Fault) -> (LogState, [JournalMark]) {
    let result = file.head.withUnsafeBytes { head in
      Result { () throws(SnapshotReader.Fault) in try read(head, in: folder) }
    }
    let (base, edge, marks, history, end) = try result.get()
    var progress = base
    let cards = try KeptCards(file, at: end, terms: progress.terms.count) {
      replayed(before: marks, in: folder)
    }
    progress.cards = CardTable(cards)
    return (LogState(progress: progress, history: history, edge: edge), marks)
  }

  private typealias Parts = (Progress, LogState.Edge, [JournalMark], StoredHistory, end: Int)

  private static func read(
    _ bytes: UnsafeRawBufferPointer,
    in folder: StoreFolder
  ) throws(SnapshotReader.Fault) -> Parts {
    var head = SnapshotReader(bytes)
    guard try head.raw().elementsEqual(magic), try head.number() == version else {
      throw SnapshotReader.Fault()
    }
    let progress = try head.progress()
    let edge = try head.edge()
    let marks = try head.list { reader throws(SnapshotReader.Fault) in
      JournalMark(
        device: try reader.text(),
        name: try reader.text(),
        start: JournalReader.Start(offset: try reader.number(), lines: try reader.number()),
        checksum: UInt32(truncatingIfNeeded: try reader.number())
      )
    }
    let history = try head.history(in: folder)
    return (progress, edge, marks, history, head.offset)
  }
}

extension SnapshotWriter {
  fileprivate mutating func put(_ edge: LogState.Edge) {
    put(Int(edge.at.milliseconds))
    put(edge.id)
    put(edge.greatest)
    put(edge.undone.sorted()) { $0.put($1) }
    put(Int(edge.settled.milliseconds))
  }

  fileprivate mutating func put(_ history: StoredHistory) {
    put(history.report.lines)
    put(history.report.bytes)
    put(history.report.rescued)
    put(history.repeated)
    put(history.twins) { $0.put($1) }
    for places in [
      history.report.damaged, history.report.unchecked, history.puzzling, history.newer,
    ] {
      put(places) { writer, place in
        writer.put(place.file.device)
        writer.put(place.file.name)
        writer.put(place.line)
        writer.put(place.offset)
        writer.put(place.length)
      }
    }
  }
}

extension SnapshotReader {
  fileprivate mutating func edge() throws(Fault) -> LogState.Edge {
    LogState.Edge(
      at: Timestamp(milliseconds: Int64(try number())),
      id: try id(),
      greatest: try id(),
      undone: Set(try list { reader throws(Fault) in try reader.id() }),
      settled: Timestamp(milliseconds: Int64(try number()))
    )
  }

  fileprivate mutating func history(in folder: StoreFolder) throws(Fault) -> StoredHistory {
    var report = JournalReport()
    report.lines = try number()
    report.bytes = try number()
    report.rescued = try number()
    let repeated = try number()
    let twins = try list { reader throws(Fault) in try reader.id() }
    report.damaged = try places(in: folder)
    report.unchecked = try places(in: folder)
    return StoredHistory(
      report: report,
      puzzling: try places(in: folder),
      newer: try places(in: folder),
      repeated: repeated,
      twins: twins
    )
  }

  private mutating func places(in folder: StoreFolder) throws(Fault) -> [JournalReport.Place] {
    try list { reader throws(Fault) in
      let (device, name) = (try reader.text(), try reader.text())
      let path = folder.logPath + "/" + device + "/" + name
      return JournalReport.Place(
        file: JournalFile(path: path, device: device, name: name),
        line: try reader.number(),
        offset: try reader.number(),
        length: try reader.number()
      )
    }
  }
}

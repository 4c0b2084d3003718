import Decks
import Storage

/// What followed from a log when it was read last, so that the next start reads only what came after.
///
/// It is derived and may be deleted at any time. It holds for a log of which every file still begins
/// with what was read, and it is dropped, and the log replayed, wherever that is not certain.
struct Snapshot {
  /// To be counted up when its form changes, or when replay gives something else than before; a test
  /// holds both to it.
  static let version = 3

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
    (try? SnapshotFile(folder).write(bytes)) != nil
  }

  /// The snapshot and what came after it; nil where there is none that is certain.
  static func continued(in folder: StoreFolder) throws(StoreError) -> LogState? {
    guard case .bytes(let bytes) = SnapshotFile(folder).read(),
      let (kept, marks) = try? read(bytes, in: folder)
    else { return nil }
    var state = kept
    guard marks.allSatisfy({ $0.holds(in: folder) }) else { return nil }
    let listing = try folder.listing()
    let starts = Dictionary(
      marks.map { ($0.path(in: folder), $0.start) },
      uniquingKeysWith: { first, _ in first }
    )
    guard Set(listing.files.map(\.path)).isSuperset(of: starts.keys) else { return nil }
    let tail = try StoredHistory(JournalReader(listing, startingAt: starts))
    return state.goOn(with: tail) ? state : nil
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
    case .bytes: break
    }
    guard let state = try? continued(in: folder) else { return .none }
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

  /// All of it, but for the checksum.
  var bytes: [UInt8] {
    var body = SnapshotWriter()
    body.put(state.progress)
    body.put(state.edge)
    body.put(marks) { writer, mark in
      writer.put(mark.device)
      writer.put(mark.name)
      writer.put(mark.start.offset)
      writer.put(mark.start.lines)
      writer.put(Int(mark.checksum))
    }
    body.put(state.history)
    var file = SnapshotWriter()
    file.put(raw: Self.magic)
    file.put(Self.version)
    file.put(body.table) { $0.put(raw: $1.utf8) }
    file.put(raw: body.bytes)
    return file.bytes
  }

  static func read(
    _ bytes: [UInt8],
    in folder: StoreFolder
  ) throws(SnapshotReader.Fault) -> (LogState, [JournalMark]) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(SnapshotReader.Fault) in try read(bytes, in: folder) }
    }
    return try result.get()
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer,
    in folder: StoreFolder
  ) throws(SnapshotReader.Fault) -> (LogState, [JournalMark]) {
    var file = SnapshotReader(bytes)
    guard try file.raw().elementsEqual(magic), try file.number() == version else {
      throw SnapshotReader.Fault()
    }
    let table = try file.list { reader throws(SnapshotReader.Fault) in
      String(decoding: try reader.raw(), as: UTF8.self)
    }
    var body = SnapshotReader(try file.raw())
    body.table = table
    let progress = try body.progress()
    let edge = try body.edge()
    let marks = try body.list { reader throws(SnapshotReader.Fault) in
      JournalMark(
        device: try reader.text(),
        name: try reader.text(),
        start: JournalReader.Start(offset: try reader.number(), lines: try reader.number()),
        checksum: UInt32(truncatingIfNeeded: try reader.number())
      )
    }
    let history = try body.history(in: folder)
    guard body.isAtEnd, file.isAtEnd else { throw SnapshotReader.Fault() }
    return (LogState(progress: progress, history: history, edge: edge), marks)
  }
}

extension SnapshotWriter {
  fileprivate mutating func put(_ edge: LogState.Edge) {
    put(Int(edge.at.milliseconds))
    put(edge.id)
    put(edge.greatest)
    put(edge.undone.sorted()) { $0.put($1) }
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
      undone: Set(try list { reader throws(Fault) in try reader.id() })
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

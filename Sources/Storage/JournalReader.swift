internal import Glibc

/// Reads every file of a journal and gives on the lines that are whole.
///
/// Every checksum is verified. Nothing is changed on the disk, and nothing in the files, be it noise,
/// zeros or a line of 100 MB, stops the reading: what is no good line is put into the report.
package struct JournalReader {
  private let system: SystemCalls
  private let listing: JournalListing
  private let starts: [String: Start]
  private let chunk: Int

  /// Where the reading of a file begins.
  package struct Start: Hashable, Sendable {
    /// Bytes that are passed over; a line begins behind them.
    package let offset: Int
    /// The lines in those bytes.
    package let lines: Int

    package init(offset: Int, lines: Int) {
      self.offset = offset
      self.lines = lines
    }
  }

  /// A reader of a store.
  package init(_ folder: StoreFolder) throws(StoreError) {
    try self.init(folder, chunk: 1 << 18)
  }

  /// A reader that asks the system for so many bytes at a time.
  init(_ folder: StoreFolder, chunk: Int) throws(StoreError) {
    self.init(try folder.listing(), system: folder.system, chunk: chunk)
  }

  /// A reader of some files, each from its beginning or, by its path, from a later line.
  package init(
    _ listing: JournalListing,
    startingAt starts: [String: Start] = [:],
    system: SystemCalls = .system
  ) {
    self.init(listing, startingAt: starts, system: system, chunk: 1 << 18)
  }

  private init(
    _ listing: JournalListing,
    startingAt starts: [String: Start] = [:],
    system: SystemCalls,
    chunk: Int
  ) {
    self.listing = listing
    self.starts = starts
    self.system = system
    self.chunk = chunk
  }

  /// Gives each whole line to the closure, file after file in the order of `journalFiles`.
  ///
  /// The bytes are one JSON object with its `crc`, without the newline, and live only during the
  /// call. Order between devices and meaning are the caller's. A file that cannot be read at all is
  /// an error, since a history with a hole must not pass for the whole.
  package func read(
    _ body: (_ line: UnsafeRawBufferPointer, _ place: JournalReport.Place) -> Void
  ) throws(StoreError) -> JournalReport {
    var report = JournalReport()
    report.copies = listing.copies
    report.strays = listing.strays
    for file in listing.files {
      do throws(ErrorNumber) {
        try read(file, into: &report, body)
      } catch {
        throw .unreadable(path: file.path, error)
      }
      report.files += 1
    }
    return report
  }

  private func read(
    _ file: JournalFile,
    into report: inout JournalReport,
    _ body: (UnsafeRawBufferPointer, JournalReport.Place) -> Void
  ) throws(ErrorNumber) {
    let open = try OpenFile(file.path, O_RDONLY | O_NONBLOCK, system: system)
    guard try open.status().st_mode & S_IFMT == S_IFREG else { throw ErrorNumber(EINVAL) }
    let begin = starts[file.path] ?? Start(offset: 0, lines: 0)
    var window = LineWindow(chunk: chunk, offset: begin.offset)
    var number = begin.lines
    var whole = begin
    defer { report.ends[file.path] = whole }
    var place = JournalReport.Place(file: file, line: number, offset: 0, length: 0)
    while let line = try window.next(from: open) {
      number += 1
      (place.line, place.offset, place.length) = (number, line.offset, line.bytes.count)
      guard line.isComplete else {
        report.torn.append(place)
        break
      }
      whole = Start(offset: line.offset + line.bytes.count + 1, lines: number)
      switch LineState(line.bytes) {
      case .blank: continue
      case .damaged:
        report.damaged.append(place)
        LineEnd.wholeObjects(in: line.bytes) { object in
          report.lines += 1
          report.rescued += 1
          body(object, place)
        }
        continue
      case .unchecked: report.unchecked.append(place)
      case .intact: break
      }
      report.lines += 1
      body(line.bytes, place)
    }
    report.bytes += window.bytesRead - begin.offset
  }
}

/// The part of a file that is in memory; it grows only for a line that is longer.
private struct LineWindow: ~Copyable {
  struct Line {
    let bytes: UnsafeRawBufferPointer
    /// The first byte, counted from the beginning of the file.
    let offset: Int
    /// Whether a newline ends it.
    let isComplete: Bool
  }

  private var buffer: UnsafeMutableRawBufferPointer
  /// The first byte not yet given, and the end of what was read, both in the buffer.
  private var start = 0
  private var end = 0
  /// All bytes before this one, counted from `start`, are known to be no newline.
  private var searched = 0
  /// The place in the file up to which it was read.
  private(set) var bytesRead: Int

  init(chunk: Int, offset: Int) {
    buffer = .allocate(byteCount: max(chunk, 1), alignment: 8)
    bytesRead = offset
  }

  deinit {
    buffer.deallocate()
  }

  /// The next line, valid until the call after; nil at the end of the file.
  mutating func next(from file: borrowing OpenFile) throws(ErrorNumber) -> Line? {
    while true {
      if let newline = indexOfNewline() {
        let line = give(upTo: newline, isComplete: true)
        start = newline + 1
        return line
      }
      searched = end - start
      makeRoom()
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
      let count = try file.read(at: bytesRead, into: room)
      bytesRead += count
      end += count
      if count == 0 {
        guard start < end else { return nil }
        let line = give(upTo: end, isComplete: false)
        start = end
        return line
      }
    }
  }

  private mutating func give(upTo index: Int, isComplete: Bool) -> Line {
    let offset = bytesRead - (end - start)
    searched = 0
    return Line(
      bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<index]),
      offset: offset,
      isComplete: isComplete
    )
  }

  private func indexOfNewline() -> Int? {
    let from = start + searched
    guard from < end, let base = buffer.baseAddress,
      let found = memchr(base + from, 0x0A, end - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Moves what is left to the front, and doubles a buffer that is full all the same.
  private mutating func makeRoom() {
    if start > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      end -= start
      start = 0
    }
    guard end == buffer.count else { return }
    let greater = UnsafeMutableRawBufferPointer.allocate(byteCount: end * 2, alignment: 8)
    greater.copyMemory(from: UnsafeRawBufferPointer(buffer))
    buffer.deallocate()
    buffer = greater
  }
}

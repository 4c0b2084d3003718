import Decks
import Glibc
import Storage
import Study

/// The indexes of large decks, kept beside the store so that a session begins without parsing them.
///
/// An index holds for a file of the same path, length, inode and times. It is derived: the file that
/// holds all of them may be deleted at any time, and is made anew when a deck has changed.
struct IndexedDecks {
  private let file: SnapshotFile
  private let store: String
  private var known: [String: Known] = [:]
  private var fresh: [(path: String, stamp: FileStamp, deck: DeckFile)] = []
  private let head: [UInt8]
  private let readAt: Int64

  /// Where an index lies in the head of the file.
  private struct Known {
    let stamp: FileStamp
    let bytes: Range<Int>
  }

  /// Decks with less text than this in all are parsed sooner than found.
  private static let smallest = 1 << 20
  /// Files that changed so shortly before they were read may have changed once more unnoticed.
  private static let unsettled: Int64 = 2_000_000_000
  private static let version = 1

  init(_ folder: StoreFolder) {
    file = SnapshotFile(folder, .decks)
    store = folder.root
    readAt = World.now().at.milliseconds * 1_000_000
    guard case .kept(let kept) = file.read() else {
      head = []
      return
    }
    head = kept.head
    known = Self.known(in: head) ?? [:]
  }

  /// A deck that is as it was when its index was made; nil for any other.
  func file(_ path: String) -> DeckFile? {
    let canonical = FileBytes.canonical(path)
    guard let known = known[canonical], let text = IndexedText(path, known.stamp) else {
      return nil
    }
    let index = head.withUnsafeBytes { head in
      var offset = known.bytes.lowerBound
      return DeckIndex(
        UnsafeRawBufferPointer(rebasing: head[..<known.bytes.upperBound]),
        at: &offset
      )
    }
    return index.map { index in
      DeckFile(path: path, index: index, read: { text.read($0) }, readAnew: { text.readAnew() })
    }
  }

  /// Remembers a deck that had to be parsed.
  mutating func note(_ deck: DeckFile) {
    let path = FileBytes.canonical(deck.path)
    guard let stamp = FileStamp(path: path), stamp.length == deck.source.count,
      stamp.latest < readAt - Self.unsettled
    else { return }
    fresh.append((path, stamp, deck))
  }

  /// Keeps the indexes of decks that were parsed, where that is worth it; a failure loses nothing.
  ///
  /// Tells whether they were kept.
  func keep() -> Bool {
    guard fresh.reduce(0, { $0 + $1.stamp.length }) >= Self.smallest, FileBytes.isFolder(store)
    else { return false }
    var bytes = Self.beginning
    let changed = Set(fresh.map(\.path))
    for (path, old) in known where !changed.contains(path) && FileStamp(path: path) == old.stamp {
      Self.put(path, old.stamp, Array(head[old.bytes]), to: &bytes)
    }
    for (path, stamp, deck) in fresh {
      var index: [UInt8] = []
      if DeckIndex(of: deck).append(to: &index) { Self.put(path, stamp, index, to: &bytes) }
    }
    return (try? file.write { _ in bytes }) != nil
  }
}

extension IndexedDecks {
  private static var beginning: [UInt8] {
    Array("rounds-decks\n".utf8) + number(version)
  }

  private static func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt64(truncatingIfNeeded: value).littleEndian) { Array($0) }
  }

  private static func put(
    _ path: String,
    _ stamp: FileStamp,
    _ index: [UInt8],
    to bytes: inout [UInt8]
  ) {
    for value in stamp.numbers + [path.utf8.count, index.count] { bytes += number(value) }
    bytes += path.utf8
    bytes += index
  }

  private static func known(in head: [UInt8]) -> [String: Known]? {
    let beginning = beginning
    guard head.starts(with: beginning) else { return nil }
    var known: [String: Known] = [:]
    var offset = beginning.count
    while offset < head.count {
      let count = FileStamp.count + 2
      guard head.count - offset >= count * 8 else { return nil }
      let values = head.withUnsafeBytes { head in
        (0..<count).map { place in
          let bits = head.loadUnaligned(fromByteOffset: offset + place * 8, as: UInt64.self)
          return Int(truncatingIfNeeded: Int64(bitPattern: UInt64(littleEndian: bits)))
        }
      }
      offset += count * 8
      let (path, index) = (values[count - 2], values[count - 1])
      guard path >= 0, index >= 0, path <= head.count - offset,
        index <= head.count - offset - path, let stamp = FileStamp(values)
      else { return nil }
      let name = String(decoding: head[offset..<offset + path], as: UTF8.self)
      known[name] = Known(stamp: stamp, bytes: offset + path..<offset + path + index)
      offset += path + index
    }
    return known
  }
}

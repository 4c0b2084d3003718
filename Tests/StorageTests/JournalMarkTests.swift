import Foundation
import Testing

@testable import Storage

@Suite struct JournalMarkTests {
  /// A snapshot of garbage may name any place.
  @Test(arguments: [-1, Int.min, 1 << 40, Int.max])
  func `a place that no file has holds nothing`(offset: Int) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: place) }
    let device = try #require(DeviceName("ward"))
    let folder = StoreFolder(root: place.path, device: device)
    let log = "\(folder.logPath)/\(device)"
    try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: true)
    try "{}\n".write(toFile: log + "/2026-01.jsonl", atomically: false, encoding: .utf8)
    let mark = JournalMark(
      device: "\(device)",
      name: "2026-01.jsonl",
      start: JournalReader.Start(offset: offset, lines: 1),
      checksum: 0
    )
    #expect(FileManager.default.fileExists(atPath: mark.path(in: folder)))
    #expect(!mark.holds(in: folder))
  }
}

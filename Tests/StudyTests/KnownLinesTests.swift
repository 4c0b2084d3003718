import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct KnownLinesTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// Lines of two devices that wrote by turns, long enough that two threads read them.
  private func fill(_ store: String) throws -> [String] {
    var random = SplitMix64(seed: 1)
    var ids = ULIDSource()
    let padding = String(repeating: "x", count: 100_000)
    let lines = (0..<60).map { _ in
      "{\"v\":1,\"id\":\"\(ids.next(at: noon(0).at, using: &random))\",\"kind\":\"\(padding)\"}\n"
    }
    for (index, device) in ["home", "ward"].enumerated() {
      let own = lines.enumerated().filter { $0.offset % 2 == index }.map(\.element)
      try temporary.write(own[..<20].joined(), to: "\(store)/log/\(device)/2026-10.jsonl")
      try temporary.write(own[20...].joined(), to: "\(store)/log/\(device)/2026-11.jsonl")
    }
    return lines
  }

  @Test func `what any device wrote is known, and damaged lines are not`() throws {
    let lines = try fill("store")
    let place = LearnerFolder(temporary.path(of: "store"))
    #expect(try place.folder.listing().byteCount > 1 << 22)
    try temporary.write("torn", to: "store/log/home/2026-12.jsonl")
    let claim = try place.folder.claim(as: LearnerFolder.holder, learner: "me")
    for threads in 1...2 {
      var union = JournalUnion(claim, knowing: try LineKeys(in: place.folder, threads: threads))
      let count = try union.take(try place.folder.listing())
      #expect(count.fresh == 0 && count.known == lines.count)
    }
    let home = Set(try place.folder.journalFiles().filter { $0.device == "home" })
    let known = try LineKeys(in: place.folder, leavingOut: home)
    var union = JournalUnion(claim, knowing: known)
    let count = try union.take(JournalListing(files: home.sorted { $0.name < $1.name }))
    #expect(count.fresh == lines.count / 2 && count.known == 0)
  }
}

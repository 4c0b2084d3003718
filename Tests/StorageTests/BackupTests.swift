import Foundation
import Scheduling
import Testing

@testable import Storage

@Suite struct BackupTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private var file: String { temporary.path + "/progress.backup" }

  private func store(_ name: String, system: SystemCalls = .system) throws -> StoreFolder {
    let device = try #require(DeviceName("ward"))
    return StoreFolder(root: temporary.path + "/" + name, device: device, system: system)
  }

  /// A store with two months, another device, a torn end and noise in a file.
  private func filled(_ name: String = "store") throws -> StoreFolder {
    let store = try store(name)
    let journal = Journal(try store.claimed())
    try journal.append([event("a"), event("b")], at: november)
    try journal.append([event("c")], at: december)
    let other = store.logPath + "/desk"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try write([0, 255, 10, 13, 10, 7], to: other + "/2026-11.jsonl")
    try write([], to: other + "/torn-2026-11-02T03-04-05.678Z")
    return store
  }

  /// All files below a folder by their names there, without the lock.
  private func content(_ store: StoreFolder) throws -> [String: [UInt8]] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: store.root)
    let kept = names.filter { $0 != "lock" && !$0.hasPrefix("replaced-") }
    return try Dictionary(
      uniqueKeysWithValues: kept.compactMap { name in
        let path = store.root + "/" + name
        return FolderNames.isFolder(path) ? nil : (name, try read(path))
      }
    )
  }

  private func restore(_ store: StoreFolder, replacing: Bool = false) throws -> Backup.Restored {
    try Backup.restore(file, into: store, as: holder, replacing: replacing)
  }

  @Test func `a backup gives back every file byte for byte, for the owner alone`() throws {
    let store = try filled()
    let size = try Backup.write(store, to: file, at: november)
    #expect(size.files == 5 && Backup.isBackup(file))
    #expect(try permissions(file) == 0o600)
    let fresh = try self.store("fresh/deeper")
    let restored = try restore(fresh)
    #expect(restored.size == size && restored.replacedAt == nil)
    #expect(try content(fresh) == content(store))
    #expect(try permissions(fresh.logPath) == 0o700)
    #expect(try permissions(fresh.logPath + "/desk/2026-11.jsonl") == 0o600)
    _ = try Backup.write(fresh, to: file, at: november)
  }

  @Test func `progress is replaced only on demand, and kept`() throws {
    let store = try filled()
    _ = try Backup.write(store, to: file, at: november)
    let other = try self.store("other")
    try Journal(try other.claimed()).append([event("z")], at: november)
    let before = try content(other)
    #expect(throws: BackupError.notEmpty) { try restore(other) }
    #expect(try content(other) == before)
    let kept = try #require(try restore(other, replacing: true).replacedAt)
    #expect(try content(other) == content(store))
    #expect(try read(kept + "/log-before/ward/2026-11.jsonl") == before["log/ward/2026-11.jsonl"])
    #expect(try read(kept + "/store.json-before") == before["store.json"])
  }

  @Test func `a session that holds the store is not pulled from under`() throws {
    let store = try filled()
    _ = try Backup.write(store, to: file, at: november)
    let claim = try store.claimed()
    #expect(throws: BackupError.store(.held(by: holder))) { try restore(store, replacing: true) }
    withExtendedLifetime(claim) {}
  }

  @Test func `a backup cut anywhere restores nothing`() throws {
    _ = try Backup.write(try filled(), to: file, at: november)
    let whole = try read(file)
    let target = try self.store("target")
    for length in stride(from: 0, to: whole.count - 1, by: 7) {
      try write(Array(whole[..<length]), to: file)
      #expect(throws: BackupError.self, "\(length)") { try restore(target) }
    }
    #expect(!FileManager.default.fileExists(atPath: target.root))
  }

  @Test func `one wrong byte anywhere is seen`() throws {
    let store = try filled()
    _ = try Backup.write(store, to: file, at: november)
    let whole = try read(file)
    let wanted = try content(store)
    var random = SplitMix64(seed: 3)
    for round in 0..<200 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try write(bytes, to: file)
      let target = try self.store("target-\(round)")
      // Only the newline between two parts carries nothing.
      do {
        _ = try restore(target)
        #expect(try content(target) == wanted, "byte \(place)")
      } catch {
        #expect(!FileManager.default.fileExists(atPath: target.logPath))
      }
    }
  }

  @Test(arguments: ["../escape", "log/../x", "/etc/x", "log/ward", "log/ward/.x", "lock", "log//x"])
  func `nothing is written outside of a store`(_ name: String) throws {
    var bytes: [UInt8] = []
    for object in [
      "{\"backup\":\"rounds\",\"format\":1}",
      "{\"file\":\"\(name)\",\"bytes\":0,\"content\":\"00000000\"}",
    ] { _ = LineEnd.append(Array(object.utf8), to: &bytes) }
    bytes.append(10)
    _ = LineEnd.append(Array("{\"end\":1}".utf8), to: &bytes)
    try write(bytes, to: file)
    #expect(throws: BackupError.self) { try restore(try self.store("target")) }
  }

  @Test func `an empty store gives no backup, and no file of it is one`() throws {
    #expect(throws: BackupError.emptyStore) {
      try Backup.write(try self.store("none"), to: file, at: november)
    }
    #expect(!FileManager.default.fileExists(atPath: file))
    let store = try filled()
    #expect(!Backup.isBackup(store.novemberPath))
    #expect(throws: BackupError.noBackup(path: store.novemberPath)) {
      try Backup.restore(store.novemberPath, into: store, as: holder, replacing: true)
    }
  }

  @Test func `a disk that is full or fails leaves the store as it was`() throws {
    let store = try filled()
    _ = try Backup.write(store, to: file, at: november)
    let other = try filled("other")
    let before = try content(other)
    for fault in 0..<3 {
      var system = SystemCalls.system
      switch fault {
      case 0:
        system.write = { descriptor, bytes in
          bytes.count > 60 ? -28 : SystemCalls.system.write(descriptor, bytes)
        }
      case 1: system.sync = { _ in -5 }
      default:
        system.open = { path, flags, mode in
          path.contains("restoring-") && path.hasSuffix("12.jsonl")
            ? -24 : SystemCalls.system.open(path, flags, mode)
        }
      }
      let failing = try self.store("other", system: system)
      #expect(throws: BackupError.self) { try restore(failing, replacing: true) }
      #expect(try content(other) == before, "fault \(fault)")
    }
  }

  @Test func `between the steps of a restore no empty log is begun`() throws {
    let store = try filled()
    _ = try Backup.write(store, to: file, at: november)
    let renames = Box(0)
    var system = SystemCalls.system
    system.rename = { from, to in
      renames.value += to.hasSuffix("/log") ? 1 : 0
      return to.hasSuffix("/log") ? -5 : SystemCalls.system.rename(from, to)
    }
    let failing = try self.store("store", system: system)
    #expect(throws: BackupError.self) { try restore(failing, replacing: true) }
    #expect(renames.value == 1)
    #expect(throws: StoreError.missingLog(path: store.logPath)) { try store.claimed() }
    #expect(throws: StoreError.missingLog(path: store.logPath)) { try store.inspect() }
    try FileManager.default.removeItem(atPath: store.identityPath)
    #expect(throws: StoreError.missingLog(path: store.logPath)) { try store.claimed() }
    #expect(try StoreAudit(of: store).interrupted.count == 1)
    _ = try restore(store)
    #expect(try store.readAll().report.lines == 3)
  }
}

import Foundation
import Testing

@testable import Storage

@Suite struct PendingFileTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.path).sorted()
  }

  private func begin(
    by owner: String = "ward",
    system: SystemCalls = .system
  ) throws -> PendingFile {
    try PendingFile(in: temporary.path, owner: DeviceName(host: owner), system: system)
  }

  @Test func `two devices that write into one synced folder do not touch each other`() throws {
    let ward = try begin(by: "ward")
    let home = try begin(by: "home")
    try [UInt8](repeating: 1, count: 9).withUnsafeBytes { try ward.append(line: $0) }
    try [UInt8](repeating: 2, count: 9).withUnsafeBytes { try home.append(line: $0) }
    try ward.finish(at: temporary.path + "/first")
    try home.finish(at: temporary.path + "/second")
    for (name, byte) in [("first", 1), ("second", 2)] {
      let data = try Data(contentsOf: URL(filePath: temporary.path + "/" + name))
      #expect(Array(data.prefix(9)) == [UInt8](repeating: UInt8(byte), count: 9))
    }
  }

  @Test func `lines are in their place at the end and not before`() throws {
    let path = temporary.path + "/whole"
    let line = Array(repeating: UInt8(ascii: "x"), count: 300_000)
    do {
      let file = try begin()
      for _ in 0..<5 { try line.withUnsafeBytes { try file.append(line: $0) } }
      #expect(try !names().contains("whole"))
      try file.finish(at: path)
    }
    #expect(try names() == ["whole"] && permissions(path) == 0o600)
    let wanted = Array(repeating: line + [0x0A], count: 5).flatMap { $0 }
    #expect(try Array(Data(contentsOf: URL(filePath: path))) == wanted)
  }

  @Test func `what does not come to its end is nowhere`() throws {
    for fault in 0..<4 {
      var system = SystemCalls.system
      switch fault {
      case 0: break
      case 1: system.write = { _, _ in -28 }
      case 2: system.sync = { _ in -5 }
      default: system.rename = { _, _ in -5 }
      }
      do {
        let file = try begin(system: system)
        try [UInt8](repeating: 1, count: 9).withUnsafeBytes { try file.append(line: $0) }
        if fault > 0 {
          #expect(throws: ErrorNumber.self) { try file.finish(at: temporary.path + "/whole") }
        }
      }
      #expect(try names() == [], "fault \(fault)")
    }
  }
}

import Storage
import Study

/// Writes the learner's answers as lines of JSON for other programs.
struct ProgressExport {
  let output: String
  let isAnonymous: Bool
  let replaces: Bool

  /// How many lines were written.
  func run() throws(Failure) -> Int {
    let path = Places.expanded(output)
    if FileBytes.exists(path) {
      guard FileBytes.isRegular(path), replaces else {
        throw Failure(
          .cannotCreate,
          "\(output) is there and was left as it is; --force replaces a file"
        )
      }
    }
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try isAnonymous ? anonymous() : lines()
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
    guard !bytes.isEmpty || isAnonymous else {
      throw Failure(.noInput, "there is no progress in \(Places.store) yet")
    }
    do throws(ErrorNumber) {
      // The mode is that of the store: for the owner alone until the owner says otherwise.
      try AtomicFile.replace(FileBytes.canonical(path), with: bytes)
    } catch {
      throw Failure(.cannotCreate, "cannot write \(output): \(error.words)")
    }
    return bytes.count { $0 == UInt8(ascii: "\n") }
  }

  private func anonymous() throws(StoreError) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    let learner = try Places.storeFolder.inspect().identity?.learner ?? ""
    var export = AnonymousExport(learner: learner, salt: salt)
    return try export.lines(of: Places.storeFolder)
  }

  /// Every line of the log as it stands there, each once.
  private func lines() throws(StoreError) -> [UInt8] {
    _ = try Places.storeFolder.inspect()
    var bytes: [UInt8] = []
    var seen: Set<[UInt8]> = []
    _ = try JournalReader(Places.storeFolder).read { line, _ in
      guard seen.insert(Array(line)).inserted else { return }
      bytes.append(contentsOf: line)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

import Foundation
import TestKit
import Testing

@Suite struct `Transcripts` {
  private static let folder = "\(Shared.packageRoot)/Tests/RoundsTests/Transcripts"

  /// Stores of learners who never were: `learners/forgetful` and `learners/usual`.
  private let learners: TemporaryFolder

  init() throws {
    learners = try TemporaryFolder()
    try SimulatedStore.forgetful.write(to: learners, below: "learners/forgetful")
    try SimulatedStore.usual.write(to: learners, below: "learners/usual")
  }

  private static func files(transcripts: Bool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".txt") == transcripts }.map { "\(folder)/\($0)" }
  }

  @Test(arguments: try files(transcripts: true))
  func `the program behaves as written`(_ file: String) throws {
    let runner = TranscriptRunner(
      try Binary(),
      fixtures: try Self.files(transcripts: false) + [learners.path(of: "learners")]
    )
    let difference = try runner.check(file)
    #expect(difference == nil, "\(difference ?? "")")
  }
}

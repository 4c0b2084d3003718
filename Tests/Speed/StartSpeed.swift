import ArgumentParser
import Foundation
import Processes

/// Whole processes: an empty static Swift program, the version, and a session up to its first prompt.
struct StartSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "From the start of the process to the first prompt, against an empty Swift program."
  )

  @Option(help: "The program to measure, built for release.")
  var program = ".build/release/rounds"

  @Option(help: "Rounds.")
  var rounds = 40

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let folder = "\(NSTemporaryDirectory())speed-start-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let empty = try buildEmptyProgram(in: folder)
    var times: [[Double]] = [[], [], []]
    for round in 0..<(rounds + 3) {
      let home = "\(folder)/home-\(round)"
      let taken = [
        try time(empty, [], home: home),
        try time(program, ["--version"], home: home),
        // Input is at its end, so the session shows its first prompt and ends.
        try time(program, ["study", "Decks"], home: home),
      ]
      // The first rounds warm the caches.
      if round >= 3 { for (index, time) in taken.enumerated() { times[index].append(time) } }
    }
    let rows = [
      Measurement(name: "--version / empty", ours: times[1], peer: times[0]),
      Measurement(name: "study / --version", ours: times[2], peer: times[1]),
    ]
    MeasurementReport(peer: "the other", rows: rows).printAll(json: json)
  }

  private func buildEmptyProgram(in folder: String) throws -> String {
    let source = "\(folder)/empty.swift"
    try "print(0)\n".write(toFile: source, atomically: true, encoding: .utf8)
    let target = "\(folder)/empty"
    _ = try time(
      "/usr/bin/env",
      ["swiftc", "-O", "-static-stdlib", source, "-o", target],
      home: folder
    )
    guard FileManager.default.isExecutableFile(atPath: target) else {
      throw ValidationError("swiftc could not build the empty program.")
    }
    return target
  }

  /// Microseconds from start to end of a process without input.
  private func time(_ program: String, _ arguments: [String], home: String) throws -> Double {
    let environment = ProcessInfo.processInfo.environment.merging(["ROUNDS_HOME": home]) { $1 }
    let process = Program(program, arguments, environment: environment)
    return try microseconds { _ = try process.run() }
  }
}

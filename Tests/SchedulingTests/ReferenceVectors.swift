import Foundation

@testable import Scheduling

/// What the reference implementations of FSRS-6 computed, kept outside the repository.
struct ReferenceVectors: Decodable {
  struct Case: Decodable {
    struct Next: Decodable {
      let again: Outcome
      let hard: Outcome
      let good: Outcome
      let easy: Outcome
    }

    struct Outcome: Decodable {
      let stability: Double
      let difficulty: Double
      let interval: Double
    }

    let id: Int
    let params: String
    let reviews: [[Int]]
    let stability: [Double]
    let difficulty: [Double]
    let stability_f64: [Double]
    let difficulty_f64: [Double]
    let retrievability_after_days: Double
    let retrievability: Double
    let next_interval: [String: Double]
    let next: Next

    private enum CodingKeys: String, CodingKey {
      case id, params, reviews, stability, difficulty, stability_f64, difficulty_f64
      case retrievability_after_days, retrievability, next_interval
      case next = "next_states_dr0.9_after_days"
    }
  }

  struct Imported: Decodable {
    let params: String
    let ease_factor: Double
    let interval: Double
    let sm2_retention: Double
    let stability: Double
    let difficulty: Double
  }

  struct Filled: Decodable {
    let `in`: [Double]
    let out: [Double]
  }

  struct Evaluated: Decodable {
    let params: String
    let items: [[[Int]]]
    let log_loss: Double
    let rmse_bins: Double
  }

  let parameter_sets: [String: [Double]]
  let lower_bounds_py: [Double]
  let upper_bounds_py: [Double]
  let cases: [Case]
  let from_sm2: [Imported]
  let fill_parameters: [Filled]
  let evaluate: [Evaluated]

  static let path =
    URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/fsrs/scheduler_vectors.json").path(percentEncoded: false)

  static let isPresent = FileManager.default.isReadableFile(atPath: path)

  static func load() throws -> ReferenceVectors {
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONDecoder().decode(ReferenceVectors.self, from: data)
  }

  func model(_ name: String) throws -> MemoryModel {
    MemoryModel(try Weights(parameter_sets[name] ?? []))
  }
}

/// The distance of two numbers as a part of the second.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) / max(abs(expected), 1e-9)
}

/// Tolerance against figures that the reference computed in 32 bits.
func singleTolerance(_ set: String) -> Double {
  set == "default" ? 1e-5 : 2e-4
}

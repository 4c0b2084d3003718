import Foundation
import TestKit
import Testing

@testable import Scheduling

@Suite(.enabled(if: ReviewLog.folder != nil, "the review logs are not beside the package"))
struct DualTraceReferenceTests {
  /// The mean log loss of the standard weights over one person's log.
  private func logLoss(nextDayOnly: Bool) throws -> (loss: Double, labels: Int) {
    let folder = try #require(ReviewLog.folder)
    let model = DualTraceModel(.standard)
    var sum = 0.0
    var labels = 0
    for (_, reviews) in Dictionary(grouping: try ReviewLog.real(in: folder), by: \.card) {
      var state: MemoryState?
      var before: LoggedReview?
      for review in reviews.sorted(by: { $0.time < $1.time }) {
        let grade = try #require(Grade(rawValue: review.grade))
        let days = before.map { Double(review.time - $0.time) / 86_400_000 } ?? 0
        if let state, let before, !nextDayOnly || review.day > before.day {
          let recall = model.retrievability(of: state, days: days)
          sum -= grade == .again ? log(1 - recall) : log(recall)
          labels += 1
        }
        state = model.next(state, grade, days: days)
        before = review
      }
    }
    return (sum / Double(labels), labels)
  }

  @Test func `on every later answer the standard weights lose as much as the reference`() throws {
    let (loss, labels) = try logLoss(nextDayOnly: false)
    #expect(labels == 11_375)
    #expect(abs(loss - 0.4989) < 0.002, "\(loss)")
  }

  @Test func `on answers of later days they lose as much as the reference`() throws {
    let (loss, labels) = try logLoss(nextDayOnly: true)
    #expect(labels == 6_276)
    #expect(abs(loss - 0.4725) < 0.002, "\(loss)")
  }
}

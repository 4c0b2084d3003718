import Scheduling
import Storage
import TestKit

@testable import Study

extension Log {
  /// The log of a simulated learner, one event a review, in order of time.
  init(simulated seed: UInt64, cards: Int, days: Int, truth: Weights? = nil) {
    self.init(seed: seed)
    let reviews = SimulatedLog(seed: seed, cards: cards, days: days, truth: truth).reviews
    for logged in reviews.sorted(by: { $0.time < $1.time }) {
      let grade = Grade(rawValue: logged.grade) ?? .good
      let moment = Moment(at: Timestamp(milliseconds: logged.time), offset: 0)
      add(review("card-\(logged.card)", grade), at: moment)
    }
  }
}

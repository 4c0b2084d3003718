import Scheduling
import Storage
import Study

/// What to say when no card may be asked now.
struct IdleWords {
  let lines: [String]

  init(_ plan: StudyPlan, after queue: Queue) {
    let (progress, now) = (plan.progress, plan.now)
    var first =
      queue.heldDue == 0
      ? "Nothing is due."
      : "\(queue.heldDue.counted("due card")) wait for another day; \"--reviews N\" asks more today."
    let waits = plan.candidates().compactMap { candidate -> Int64? in
      guard case .moment(let due)? = progress.state(of: candidate.id)?.due else { return nil }
      return due - now.at.milliseconds
    }
    let forecast = plan.shelf.summary(of: progress, at: now).forecast
    if let soonest = waits.min() {
      let interval = Interval.milliseconds(soonest).text
      first += " Next: \(waits.count.counted("card")) today, the first in \(interval)."
    } else if let next = forecast.enumerated().dropFirst().first(where: { $0.element > 0 }) {
      first += " Next: \(next.element.counted("card")) in \(next.offset.counted("day"))."
    }
    let held = queue.heldNew
    let more = "\(held.counted("new card")) wait for another day; \"--new N\" asks more today."
    lines = held > 0 ? [first, more] : [first]
  }
}

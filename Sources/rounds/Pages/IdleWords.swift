import Scheduling
import Storage
import Study

/// What to say when nothing is due and no new card is allowed today.
struct IdleWords {
  let lines: [String]

  init(_ plan: StudyPlan, heldBack: Int) {
    let (progress, now) = (plan.progress, plan.now)
    var first = "Nothing is due."
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
    let more = "\(heldBack.counted("new card")) wait for another day; \"--new N\" asks more today."
    lines = heldBack > 0 ? [first, more] : [first]
  }
}

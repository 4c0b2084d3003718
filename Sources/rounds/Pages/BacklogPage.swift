import Storage
import Study
import Terminal

/// How many reviews a day spread a backlog over some days.
struct BacklogPage: FitReport {
  let plan: BacklogPlan
  let settings: Settings
  let width: Int
  let style: Style

  var lines: [String] {
    Wrap(width).lines("What is due, over \(plan.days.counted("day"))").map { style(.heading, $0) }
      + [standing, advice].flatMap { Wrap(width, hanging: "  ").lines($0) }
  }

  private var standing: String {
    "\(plan.waiting.counted("card")) due today, those overdue among them; \(plan.coming) more within "
      + "\(plan.days.counted("day")). No date is moved: each day the most nearly forgotten come first, "
      + "and the others wait."
  }

  private var advice: String {
    guard plan.reviewsPerDay > 0 else { return "There is nothing to spread." }
    let pace = "With \(plan.reviewsPerDay.counted("review")) a day none is left over at the end"
    guard plan.reviewsPerDay > settings.reviewsPerDay else {
      return "\(pace); cards that come back before then are not counted. The limit in force, "
        + "\(settings.reviewsPerDay) a day, is enough: \"reviews-per-day: \(plan.reviewsPerDay)\" in "
        + "\(settings.path) would spread them evenly."
    }
    return "\(pace); cards that come back before then are not counted. The limit in force, "
      + "\(settings.reviewsPerDay) a day, is too low: write \"reviews-per-day: "
      + "\(plan.reviewsPerDay)\" into \(settings.path), or take more days."
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("days", plan.days)
      json.member("dueToday", plan.waiting)
      json.member("dueLater", plan.coming)
      json.member("reviewsPerDay", plan.reviewsPerDay)
      json.member("limit", settings.reviewsPerDay)
    }
    return json.text
  }
}

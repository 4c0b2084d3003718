/// A card whose `Review-by:` date has passed.
enum ReviewOverdue {
  static let name = "review-by"

  static func findings(in site: CardSite, today: String) -> [Finding] {
    guard let date = site.card.details.reviewBy, let last = CalendarText.endOfPeriod(date),
      last < today
    else { return [] }
    return [
      site.finding(
        name,
        .warning,
        "The card was to be read again by \(date). Check it against its source.",
        at: site.fieldRanges(.reviewBy).first
      )
    ]
  }
}

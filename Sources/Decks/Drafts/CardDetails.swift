/// What stands beside the question of two cards that become one.
enum CardDetails {
  /// Adds to a card what only another has; throws where both say different things.
  static func join(_ card: inout Card, _ other: Card) throws(CardMerge.Obstacle) {
    card.vignette = try either(of: card.vignette, other.vignette, "the vignette")
    var details = card.details
    let more = other.details
    details.hint = try either(details.hint, more.hint, "Hint")
    details.why = try either(details.why, more.why, "Why")
    details.evidence = try either(details.evidence, more.evidence, "Evidence")
    details.disputed = try either(details.disputed, more.disputed, "Disputed")
    details.reviewBy = try either(details.reviewBy, more.reviewBy, "Review-by")
    details.reviewed = try either(details.reviewed, more.reviewed, "Reviewed")
    details.author = try either(details.author, more.author, "Author")
    details.objective = try either(details.objective, more.objective, "Objective")
    details.difficulty = try either(details.difficulty, more.difficulty, "Difficulty")
    details.citations += more.citations.filter { !details.citations.contains($0) }
    details.tags += more.tags.filter { !details.tags.contains($0) }
    for field in more.extensions where !details.extensions.contains(field) {
      guard !details.extensions.contains(where: { $0.name == field.name }) else {
        throw .differs(field.name)
      }
      details.extensions.append(field)
    }
    card.details = details
    card.silencedChecks += other.silencedChecks.filter { !card.silencedChecks.contains($0) }
  }

  private static func either<Value: Equatable>(
    _ one: Value?,
    _ two: Value?,
    _ name: String
  ) throws(CardMerge.Obstacle) -> Value? {
    guard let one else { return two }
    guard let two, one != two else { return one }
    throw .differs(name)
  }

  private static func either(
    of one: String,
    _ two: String,
    _ name: String
  ) throws(CardMerge.Obstacle) -> String {
    if one.isEmpty || two.isEmpty || one == two { return one.isEmpty ? two : one }
    throw .differs(name)
  }
}

/// Finds first waits so rare after a first grade that they look like accidents: a holiday, an import.
///
/// The rules are those of fsrs-rs.
struct OutlierFilter {
  /// A first grade with the first wait that followed it.
  struct Group: Hashable {
    /// 1 to 4.
    let grade: Int
    /// Days, 1 or more.
    let days: Int
  }

  /// The groups to leave out.
  let outliers: Set<Group>

  init(_ set: TrainingSet) {
    var counts: [Group: Int] = [:]
    for first in set.firstWaits where first.isItem { counts[first.group, default: 0] += 1 }
    outliers = (1...4).reduce(into: []) { outliers, grade in
      outliers.formUnion(Self.outliers(among: counts.filter { $0.key.grade == grade }))
    }
  }

  /// The set without the items of cards that began like that.
  func apply(to set: TrainingSet) -> TrainingSet {
    guard !outliers.isEmpty else { return set }
    var isOutlier = [Bool](repeating: false, count: set.reviewCount)
    for first in set.firstWaits where outliers.contains(first.group) {
      for review in first.card { isOutlier[review] = true }
    }
    let kept = set.items.filter { !isOutlier[$0] }
    return set.with(items: kept, outliers: set.itemCount - kept.count)
  }

  /// Of one grade: the smallest groups up to a twentieth of it, and all that are too small or late.
  private static func outliers(among counts: [Group: Int]) -> [Group] {
    let allowance = max(20, counts.values.reduce(0, +) / 20)
    var removed = 0
    return counts.sorted { ($0.value, $0.key.days) < ($1.value, $1.key.days) }.compactMap {
      group,
      count in
      if removed + count < allowance {
        removed += count
        return group
      }
      let latest = group.grade == 4 ? 365 : 100
      return count < 6 || group.days > latest ? group : nil
    }
  }
}

extension TrainingSet {
  /// The first review of a card on a later day.
  struct FirstWait {
    /// All reviews of the card.
    let card: Range<Int>
    let group: OutlierFilter.Group
    /// Whether the review is among the items, and not held back.
    let isItem: Bool
    let isRecalled: Bool
  }

  /// The first waits of all cards that have one.
  var firstWaits: [FirstWait] {
    var isItem = [Bool](repeating: false, count: reviewCount)
    for item in items { isItem[item] = true }
    return zip(starts, starts.dropFirst()).compactMap { start, end in
      guard let review = (start..<end).first(where: { days[$0] > 0 }) else { return nil }
      return FirstWait(
        card: start..<end,
        group: OutlierFilter.Group(grade: Int(grades[start]), days: Int(days[review])),
        isItem: isItem[review],
        isRecalled: grades[review] > 1
      )
    }
  }
}

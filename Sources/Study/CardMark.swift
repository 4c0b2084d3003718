/// What a learner says of a card, apart from answering it.
package enum CardMark: Hashable, Sendable {
  /// Not to be asked until it is resumed.
  case suspend
  case resume
  /// Not to be asked before the learner's next day.
  case bury
  /// Something is wrong with the card; `stem` and `key` are the fingerprints of its text then.
  case flag(CardFlag)
  case unflag
  /// A private note; an empty one takes the note away.
  case note(String)
}

/// Why a learner flags a card.
package struct CardFlag: Hashable, Sendable {
  package let kind: Kind
  /// A word of reason, empty where none was given.
  package let reason: String
  /// The card's fingerprints when it was flagged.
  package let stem: String
  package let key: String

  package init(kind: Kind, reason: String, stem: String, key: String) {
    self.kind = kind
    self.reason = reason
    self.stem = stem
    self.key = key
  }

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Wrong or unsafe: the card is not asked again until its text changes.
    case wrong
    case outdated
    case unclear
    case typo
  }
}

/// The marks that stand on a card.
package struct CardMarks: Hashable, Sendable {
  package internal(set) var isSuspended = false
  /// The learner's day on which the card was buried; it rests for the rest of that day.
  package internal(set) var buriedOn: Int?
  package internal(set) var flag: CardFlag?
  package internal(set) var note: String?

  /// Whether nothing stands on the card.
  var isEmpty: Bool { self == CardMarks() }

  mutating func take(_ mark: CardMark, on day: Int) {
    switch mark {
    case .suspend: isSuspended = true
    case .resume:
      isSuspended = false
      buriedOn = nil
    case .bury: buriedOn = day
    case .flag(let flag):
      // A lesser remark does not make a card safe that was flagged as wrong.
      if self.flag?.kind != .wrong || flag.kind == .wrong { self.flag = flag }
    case .unflag: flag = nil
    case .note(let text): note = text.isEmpty ? nil : text
    }
  }

  /// The marks of two cards that become one: nothing that keeps a card back and no note is lost.
  func joined(with other: CardMarks) -> CardMarks {
    var joined = self
    joined.isSuspended = isSuspended || other.isSuspended
    joined.buriedOn = [buriedOn, other.buriedOn].compactMap { $0 }.max()
    if flag == nil || (flag?.kind != .wrong && other.flag?.kind == .wrong) {
      joined.flag = other.flag
    }
    let notes = [note, other.note].compactMap { $0 }
    joined.note = notes.isEmpty ? nil : notes.joined(separator: " / ")
    return joined
  }
}

/// Why a card is not asked now.
package enum Hindrance: Hashable, Sendable {
  case suspended
  case buried
  /// Flagged as wrong or unsafe, and its text has not changed since.
  case flagged(CardFlag)
}

extension CardMarks {
  /// What keeps the card from being asked on a day, given its fingerprints now; nil for nothing.
  package func hindrance(on day: Int, stem: String, key: String) -> Hindrance? {
    if isSuspended { return .suspended }
    if let flag, flag.kind == .wrong, flag.stem == stem, flag.key == key { return .flagged(flag) }
    return buriedOn == day ? .buried : nil
  }
}

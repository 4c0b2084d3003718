import Decks

/// Comparators in words before a quantity: `more than 6.5 mmol/L`, `at least 90 %`.
enum ComparatorWords {
  /// The comparator that the words right before a number say, and how many words it takes.
  ///
  /// A denied one ("not more than") stays words, for its sense is the other way round.
  static func comparator(before words: [String]) -> (Comparator, count: Int)? {
    for (phrase, comparator) in phrases where words.suffix(phrase.count) == phrase[...] {
      let denial = words.dropLast(phrase.count).last
      return denial.map(denials.contains) == true ? nil : (comparator, phrase.count)
    }
    return nil
  }

  /// The longest phrase, in words.
  static let longest = 6

  private static let denials: Set<String> = ["not", "no", "never", "isnt", "non"]

  /// Longer phrases first.
  private static let phrases: [([String], Comparator)] = [
    (["greater", "than", "or", "equal", "to"], .atLeast),
    (["more", "than", "or", "equal", "to"], .atLeast),
    (["less", "than", "or", "equal", "to"], .atMost),
    (["greater", "than"], .greater),
    (["more", "than"], .greater),
    (["less", "than"], .less),
    (["at", "least"], .atLeast),
    (["at", "most"], .atMost),
    (["above"], .greater),
    (["below"], .less),
  ]
}

extension Reading {
  /// The reading with comparators in words put where a sign would stand.
  func joiningComparators() -> Reading {
    var joined = Reading(items: [], faults: faults, formulas: formulas)
    joined.items.reserveCapacity(items.count)
    for item in items {
      guard case .quantity(var quantity) = item, quantity.comparator == nil,
        let (comparator, count) = ComparatorWords.comparator(before: joined.lastWords)
      else {
        joined.items.append(item)
        continue
      }
      joined.items.removeLast(count)
      quantity.comparator = comparator
      joined.items.append(.quantity(quantity))
    }
    return joined
  }

  /// The unbroken words at the end, no more than a comparator may take.
  private var lastWords: [String] {
    var words: [String] = []
    for item in items.reversed().prefix(ComparatorWords.longest) {
      guard case .word(let word) = item else { break }
      words.append(word.folded)
    }
    return words.reversed()
  }
}

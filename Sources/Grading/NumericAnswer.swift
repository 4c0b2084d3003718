import Decks

/// Grades the answer of a Numeric card.
struct NumericAnswer {
  let key: NumericKey
  let context: GradingContext
  /// The key's unit, and words that stand behind it (`mmol/L glucose`).
  private let unit: UnitReading?
  private let substance: [String]
  private let declared: [String]
  private let stem: StemWords

  init(key: NumericKey, context: GradingContext) {
    self.key = key
    self.context = context
    let shown: String? = if case .shown(let unit) = key.unit { unit } else { nil }
    let written: String? =
      switch key.value {
      case .point(let quantity, _, _): quantity.unit ?? shown
      case .range(_, let high), .interval(_, let high, _): high.unit ?? shown
      }
    let parsed = Self.unit(written)
    unit = parsed?.unit
    substance = parsed?.substance ?? []
    declared = parsed?.declared ?? []
    stem = StemWords(context.stem)
  }

  func grade(_ typed: String) -> Verdict {
    let reading = QuantityReader.typed(typed, declared: declared)
    if reading.items.isEmpty, reading.faults.isEmpty { return .ask([.nothingTyped]) }
    if !reading.faults.isEmpty { return .ask(reading.faults) }
    if let verdict = oddities(reading) { return verdict }
    guard var quantity = reading.quantities.first else { return .ask([.numberWanted]) }
    if let doubt = doubt(of: quantity) { return .ask([doubt]) }
    var ignored = idleWords(reading)
    if isCounted(quantity), let noun = quantity.unit?.name {
      quantity = quantity.withoutUnit
      ignored.append(noun)
    }
    if let unknown = quantity.unit?.unknown.first { return .ask([.unknownUnit(unknown)]) }
    if let verdict = shape(reading, quantity) { return verdict }
    if quantity.unit == nil, let unit {
      guard case .shown(let prompted) = key.unit else {
        return context.isSecondTry
          ? .wrong([.expected(expectedText), .needsUnit])
          : .ask([.needsUnit])
      }
      // The prompt names this unit, so the number is in it, whatever the key is written in.
      quantity = quantity.reading(in: Self.unit(prompted)?.unit ?? unit)
    }
    let notations = context.flagged(quantity.notations)
    let readAs = quantity.isReshaped ? quantity.plain : nil
    let faults = faults(of: quantity) + substanceFault(reading)
    if faults.isEmpty || accepts(quantity) {
      return .right(Reason.ignoring(ignored), notations: notations, readAs: readAs)
    }
    return .wrong([.expected(expectedText)] + faults, notations: notations, readAs: readAs)
  }
}

extension NumericAnswer {
  /// Reads a declared unit; what the table lacks is compared as written.
  private static func unit(
    _ written: String?
  ) -> (unit: UnitReading, substance: [String], declared: [String])? {
    guard let written else { return nil }
    let folded = FoldedText(written).scalars
    if case .unit(let unit, let end) = UnitReader(text: folded, declared: []).read(at: 0),
      unit.unknown.isEmpty
    {
      let rest = QuantityReader.key(folded[end...].text)
      return (unit, rest.words.map(\.folded), [])
    }
    let name = folded.text.lowercased()
    return (UnitReading(Units.opaque(name)), [], [name])
  }

  /// What is no number with its unit, decided by the typed text alone.
  private func oddities(_ reading: Reading) -> Verdict? {
    let isColon = reading.ratios.contains { $0.mark == .colon }
    if isColon { return .wrong([.expected(expectedText), .ratioIsNoNumber]) }
    if let ratio = reading.ratios.first { return .ask([.unreadableNumber(ratio.plain)]) }
    let idle = idleWords(reading)
    var words = reading.words.filter { !substance.contains($0.folded) }.map(\.written)
    words.removeAll(where: idle.contains)
    for case .symbol(let symbol) in reading.items { words.append(String(symbol)) }
    if reading.quantities.isEmpty { return .ask([.numberWanted]) }
    if reading.quantities.count == 1, words.isEmpty { return nil }
    if reading.quantities.count > 1 {
      let extra = reading.quantities.dropFirst().map { Reason.extraQuantity($0.plain) }
      return context.isSecondTry
        ? .wrong([.expected(expectedText)] + extra)
        : .ask([wantsBothEnds ? .bothEndsWanted : .oneValueWanted])
    }
    let isBare = reading.quantities[0].unit == nil
    return .ask([isBare && words.count == 1 ? .unknownUnit(words[0]) : .onlyNumber(words)])
  }

  /// A route that the card does not contradict, or what a number without unit counts.
  private func idleWords(_ reading: Reading) -> [String] {
    let words = reading.words.filter { !substance.contains($0.folded) }
    guard words.count == 1, let word = words.first, !reading.quantities.isEmpty else { return [] }
    if let route = Routes.route(word.folded) {
      return substance.isEmpty && unit != nil && stem.allows(route: route) ? [word.written] : []
    }
    let isNoun = unit == nil && !word.hasDigit && stem.counts(word.folded)
    return isNoun ? [word.written] : []
  }

  /// Whether a unit is only the noun that the question counts: `4 tablets` for 4.
  private func isCounted(_ quantity: ReadQuantity) -> Bool {
    guard unit == nil, let typed = quantity.unit, typed.unknown.isEmpty,
      typed.denominators.isEmpty, case .counted(let noun)? = typed.dimensions.keys.first,
      !UnitTable.measures.contains(noun)
    else { return false }
    return stem.counts(noun)
  }

  /// What else the typed unit may mean beside the card's own.
  private func doubt(of quantity: ReadQuantity) -> Reason? {
    guard let unit else { return nil }
    return quantity.units.lazy.compactMap { $0.doubt(among: [unit]) }.first
  }

  private var wantsBothEnds: Bool {
    if case .interval = key.value { true } else { false }
  }

  /// One value where both ends are declared, or a range where one is.
  private func shape(_ reading: Reading, _ quantity: ReadQuantity) -> Verdict? {
    let reason: Reason
    switch key.value {
    case .point where quantity.high != nil: reason = .oneValueWanted
    case .interval(let low, let high, let tolerance) where quantity.high == nil:
      // Which half is missing is said only where it costs: it would tell that the other is right.
      reason = context.isSecondTry ? half(of: quantity, low, high, tolerance) : .bothEndsWanted
    default: return nil
    }
    return context.isSecondTry ? .wrong([.expected(expectedText), reason]) : .ask([reason])
  }

  private func half(
    of typed: ReadQuantity,
    _ low: Quantity,
    _ high: Quantity,
    _ tolerance: Tolerance
  ) -> Reason {
    if comparison(low, tolerance).faults(of: typed.low).isEmpty { return .endMissing(.high) }
    let isHigh = comparison(high, tolerance).faults(of: typed.low).isEmpty
    return isHigh ? .endMissing(.low) : .bothEndsWanted
  }

  private func faults(of typed: ReadQuantity) -> [Reason] {
    let wanted: Comparator? = if case .point(_, _, let wanted) = key.value { wanted } else { nil }
    if typed.unit != nil, unit == nil { return [.noUnitBelongs] }
    let isComparator = typed.comparator != wanted
    let faults = numberFaults(of: typed)
    return isComparator
      ? [.wrongComparator(expected: wanted, typed: typed.comparator)] + faults : faults
  }

  private func numberFaults(of typed: ReadQuantity) -> [Reason] {
    switch key.value {
    case .point(let quantity, let tolerance, _):
      return comparison(quantity, tolerance).faults(of: typed.low)
    case .range(let low, let high):
      return insideFaults(typed, low: low, high: high)
    case .interval(let low, let high, let tolerance):
      let lower = comparison(low, tolerance).faults(of: typed.low)
      let upper = typed.high.map(comparison(high, tolerance).faults) ?? [.bothEndsWanted]
      return (lower.isEmpty ? [] : [.lowerEnd] + lower) + (upper.isEmpty ? [] : [.upperEnd] + upper)
    }
  }

  private func comparison(_ quantity: Quantity, _ tolerance: Tolerance) -> Comparison {
    Comparison(expected: ReadEnd(number: quantity.number, unit: unit), tolerance: tolerance)
  }

  /// Every typed value must lie inside, bounds included.
  private func insideFaults(_ typed: ReadQuantity, low: Quantity, high: Quantity) -> [Reason] {
    guard let half = high.number.minus(low.number)?.divided(by: Rational(2)),
      let middle = low.number.plus(half)
    else { return [.off(.high, typed: typed.plain)] }
    let inside = Comparison(
      expected: ReadEnd(number: middle, unit: unit),
      tolerance: .absolute(half)
    )
    let lower = inside.faults(of: typed.low)
    guard let typedHigh = typed.high else { return lower }
    let upper = inside.faults(of: typedHigh)
    return (lower.isEmpty ? [] : [.lowerEnd] + lower) + (upper.isEmpty ? [] : [.upperEnd] + upper)
  }

  /// Salt, base and release form are part of a dose: `100 mg PE` is not `100 mg`.
  private func substanceFault(_ reading: Reading) -> [Reason] {
    let typed = Set(reading.words.map(\.folded))
    let missing = substance.filter { Lexicon.forms.contains($0) && !typed.contains($0) }
    return missing.isEmpty ? [] : [.partMissing(missing)]
  }

  /// Whether an accepted quantity has exactly this number and unit.
  private func accepts(_ typed: ReadQuantity) -> Bool {
    guard typed.high == nil, typed.comparator == nil else { return false }
    return key.accepted.contains { quantity in
      let unit = Self.unit(quantity.unit)?.unit
      return Comparison(
        expected: ReadEnd(number: quantity.number, unit: unit),
        tolerance: .absolute(Rational(0))
      ).faults(of: typed.low).isEmpty
    }
  }

  /// The expected value without its tolerance.
  private var expectedText: String {
    switch key.value {
    case .point(let quantity, _, let comparator):
      (comparator.map { $0.rawValue + " " } ?? "") + quantity.text
    case .range(let low, let high), .interval(let low, let high, _):
      low.unit == high.unit
        ? "\(low.number.decimalText) to \(high.text)" : "\(low.text) to \(high.text)"
    }
  }
}

extension NumericKey {
  /// Whether the unit of the prompt measures what the answer is written in.
  package var unitsAgree: Bool {
    guard case .shown(let prompted) = unit else { return true }
    let written: String? =
      switch value {
      case .point(let quantity, _, _): quantity.unit
      case .range(_, let high), .interval(_, let high, _): high.unit
      }
    guard let written else { return true }
    return NumericAnswer.dimensions(prompted) == NumericAnswer.dimensions(written)
  }
}

extension NumericAnswer {
  fileprivate static func dimensions(_ written: String) -> [Dimension: Int]? {
    unit(written)?.unit.dimensions
  }
}

import Decks

/// Grades free text: quantities first, then words.
struct TextAnswer {
  let key: TextKey
  let context: GradingContext

  func grade(_ typed: String) -> Verdict {
    let reading = QuantityReader.typed(typed)
    if reading.items.isEmpty, reading.faults.isEmpty { return .judge([.nothingTyped]) }
    if !reading.faults.isEmpty { return .ask(reading.faults) }
    let candidates = ([key.answer] + key.accepted).map { text in
      Candidate(text: text, reading: QuantityReader.key(text))
    }
    if wantsUnit(candidates), !context.isSecondTry,
      reading.quantities.contains(where: { $0.unit == nil })
    {
      return .ask([.needsUnit])
    }
    if let doubt = doubt(of: reading, candidates) { return .ask([doubt]) }
    if let verdict = mistakenSalt(reading, candidates) { return verdict }
    let verdict = best(of: candidates.map { $0.grade(reading, context: context) })
    return warned(verdict, reading)
  }

  /// What else a typed unit may mean beside those of the key.
  private func doubt(of reading: Reading, _ candidates: [Candidate]) -> Reason? {
    let wanted = candidates.flatMap(\.reading.quantities).flatMap(\.units)
    let typed = reading.quantities.lazy.flatMap(\.units)
    return typed.compactMap { $0.doubt(among: wanted) }.first
  }

  /// MgSO4 is magnesium sulfate, and has been read as morphine.
  private func warned(_ verdict: Verdict, _ reading: Reading) -> Verdict {
    let salt = reading.formulas.first { $0.lowercased() == "mgso4" }
    guard verdict.outcome == .right || verdict.outcome == .note, context.notation != .off,
      let salt, let meaning = Abbreviations.danger(salt.lowercased())
    else { return verdict }
    return .right(
      verdict.reasons + [.abbreviation(salt, meaning: meaning)],
      readAs: verdict.readAs
    )
  }

  /// Whether the key's quantities all have units, so that a bare number lacks one.
  private func wantsUnit(_ candidates: [Candidate]) -> Bool {
    let quantities = candidates.flatMap(\.reading.quantities)
    return !quantities.isEmpty && quantities.allSatisfy { $0.unit != nil }
  }

  /// `MS` and `MSO4` for morphine or magnesium: wrong even where a deck accepts it.
  private func mistakenSalt(_ reading: Reading, _ candidates: [Candidate]) -> Verdict? {
    let isSalt = candidates.contains { $0.names("morphine") || $0.names("magnesium") }
    if let formula = reading.formulas.first(where: { $0.lowercased() == "mgso4" }),
      candidates.contains(where: { $0.names("morphine") }),
      !candidates.contains(where: { $0.names("magnesium") })
    {
      let meaning = Abbreviations.danger(formula.lowercased()) ?? ""
      return .wrong([.expected(key.answer), .abbreviation(formula, meaning: meaning)])
    }
    guard isSalt,
      let word = reading.words.first(where: { Abbreviations.isMorphineOrMagnesium($0.folded) }),
      let meaning = Abbreviations.danger(word.folded)
    else { return nil }
    return .wrong([.expected(key.answer), .abbreviation(word.written, meaning: meaning)])
  }

  /// The kindest verdict among the alternatives whose quantities fit.
  private func best(of graded: [Candidate.Graded]) -> Verdict {
    let verdicts = graded.map(\.verdict)
    if let right = verdicts.first(where: { $0.outcome == .right || $0.outcome == .note }) {
      return right
    }
    let fitting = graded.filter(\.quantitiesFit).map(\.verdict)
    return fitting.first { $0.outcome == .wrong } ?? fitting.first ?? verdicts[0]
  }
}

/// One text that answers the stem, and how a typed answer compares with it.
struct Candidate {
  let text: String
  let reading: Reading

  struct Graded {
    let verdict: Verdict
    /// Whether every typed quantity is one of this text's.
    let quantitiesFit: Bool
  }

  func grade(_ typed: Reading, context: GradingContext) -> Graded {
    let notations = context.flagged(typed.quantities.flatMap(\.notations))
    let reshaped = typed.quantities.filter(\.isReshaped).map(\.plain)
    let readAs = reshaped.isEmpty ? nil : reshaped.joined(separator: ", ")
    if Self.compact(reading) == Self.compact(typed) {
      return Graded(verdict: .right(notations: notations, readAs: readAs), quantitiesFit: true)
    }
    let pairing = QuantityPairing(expected: reading, typed: typed)
    guard pairing.faults.isEmpty else {
      let verdict = Verdict.wrong(
        [.expected(text)] + pairing.faults,
        notations: notations,
        readAs: readAs
      )
      return Graded(verdict: verdict, quantitiesFit: false)
    }
    let (typedWords, ignored) = withoutIdleRoute(pairing, context: context)
    let words = WordAlignment(
      expected: pairing.expectedWords,
      typed: typedWords,
      typo: Typo(context: context)
    )
    var verdict = words.verdict(
      expected: text,
      missing: pairing.missing,
      hasQuantities: !typed.quantities.isEmpty || !typed.ratios.isEmpty,
      notations: notations,
      readAs: readAs
    )
    if !ignored.isEmpty, verdict.outcome == .right || verdict.outcome == .note {
      verdict = .right(verdict.reasons + Reason.ignoring(ignored), readAs: readAs)
    }
    return Graded(verdict: verdict, quantitiesFit: true)
  }

  /// Whether a word of the text is this one.
  func names(_ word: String) -> Bool {
    reading.words.contains { $0.folded == word }
  }

  /// The typed words without the one route that a dose's key and question say nothing against.
  private func withoutIdleRoute(
    _ pairing: QuantityPairing,
    context: GradingContext
  ) -> ([ReadWord], ignored: [String]) {
    let routes = pairing.typedWords.filter { Routes.route($0.folded) != nil }
    guard routes.count == 1, !reading.quantities.isEmpty, pairing.missing.isEmpty,
      Routes.routes(in: reading.words.map(\.folded)).isEmpty,
      let route = routes.first.flatMap({ Routes.route($0.folded) }),
      StemWords(context.stem).allows(route: route)
    else { return (pairing.typedWords, []) }
    return (pairing.typedWords.filter { $0 != routes[0] }, [routes[0].written])
  }

  /// All that counts, run together, so that `CYP 3A4` is `CYP3A4`; figures never meet.
  private static func compact(_ reading: Reading) -> String {
    var text = ""
    for (index, item) in reading.items.enumerated() {
      let next = index + 1 < reading.items.count ? reading.items[index + 1] : nil
      let part =
        switch item {
        case .word(let word): compact(word, before: next)
        case .quantity(let quantity) where quantity.unit == nil: quantity.plain
        case .quantity(let quantity): "[\(quantity.plain)]"
        case .ratio(let ratio): "[\(ratio.plain)]"
        case .symbol(let symbol): StopWords.contains(String(symbol)) ? "" : String(symbol)
        }
      if let last = text.last, let first = part.first, last.isNumber, first.isNumber || first == "-"
      {
        text += " "
      }
      text += part
    }
    return text
  }

  private static func compact(_ word: ReadWord, before next: ReadItem?) -> String {
    if word.hasDigit { return word.folded }
    if StopWords.drops(word, before: next) { return "" }
    // "not able" is not "notable", nor "a febrile" afebrile.
    return ["no", "not", "a", "an"].contains(word.folded)
      ? "[\(word.folded)]" : Spelling.canonical(word.folded)
  }
}

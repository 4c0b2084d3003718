/// What stands around the blank, and where it stands.
extension Features {
  /// "[…] of the lung": the answer goes on in sight.
  var isBeforeOf: Double {
    candidate.form == .cloze && !candidate.fact.claim.asksForNumber
      && candidate.tokensAfter.first?.lower == "of" ? 1 : 0
  }

  /// "[…] (irregular heartbeat)": what follows may explain the answer.
  var isGlossed: Double {
    candidate.form == .cloze && !candidate.fact.claim.asksForNumber
      && candidate.tokensAfter.first?.text == "(" ? 1 : 0
  }

  /// "at risk of […]": much is a risk of much.
  var isRisk: Double {
    let before = candidate.tokensBefore
    return candidate.form == .cloze && !candidate.fact.claim.asksForNumber
      && before.suffix(4).contains { ["risk", "risks"].contains($0.lower) } ? 1 : 0
  }

  /// "in […]", "for […]": where, for what or from what, which many words could fill.
  var isCircumstance: Double {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber else { return 0 }
    let before = candidate.tokensBefore.last { !["the", "a", "an"].contains($0.lower) }
    return ["in", "from", "for", "at", "on", "by"].contains(before?.lower ?? "") ? 1 : 0
  }

  /// A blank near the end lets the stem build the question first.
  var isLate: Double { candidate.blank.lowerBound * 2 > candidate.statement.scalars.count ? 1 : 0 }

  /// Nothing follows: the whole statement is the question.
  var endsStatement: Double {
    candidate.form == .cloze && !candidate.tokensAfter.contains(where: \.isWord) ? 1 : 0
  }

  /// "Ampicillin is given […]": too few words beside the answer to tell which is meant.
  var hasFewWords: Double { stem.count < 7 ? 1 : 0 }

  /// `500 mg`, `2 g/day`: how much of a drug.
  var isMass: Double {
    guard candidate.fact.claim.asksForNumber else { return 0 }
    return answer.contains { Units.isMass($0.lower) } ? 1 : 0
  }

  /// `activation`, `stability`: what is done or how it is, seldom a thing to be named.
  var isAbstract: Double {
    guard !candidate.fact.claim.asksForNumber, let head = answer.last?.lower else { return 0 }
    return ["tion", "tions", "ity", "ities", "ness", "ment", "ments", "ence", "ance"]
      .contains(where: head.hasSuffix) ? 1 : 0
  }

  /// "is a […]": one of many.
  var isBehindArticle: Double {
    candidate.form == .cloze && ["a", "an"].contains(candidate.tokensBefore.last?.lower ?? "")
      ? 1 : 0
  }

  /// "[…], which …": what follows describes it.
  var isBeforeComma: Double {
    candidate.form == .cloze && !candidate.fact.claim.asksForNumber
      && candidate.tokensAfter.first?.text == "," ? 1 : 0
  }

  /// Speaks to the reader.
  var isToReader: Double {
    stem.contains { Wording.secondPerson.contains($0.lower) } ? 1 : 0
  }

  /// "has been seen": what happened to some.
  var isOfPast: Double { stem.contains { $0.lower == "been" } ? 1 : 0 }

  /// How many fall ill, and where: a figure of one country and one year.
  var isOfPlace: Double { stem.contains { Self.places.contains($0.lower) } ? 1 : 0 }

  private static let places: Set<String> = [
    "incidence", "prevalence", "states", "america", "american", "americans", "africa", "african",
    "europe", "european", "india", "indians", "worldwide", "nationwide", "annually", "kingdom",
  ]
}

import Reading

/// Where in a document its title tells what a question is about.
///
/// It holds where its words stand, or between two such places, or anywhere in a document that keeps
/// coming back to them, or until a heading names something else; what a file holds besides its first
/// topic is not under it.
struct TitleReach: Sendable {
  /// Where each run of sentences under the same headings begins, and whether the title holds there.
  private let runs: [(start: Int, holds: Bool)]

  /// The leaflet or label of one product is under its title everywhere.
  init(_ title: DocumentTitle, in sentences: [Sentence], isOfOneProduct: Bool) {
    runs = isOfOneProduct ? [(0, true)] : Self.reached(Self.runs(of: sentences, title), title)
  }

  func holds(at offset: Int) -> Bool {
    runs.last { $0.start <= offset }?.holds ?? false
  }

  private typealias Run = (start: Int, headings: [String], says: Bool)

  private static func runs(of sentences: [Sentence], _ title: DocumentTitle) -> [Run] {
    let words = title.telling.isEmpty ? title.roots : title.telling
    // Of words that name nothing of medicine one is enough, of the others more than half.
    let least = title.telling.isEmpty ? min(1, words.count) : words.count / 2 + 1
    func isSaid(in text: String) -> Bool { words.intersection(Roots.of(text)).count >= least }
    var runs: [Run] = []
    for sentence in sentences {
      let says = isSaid(in: sentence.text.string)
      if runs.last?.headings == sentence.headings {
        runs[runs.count - 1].says = runs[runs.count - 1].says || says
      } else {
        let isHeaded = sentence.headings.contains { $0 != title.text && isSaid(in: $0) }
        runs.append((sentence.range.lowerBound, sentence.headings, says || isHeaded))
      }
    }
    return runs
  }

  private static func reached(_ runs: [Run], _ title: DocumentTitle) -> [(Int, Bool)] {
    let others = runs.indices.filter { index in
      // A drug is a part of the treatment where the text comes back to the disease after it.
      let sparesDrugs = runs[index...].contains(where: \.says)
      return runs[index].headings.contains {
        namesAnother($0, than: title, sparingDrugs: sparesDrugs)
      }
    }
    let last = runs.lastIndex(where: \.says) ?? 0
    // The first heading of something else after the title was said for the last time.
    let left = others.first { last < $0 } ?? runs.count
    let saying = runs.count(where: \.says)
    let returns = saying == 0 ? !title.telling.isEmpty : saying * 5 >= runs.count * 2
    return runs.indices.map { index in
      let isBetween =
        (max(0, index - 3)..<index).contains { runs[$0].says }
        && (index + 1..<min(runs.count, index + 4)).contains { runs[$0].says }
      let isBeforeOthers = !title.telling.isEmpty && index < others.first ?? runs.count
      let holds = runs[index].says || isBetween || isBeforeOthers || returns && index < left
      return (runs[index].start, holds)
    }
  }

  /// Whether a heading has a word that neither the title nor every other document has: "Treatment" is
  /// a section, "Herpes simplex" may be another topic.
  private static func namesAnother(
    _ heading: String,
    than title: DocumentTitle,
    sparingDrugs: Bool
  ) -> Bool {
    let known = Set(Roots.of(title.text))
    return heading != title.text
      && Token.tokens(of: heading).contains { token in
        token.isWord && !token.isNumber && !Everyday.holds(token.lower)
          && !(sparingDrugs && AnswerType.of(token) == .drug)
          && !known.contains(Roots.of(word: token.lower))
          && !SectionWords.all.contains(token.lower)
      }
  }
}

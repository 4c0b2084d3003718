/// Alleles of the HLA genes, however they are written: `HLA-B*57:01`, `HLA-B*5701`, `HLA B5701`.
enum Alleles {
  /// Whether a folded word is a gene with its figures, `b5701`.
  static func isAllele(_ word: String) -> Bool {
    let figures = word.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    return figures >= 2 && isGene(String(word.prefix { !$0.isNumber }))
  }

  static func isGene(_ letters: String) -> Bool { genes.contains(letters.lowercased()) }

  /// Source: WHO Nomenclature Committee for Factors of the HLA System, 2010.
  private static let genes: Set<String> = [
    "a", "b", "c", "e", "f", "g", "dr", "dq", "dp", "dra", "drb", "dqa", "dqb", "dpa", "dpb",
  ]
}

extension QuantityReader {
  /// Takes an allele as one word of gene and figures, after the word HLA if that leads it.
  mutating func allele(at start: Int) -> Bool {
    guard mayBeAllele(start) else { return false }
    let (first, firstEnd) = run(at: start)
    let hasName = first.lowercased() == "hla"
    var next = firstEnd
    if hasName, next < text.count, text[next] == "-" || text[next] == " " { next += 1 }
    let (gene, geneEnd) = hasName ? run(at: next) : (first, firstEnd)
    let letters = String(gene.prefix { !$0.isNumber })
    guard Alleles.isGene(letters), let (figures, end) = figures(at: geneEnd, isNamed: hasName),
      gene.count > letters.count || !figures.isEmpty
    else { return false }
    guard hasName || text[geneEnd] == "*" && figures.count >= 4 else { return false }
    if hasName {
      reading.items.append(.word(ReadWord(folded: "hla", written: first, hasDigit: false)))
    }
    let folded = gene.lowercased() + figures
    let written = text[(hasName ? next : start)..<end].text
    reading.items.append(.word(ReadWord(folded: folded, written: written, hasDigit: true)))
    index = end
    return true
  }

  /// A glance that spares most words the reading: "HLA" comes first, or a star behind the gene.
  private func mayBeAllele(_ start: Int) -> Bool {
    if text[start] == "h" || text[start] == "H" { return true }
    let end = text[start...].prefix(12).firstIndex { !$0.isASCII || !$0.isWordPart }
    return end.map { text[$0] == "*" } ?? false
  }

  /// The letters and figures that stand together from `start` on.
  private func run(at start: Int) -> (String, end: Int) {
    let run = text[start...].prefix(12).prefix { $0.isASCII && $0.isWordPart }
    return (run.text, start + run.count)
  }

  /// The figures behind a gene without their colons; empty where they are part of its name, and
  /// nil where the text has no such form.
  private func figures(at start: Int, isNamed: Bool) -> (String, end: Int)? {
    guard start < text.count else { return isNamed ? ("", start) : nil }
    let isMark = text[start] == "*" || isNamed && (text[start] == "-" || text[start] == " ")
    var end = isMark ? start + 1 : start
    var figures: [Unicode.Scalar] = []
    while end < text.count, figures.count < 12,
      text[end].isDigit || text[end] == ":" && end + 1 < text.count && text[end + 1].isDigit
    {
      if text[end].isDigit { figures.append(text[end]) }
      end += 1
    }
    let isWhole = end == text.count || !text[end].isWordPart
    return isWhole && figures.count >= 2 ? (figures.text, end) : isNamed ? ("", start) : nil
  }
}

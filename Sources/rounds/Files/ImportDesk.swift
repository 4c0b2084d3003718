import Authoring
import Decks
import Exchange

/// Gathers what several files hold, each card citing its file and line.
struct ImportDesk {
  private let known: [Card]
  /// The documents that the cards cite, those of the deck first.
  private(set) var sources: [SourceDocument]
  private(set) var cards: [Card] = []
  private(set) var reports: [(path: String, report: LossReport)] = []

  init(bench: DraftBench) {
    known = bench.cards
    sources = bench.sources
  }

  mutating func take(_ path: String, format: any Exchanger.Type) throws(Failure) {
    let bytes = try path == "-" ? FileBytes.readInput() : FileBytes.read(path)
    let name = path == "-" ? "standard input" : path
    guard !bytes.prefix(1 << 16).contains(0) else {
      throw Failure(.noInput, "\(name) is not text; save it as UTF-8")
    }
    var read = format.read(bytes)
    guard !read.entries.isEmpty || !read.report.entries.isEmpty else {
      throw Failure(.noInput, "\(name) holds no questions in the format \(format.name)")
    }
    read.dropRepeated(besides: known + cards)
    reports.append((name, read.report))
    guard !read.entries.isEmpty else { return }
    let key = key(of: path, bytes: bytes)
    for entry in read.entries {
      var card = entry.card
      card.details.citations = [
        Citation(document: key, locator: "line \(entry.position.line)")
      ]
      cards.append(card)
    }
  }
}

extension ImportDesk {
  /// The key by which cards cite a file; one that changed since it was imported gets another.
  private mutating func key(of path: String, bytes: [UInt8]) -> String {
    let last = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    let file = String(String.UnicodeScalarView(last.unicodeScalars.map { $0 == "|" ? "-" : $0 }))
    let hash = SHA256.hexadecimal(of: bytes)
    if let same = sources.first(where: { $0.file == file && $0.sha256 == hash }) { return same.key }
    let keys = DocumentKeys.keys(for: [file], known: [:], taken: sources.map(\.key))
    let key = keys.first ?? "import"
    sources.append(SourceDocument(key: key, file: file, title: "imported questions", sha256: hash))
    return key
  }
}

import Decks

/// Finds and reads the decks that a command is about.
struct DeckFinder {
  /// The decks in files and folders that were named, else those of the configuration, else the
  /// first of the usual folders that has any.
  static func decks(named arguments: [String], settings: Settings) throws(Failure) -> [DeckFile] {
    var parsed: IndexedDecks?
    return try decks(named: arguments, settings: settings, &parsed)
  }

  /// The same, where decks that an index knows are not parsed.
  static func decks(
    named arguments: [String],
    settings: Settings,
    _ indexes: inout IndexedDecks?
  ) throws(Failure) -> [DeckFile] {
    if !arguments.isEmpty {
      var files: [DeckFile] = []
      for argument in arguments { files += try decks(of: argument, settings, &indexes) }
      return unique(files)
    }
    if !settings.decks.isEmpty {
      var files: [DeckFile] = []
      for path in settings.decks { files += try decks(at: path, &indexes) }
      return unique(files)
    }
    let folders = Places.deckFolders
    for folder in folders where FileBytes.isFolder(folder) {
      let files = try read(folder, &indexes)
      if !files.isEmpty { return files }
    }
    throw Failure(
      .noInput,
      "no decks found. Looked in \(folders.joined(separator: ", ")). Name a file or folder, or put "
        + "\"decks: PATH\" into \(settings.path)"
    )
  }

  /// The files of a path: itself, or every deck below it.
  static func decks(at path: String) throws(Failure) -> [DeckFile] {
    var parsed: IndexedDecks?
    return try decks(at: path, &parsed)
  }

  private static func decks(
    at path: String,
    _ indexes: inout IndexedDecks?
  ) throws(Failure) -> [DeckFile] {
    guard FileBytes.exists(path) else { throw Failure(.noInput, "no such file or folder: \(path)") }
    guard FileBytes.isFolder(path) else {
      if let file = indexes?.file(path) { return [file] }
      let file = try readFile(path)
      indexes?.note(file)
      return [file]
    }
    let files = try read(path, &indexes)
    guard !files.isEmpty else {
      throw Failure(
        .noInput,
        "\(path) holds no decks. A deck is a file ending in .md whose front matter has \"rounds: 1\""
      )
    }
    return files
  }

  static func readFile(_ path: String) throws(Failure) -> DeckFile {
    let bytes = try FileBytes.read(path)
    guard !bytes.prefix(1 << 16).contains(0) else {
      throw Failure(.noInput, "\(path) is not text, so it is no deck")
    }
    return DeckFile(path: path, deck: DeckParser.parse(bytes))
  }
}

extension DeckFinder {
  /// A path, or else the id or name of a deck in the usual places.
  private static func decks(
    of argument: String,
    _ settings: Settings,
    _ indexes: inout IndexedDecks?
  ) throws(Failure) -> [DeckFile] {
    if FileBytes.exists(argument) || argument.contains("/") || argument.hasSuffix(".md") {
      return try decks(at: argument, &indexes)
    }
    let known = (try? decks(named: [], settings: settings)) ?? []
    let found = known.filter { $0.id == argument || $0.name == argument }
    guard !found.isEmpty else {
      let names = known.isEmpty ? "" : ", no deck of that name among \(list(known))"
      throw Failure(
        .noInput,
        "no such file or folder: \(argument)\(names), and no command: \"rounds --help\" lists them"
      )
    }
    return found
  }

  private static func list(_ decks: [DeckFile]) -> String {
    decks.map(\.id).joined(separator: ", ")
  }

  /// The decks below a folder, in the order of their paths.
  private static func read(
    _ folder: String,
    _ indexes: inout IndexedDecks?
  ) throws(Failure) -> [DeckFile] {
    var files: [DeckFile] = []
    for path in markdownFiles(below: folder, depth: 0) {
      if let file = indexes?.file(path) {
        files.append(file)
        continue
      }
      guard let bytes = readable(path), looksLikeDeck(bytes) else { continue }
      let deck = DeckParser.parse(bytes)
      guard deck.frontMatter.version != nil else { continue }
      let file = DeckFile(path: path, deck: deck)
      indexes?.note(file)
      files.append(file)
    }
    return files
  }

  /// A file of a folder; one that cannot be read is told and does not stop the others.
  private static func readable(_ path: String) -> [UInt8]? {
    do throws(Failure) {
      return try FileBytes.read(path)
    } catch {
      World.warn("\(error.message); passed over")
      return nil
    }
  }

  /// Whether a front matter opens the file, so that other Markdown is passed by unparsed.
  private static func looksLikeDeck(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].starts(with: Array("---".utf8))
  }

  private static func markdownFiles(below folder: String, depth: Int) -> [String] {
    guard depth < 16 else { return [] }
    return FileBytes.names(in: folder).flatMap { name -> [String] in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if FileBytes.isFolder(path) { return markdownFiles(below: path, depth: depth + 1) }
      return name.hasSuffix(".md") && FileBytes.isRegular(path) ? [path] : []
    }
  }

  /// A file that was named twice is one deck.
  private static func unique(_ files: [DeckFile]) -> [DeckFile] {
    var seen: Set<String> = []
    return files.filter { seen.insert(FileBytes.canonical($0.path)).inserted }
  }
}

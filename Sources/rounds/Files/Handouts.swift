import Decks
import Reading

/// The documents that a command was given, by files, folders and standard input.
struct Handouts {
  private(set) var documents: [Document] = []
  /// SHA-256 of each file in hex.
  private(set) var hashes: [String] = []
  /// What stood in a folder and was not read, with the reason.
  private(set) var passedOver: [String] = []
  private let reading: (String) -> Void
  private var names: [String: String] = [:]

  /// Reads what the paths name; a folder's files by their names, with its subfolders' after them.
  ///
  /// `reading` hears of every path before it is read. What is named must be readable; what only stands in a folder is passed over where it is not.
  init(_ paths: [String], reading: @escaping (String) -> Void = { _ in }) throws(Failure) {
    self.reading = reading
    for path in paths {
      if path == "-" {
        try takeInput()
      } else if FileBytes.isFolder(path) {
        let before = documents.count
        takeFolder(path, depth: 0)
        guard documents.count > before else {
          throw Failure(.noInput, "\(path): no document in this folder could be read")
        }
      } else if let reason = take(path) {
        throw Failure(.noInput, "\(path): \(reason)")
      }
    }
  }

  private mutating func takeInput() throws(Failure) {
    let reason: String?
    do throws(DocumentError) {
      reason = keep(try DocumentFile.readInput(), from: "-")
    } catch {
      reason = error.words
    }
    if let reason { throw Failure(.noInput, "standard input: \(reason)") }
  }

  /// Reads one file; says why it cannot.
  private mutating func take(_ path: String) -> String? {
    reading(path)
    do throws(DocumentError) {
      return keep(try DocumentFile.read(path), from: FileBytes.canonical(path))
    } catch {
      return error.words
    }
  }

  private mutating func keep(_ file: DocumentFile, from path: String) -> String? {
    if let other = names[file.name] {
      return other == path ? nil : "another document is called \(file.name) too; rename one"
    }
    let document: Document
    do throws(DocumentError) {
      document = try Document(file)
    } catch {
      return error.words
    }
    if let foreign = document.foreign { return foreign.words }
    names[file.name] = path
    documents.append(document)
    hashes.append(SHA256.hexadecimal(of: file.bytes))
    return nil
  }
}

extension Handouts {
  /// The deepest subfolder that is looked into.
  private static let deepest = 16

  private mutating func takeFolder(_ folder: String, depth: Int) {
    let entries = FileBytes.names(in: folder)
    let paths = entries.map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
    for (name, path) in zip(entries, paths) where !FileBytes.isFolder(path) {
      let reason =
        !Document.isKnown(fileName: name)
        ? "no kind of document that is read" : Self.isDeck(path) ? "this is a deck" : take(path)
      if let reason { passedOver.append("\(path): \(reason)") }
    }
    for path in paths where FileBytes.isFolder(path) {
      if depth < Self.deepest, !FileBytes.isLink(path) {
        takeFolder(path, depth: depth + 1)
      } else {
        passedOver.append("\(path): not looked into")
      }
    }
  }

  private static func isDeck(_ path: String) -> Bool {
    guard path.hasSuffix(".md"), FileBytes.isRegular(path) else { return false }
    return (try? DeckFinder.readFile(path))?.deck.frontMatter.isDeck == true
  }
}

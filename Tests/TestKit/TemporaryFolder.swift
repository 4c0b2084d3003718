package import Foundation

/// A new folder of its own, removed with all it holds when nobody keeps it any longer.
package final class TemporaryFolder: Sendable {
  /// Its path without a slash at the end; symbolic links are resolved.
  package let path: String

  /// Makes the folder among the system's temporary files.
  package init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = parent.appendingPathComponent("rounds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    close()
  }

  /// Removes the folder now; a second call does nothing.
  package func close() {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in it.
  package func path(of name: String) -> String { "\(path)/\(name)" }

  /// The location of a file in it.
  package func url(of name: String) -> URL { URL(fileURLWithPath: path(of: name)) }

  /// Writes a text file, with the folders on its way, and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = url(of: name)
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Reads a text file in it.
  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(of: name)), as: UTF8.self)
  }

  /// Copies a file or folder into it under its own name.
  package func copy(_ source: String) throws {
    let name = URL(fileURLWithPath: source).lastPathComponent
    try FileManager.default.copyItem(atPath: source, toPath: path(of: name))
  }
}

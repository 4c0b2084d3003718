import Foundation

/// The folder of shared material beside the package, which a clone may lack.
package enum Shared {
  /// The root of the package.
  package static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of the folder, or nil where it is absent.
  package static let folder: String? = existing("\(packageRoot)/../shared")

  /// The path of a file or folder in it, or nil where it is absent.
  package static func path(_ name: String) -> String? {
    folder.flatMap { existing("\($0)/\(name)") }
  }

  private static func existing(_ path: String) -> String? {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

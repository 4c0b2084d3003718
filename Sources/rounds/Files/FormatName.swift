import ArgumentParser
import Decks
import Exchange

/// Which of other programs' formats a file is in.
enum FormatName {
  static func check(_ name: String?, option: String) throws {
    guard let name, Exchangers.named(name) == nil else { return }
    throw ValidationError("\(option) \(name) is no format: use \(known).")
  }

  /// The format that was named, or else the one that the file's end gives away.
  static func format(of path: String, named name: String?) throws(Failure) -> any Exchanger.Type {
    if let format = name.flatMap(Exchangers.named) ?? Exchangers.fitting(path: path) {
      return format
    }
    let file = path == "-" ? "standard input" : path
    throw Failure(.usage, "\(file) could be in any format: say --from \(known)")
  }

  /// What each format can hold, for the help.
  static func kinds(_ kinds: (any Exchanger.Type) -> [Kind]) -> String {
    Exchangers.all.map { format in
      "\(format.name) \(kinds(format).map(\.rawValue).joined(separator: ", "))"
    }.joined(separator: "; ") + "."
  }

  private static var known: String {
    Exchangers.names.dropLast().joined(separator: ", ") + " or " + (Exchangers.names.last ?? "")
  }
}

package import Decks

/// Another program's format for questions, read into drafts and written from cards.
package protocol Exchanger: SendableMetatype {
  /// The name by which the format is asked for.
  static var name: String { get }
  /// Ends of file names, without their dot, that belong to this format and no other.
  static var fileExtensions: [String] { get }
  /// The kinds of cards that a file of the format can become.
  static var reads: [Kind] { get }
  /// The kinds of cards that the format can say, at the cost that the report tells.
  static var writes: [Kind] { get }

  /// Reads any bytes; what cannot be understood is in the report, and the others go on.
  static func read(_ bytes: [UInt8]) -> Import
  /// Writes cards in their order; what could not be said is in the report.
  static func write(_ cards: [Card]) -> Export
}

/// All formats, by name and by the end of a file's name.
package enum Exchangers {
  package static let all: [any Exchanger.Type] = [GIFT.self, Aiken.self, TextTable.self]

  package static var names: [String] { all.map { $0.name } }

  package static func named(_ name: String) -> (any Exchanger.Type)? {
    all.first { $0.name == name }
  }

  /// The format that a file's name gives away; nil for `.txt`, which three formats use.
  package static func fitting(path: String) -> (any Exchanger.Type)? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let end = file.split(separator: ".").dropFirst().last?.lowercased()
    return all.first { format in end.map(format.fileExtensions.contains) ?? false }
  }
}

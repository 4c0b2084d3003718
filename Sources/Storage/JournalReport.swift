/// What a reading of the journal met besides intact lines; findings, not errors.
package struct JournalReport: Hashable, Sendable {
  /// A place in a journal file.
  package struct Place: Hashable, Sendable {
    /// The file.
    package let file: JournalFile
    /// The number of the line, from 1.
    package internal(set) var line: Int
    /// The first byte of the line, counted from the beginning of the file.
    package internal(set) var offset: Int
    /// The bytes of the line, without its newline.
    package internal(set) var length: Int

    package init(file: JournalFile, line: Int, offset: Int, length: Int) {
      self.file = file
      self.line = line
      self.offset = offset
      self.length = length
    }
  }

  /// The files read.
  package var files = 0
  /// The objects given on, whose checksum was right or missing.
  package var lines = 0
  /// The bytes read.
  package var bytes = 0
  /// Lines whose checksum is wrong or that are no JSON object; they were passed over, but for what is
  /// counted in `rescued`.
  package var damaged: [Place] = []
  /// Objects given on from damaged lines: where a newline was lost, each still has its checksum.
  package var rescued = 0
  /// Lines without a checksum; they were given on.
  package var unchecked: [Place] = []
  /// Ends of files without a newline; they were passed over.
  package var torn: [Place] = []
  /// Files that were read and that a program which keeps folders alike left beside a device's own.
  package var copies: [JournalFile] = []
  /// The paths of files in the folders of the journal that were not read.
  package var strays: [String] = []
  /// By the path of each file, how far its whole lines go.
  package var ends: [String: JournalReader.Start] = [:]

  /// Tells whether every line was whole and had its checksum.
  package var isClean: Bool { damaged.isEmpty && unchecked.isEmpty && torn.isEmpty }

  /// A report of nothing read yet.
  package init() {}

  /// Adds what was met in further files.
  package mutating func add(_ other: JournalReport) {
    files += other.files
    lines += other.lines
    bytes += other.bytes
    rescued += other.rescued
    damaged += other.damaged
    unchecked += other.unchecked
    torn += other.torn
    copies += other.copies
    strays += other.strays
    ends.merge(other.ends) { $1 }
  }
}

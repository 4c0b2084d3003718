import Processes

/// Reads a PDF through `pdftotext` of poppler, as a program apart that may be killed.
///
/// The text comes in reading order, not in the layout of the page: two columns side by side would
/// make one sentence of two.
enum PDFReader {
  static let package = "poppler-utils"
  /// What the program may use; a book of a thousand pages takes two seconds and 100 MB.
  static let limits = Limits(
    time: .seconds(60),
    output: 4 * Document.longest,
    memory: 2 << 30
  )

  static func read(_ bytes: [UInt8]) throws(DocumentError) -> ExtractedText {
    let text = try text(of: bytes, by: "pdftotext", limits)
    return try PDFText(text).extracted()
  }

  /// What a program makes of the PDF, its pages parted by form feeds.
  static func text(
    of bytes: [UInt8],
    by program: String,
    _ limits: Limits
  ) throws(DocumentError) -> String {
    guard bytes.prefix(1024).contains(sequence: Array("%PDF-".utf8)) else { throw .broken(.pdf) }
    var environment = Environment.inherited()
    environment["LC_ALL"] = "C"
    let arguments = ["-enc", "UTF-8", "-eol", "unix", "-", "-"]
    let pdftotext = Program(program, arguments, environment: environment)
    let outcome: Outcome
    do throws(ProcessError) {
      outcome = try pdftotext.run(input: bytes, limits: limits)
    } catch {
      throw failure(error)
    }
    if outcome.ending.isSuccess { return String(decoding: outcome.output, as: UTF8.self) }
    let said = String(decoding: outcome.errorOutput, as: UTF8.self).lowercased()
    let isLocked = outcome.ending == .exited(3) || said.contains("password")
    throw isLocked ? .encrypted : .broken(.pdf)
  }

  private static func failure(_ error: ProcessError) -> DocumentError {
    switch error {
    case .notFound: .lacks(package: package)
    case .timedOut(_, let time): .timedOut(time)
    case .tooMuchOutput(_, let limit): .tooLarge(bytes: nil, limit: limit)
    case .cannotStart(_, let code), .pipe(let code): .unreadable(code: code)
    case .cancelled: .broken(.pdf)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: sequence) }
  }
}

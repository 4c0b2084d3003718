import Testing

@testable import Reading

extension Trait where Self == ConditionTrait {
  /// Skips where web pages and Word documents cannot be read.
  static var needsMarkup: Self {
    .enabled(if: MarkupDoor.isOpen, "needs the Debian package libxml2-dev")
  }

  static var needsArchives: Self {
    .enabled(
      if: MarkupDoor.isOpen && ArchiveDoor.isOpen,
      "needs the Debian packages libxml2-dev and libarchive-dev"
    )
  }

  static var needsPDF: Self {
    .enabled(if: hasPDFReader, "needs the Debian package poppler-utils")
  }
}

private let hasPDFReader: Bool = {
  do throws(DocumentError) {
    _ = try PDFReader.read(pdf([["A line."]]))
    return true
  } catch {
    return error != .lacks(package: "poppler-utils")
  }
}()

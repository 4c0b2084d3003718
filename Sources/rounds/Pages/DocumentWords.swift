import Reading

/// What is wrong with a document, for the one who named it.
extension DocumentError {
  var words: String {
    switch self {
    case .missing: "no such file"
    case .directory: "this is a folder; name the documents in it"
    case .empty: "the document is empty"
    case .unsupported("doc"):
      "files ending in .doc cannot be read; save the document as .docx"
    case .unsupported(let ending):
      "files ending in .\(ending) cannot be read; save the document as text (.txt) or Markdown (.md)"
    case .tooLarge(_, let limit):
      "the document is larger than \(limit >> 20) MB; split it"
    case .binary(let offset):
      "this is not text (byte \(offset)); save the document as text (.txt) or Markdown (.md)"
    case .notUTF8(let offset): "byte \(offset) is not UTF-8; save the document as UTF-8"
    case .encoding(let name):
      "the page says it is written in \"\(name)\", and cannot be read so; save it as UTF-8"
    case .unreadable(let code): "cannot be read (error \(code))"
    case .lacks(let package):
      "this kind of document needs the Debian package \(package): apt-get install \(package)"
        + (package.hasSuffix("-dev") ? ", and build again" : "")
    case .encrypted: "the document is locked; save it without a password and with copying allowed"
    case .scanned(let pages):
      "no text on \(pages.counted("page")), so they are pictures; run text recognition (OCR) first"
    case .broken(let kind): "this is no \(kind.words), or a damaged one; save it again"
    case .tangled: "the document is too tangled to be read; save its text as .txt"
    case .timedOut(let time):
      "reading took longer than \(time.components.seconds) seconds; split the document"
    }
  }
}

extension Document.Kind {
  var words: String {
    switch self {
    case .plainText: "text"
    case .markdown: "Markdown"
    case .html: "web page"
    case .pdf: "PDF"
    case .word: "Word document (.docx)"
    }
  }
}

extension Document.Foreign {
  var words: String {
    let language =
      switch self {
      case .language(let language?): language.words
      case .language(nil): "another script"
      }
    return "this seems to be in \(language); cards are made from English documents only"
  }
}

extension Language {
  fileprivate var words: String {
    switch self {
    case .english: "English"
    case .german: "German"
    case .french: "French"
    case .spanish: "Spanish"
    case .italian: "Italian"
    case .dutch: "Dutch"
    }
  }
}

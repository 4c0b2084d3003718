/// What can be wrong with a file's grammar and ids, in words for its author.
extension Finding {
  private static func error(_ rule: String, _ message: String, _ bytes: Range<Int>) -> Finding {
    Finding(rule: rule, severity: .error, message: message, bytes: bytes)
  }

  private static func warning(_ rule: String, _ message: String, _ bytes: Range<Int>) -> Finding {
    Finding(rule: rule, severity: .warning, message: message, bytes: bytes)
  }

  // MARK: The file

  static func undecodable(at bytes: Range<Int>) -> Finding {
    error("encoding", "These bytes are not UTF-8. Save the file as UTF-8.", bytes)
  }

  static func unclosedFence(at bytes: Range<Int>) -> Finding {
    warning(
      "code-fence",
      "This code block is never closed, so every line after it is code. Close it with the same mark.",
      bytes
    )
  }

  static func badFrontMatterLine(at bytes: Range<Int>) -> Finding {
    error("front-matter", "The front matter holds \"key: value\" lines only.", bytes)
  }

  static func unclosedFrontMatter(at bytes: Range<Int>) -> Finding {
    error("front-matter", "The front matter is never closed. End it with a line \"---\".", bytes)
  }

  static func repeatedFrontMatterKey(_ key: String, at bytes: Range<Int>) -> Finding {
    error("front-matter", "\"\(key)\" stands twice in the front matter. Keep one.", bytes)
  }

  static func unknownFrontMatterKey(_ key: String, at bytes: Range<Int>) -> Finding {
    warning(
      "front-matter",
      "\"\(key)\" is not a key of the front matter. Known: rounds, deck, id, tags, language, check, "
        + "source.KEY; your own begin with X-.",
      bytes
    )
  }

  static func unknownVersion(_ version: String, at bytes: Range<Int>) -> Finding {
    error(
      "version",
      "The format version \"\(version)\" is not known here. This program reads 1.",
      bytes
    )
  }

  static func badSourceLine(at bytes: Range<Int>) -> Finding {
    error(
      "front-matter",
      "A source is written \"source.KEY: file or address | title | date=… | sha256=…\".",
      bytes
    )
  }

  // MARK: Headings

  static func unknownKind(_ word: String, at bytes: Range<Int>) -> Finding {
    let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return error(
      "unknown-kind",
      "\"\(word)\" is not a kind of card. Kinds are \(kinds).",
      bytes
    )
  }

  static func stageOutsideCase(at bytes: Range<Int>) -> Finding {
    error(
      "stage",
      "A stage stands outside a Case. Write \"##\" for a card of its own.",
      bytes
    )
  }

  static func caseInsideCase(at bytes: Range<Int>) -> Finding {
    error("stage", "A Case cannot be a stage. Use any other kind.", bytes)
  }

  static func badID(_ text: String, at bytes: Range<Int>) -> Finding {
    error(
      "id",
      "\"\(text)\" cannot be an id. Use at most 64 letters, digits, \".\", \"_\" and \"-\", "
        + "beginning with a letter or digit.",
      bytes
    )
  }

  static func repeatedAttribute(_ name: String, at bytes: Range<Int>) -> Finding {
    error("attribute", "The heading has a second {\(name)}. Keep one.", bytes)
  }

  static func badStatus(_ text: String, at bytes: Range<Int>) -> Finding {
    let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
    return error("attribute", "\"\(text)\" is no status. Known, once a card: \(known).", bytes)
  }

  static func unknownAttribute(_ text: String, at bytes: Range<Int>) -> Finding {
    error(
      "attribute",
      "\"{\(text)}\" is not known. A heading takes {#id}, {status=…} and {check=…}.",
      bytes
    )
  }

  // MARK: Fields

  static func repeatedField(_ name: FieldName, at bytes: Range<Int>) -> Finding {
    error("repeated-field", "The card has a second \"\(name.text):\". Keep one.", bytes)
  }

  static func unknownField(_ name: String, at bytes: Range<Int>) -> Finding {
    error(
      "unknown-field",
      "\"\(name):\" is not a field. Put a backslash before it if it is text, "
        + "or X- if it is your own field.",
      bytes
    )
  }

  static func strayText(at bytes: Range<Int>) -> Finding {
    warning(
      "stray-text",
      "This text belongs to no field and is not shown. Indent it by two spaces to continue "
        + "the field above.",
      bytes
    )
  }

  static func uselessField(_ name: FieldName, on kind: Kind, at bytes: Range<Int>) -> Finding {
    warning(
      "useless-field",
      "\"\(name.text):\" does nothing on a \(kind.rawValue) card. Take it out.",
      bytes
    )
  }

  static func emptyField(_ name: FieldName, at bytes: Range<Int>) -> Finding {
    error("empty-field", "\"\(name.text):\" is empty. Fill it in or take it out.", bytes)
  }

  static func missingField(_ name: FieldName, of kind: Kind, at bytes: Range<Int>) -> Finding {
    error("missing-field", "This \(kind.rawValue) card has no \"\(name.text):\".", bytes)
  }

  static func badCitation(_ fault: CitationFault, at bytes: Range<Int>) -> Finding {
    let cure =
      switch fault {
      case .empty: "Name the document by its key in the front matter."
      case .openSpan: "The quoted span is not closed. End it with a straight quote mark."
      case .longSpan:
        "The quoted span is longer than \(Citation.longestSpan) characters. Shorten it."
      case .badLocator(let part):
        "\"\(part)\" is no place in a document. Use p. N, § Heading, line N or N-M, or ¶N, "
          + "joined by commas."
      }
    return error("citation", "This citation cannot be read. \(cure)", bytes)
  }

  static func badDifficulty(at bytes: Range<Int>) -> Finding {
    error("difficulty", "Difficulty is a whole number from 1 to 5.", bytes)
  }

  static func badScore(at bytes: Range<Int>) -> Finding {
    error("score", "Score is \"all\" or \"partial\".", bytes)
  }

  static func badReviewBy(at bytes: Range<Int>) -> Finding {
    error("review-by", "Review-by is a month or a day: 2027-06 or 2027-06-30.", bytes)
  }

  // MARK: Answers

  static func badTruth(at bytes: Range<Int>) -> Finding {
    error("truth", "The answer of a TF card is true or false.", bytes)
  }

  static func rightOptions(_ count: Int, of kind: Kind, at bytes: Range<Int>) -> Finding {
    error(
      "right-options",
      kind == .singleBestAnswer
        ? "An SBA has exactly one right option [x]; this has \(count)."
        : "An MR has at least one right option [x]; this has none.",
      bytes
    )
  }

  static func tooFewOptions(_ count: Int, at bytes: Range<Int>) -> Finding {
    error("options", "A question with options has at least two; this has \(count).", bytes)
  }

  static func tooManyOptions(_ count: Int, at bytes: Range<Int>) -> Finding {
    error("options", "A question has at most 26 options or 9 steps; this has \(count).", bytes)
  }

  static func repeatedLetter(_ letter: String, at bytes: Range<Int>) -> Finding {
    error(
      "option-key",
      "Two options have the key (\(letter)). Keys are identities: give one a new letter.",
      bytes
    )
  }

  static func emptyOption(at bytes: Range<Int>) -> Finding {
    error("options", "This option or step has no text.", bytes)
  }

  static func tooFewSteps(_ count: Int, at bytes: Range<Int>) -> Finding {
    error("steps", "An Order card has at least two steps \"1. …\"; this has \(count).", bytes)
  }

  static func badNumericAnswer(_ fault: NumericFault, at bytes: Range<Int>) -> Finding {
    error("numeric", fault.message, bytes)
  }

  static func badCloze(_ fault: ClozeFault, at bytes: Range<Int>) -> Finding {
    error("cloze", fault.message, bytes)
  }

  static func ambiguousAccept(at bytes: Range<Int>) -> Finding {
    warning(
      "accept",
      "Accept is used only where a cloze hides one blank: with several it is not clear which is meant.",
      bytes
    )
  }

  static func emptyCase(at bytes: Range<Int>) -> Finding {
    error("stage", "This Case has no stage. Add one: \"### Basic: title\".", bytes)
  }

  static func stageID(_ id: CardID, of parent: CardID, at bytes: Range<Int>) -> Finding {
    error(
      "id",
      "The id of a stage begins with its case's: write \"\(parent).name\", not \"\(id)\".",
      bytes
    )
  }
}

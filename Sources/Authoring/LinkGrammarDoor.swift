#if ROUNDS_LINK_GRAMMAR
  import CLinkGrammar
#endif

/// Parses with Link Grammar, which need not be there; the dictionary is loaded for the first sentence.
package final class LinkGrammarDoor: SentenceParser {
  #if ROUNDS_LINK_GRAMMAR
    private enum State {
      case unasked
      case open(OpaquePointer)
      case absent
    }

    private var state = State.unasked

    package init() {}

    deinit {
      if case .open(let parser) = state { clinkgrammar_close(parser) }
    }

    package func parse(_ text: String) -> ParseOutcome {
      guard let parser = opened() else { return .absent }
      let parse = clinkgrammar_read(parser, text)
      defer { clinkgrammar_release(parse) }
      return switch UInt32(parse.end) {
      case CLINKGRAMMAR_COMPLETE.rawValue: .complete(Linkage(parse))
      case CLINKGRAMMAR_EXPIRED.rawValue: .givenUp
      default: .incomplete
      }
    }

    private func opened() -> OpaquePointer? {
      if case .unasked = state {
        state = clinkgrammar_open().map(State.open) ?? .absent
      }
      guard case .open(let parser) = state else { return nil }
      return parser
    }
  #else
    package init() {}

    package func parse(_ text: String) -> ParseOutcome { .absent }
  #endif

  /// The Debian packages that bring what this build looks for.
  package static var packages: [String] {
    #if ROUNDS_LINK_GRAMMAR
      ["liblink-grammar5", "link-grammar-dictionaries-en"]
    #else
      ["liblink-grammar-dev", "link-grammar-dictionaries-en"]
    #endif
  }

  /// Whether the program itself was built without the door, so that it has to be built again.
  package static var isWalledUp: Bool {
    #if ROUNDS_LINK_GRAMMAR
      false
    #else
      true
    #endif
  }
}

#if ROUNDS_LINK_GRAMMAR
  extension Linkage {
    fileprivate init(_ parse: clinkgrammar_parse) {
      words = UnsafeBufferPointer(start: parse.words, count: Int(parse.word_count)).map {
        let start = Int($0.start)
        return Word(
          range: start..<max(start, Int($0.end)),
          isVerb: UInt8(bitPattern: $0.kind) == UInt8(ascii: "v")
        )
      }
      links = UnsafeBufferPointer(start: parse.links, count: Int(parse.link_count)).map { link in
        let label = withUnsafeBytes(of: link.label) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return Link(left: Int(link.left), right: Int(link.right), label: label)
      }
    }
  }
#endif

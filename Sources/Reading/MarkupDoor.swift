#if ROUNDS_XML
  import CXML
#endif

/// What a parser of HTML or XML meets, in the order of the file.
enum MarkupEvent: Equatable {
  case open(String, [String: String] = [:])
  case close(String)
  case text(String)
}

/// Reads HTML and XML with libxml2, which need not be there.
enum MarkupDoor {
  /// The deepest nesting and the most events that a document may have.
  ///
  /// Pages of newspapers nest 30 deep and give 20,000 events; 2,000,000 take 200 MB of memory.
  static let deepest = 500
  static let most = 2_000_000

  #if ROUNDS_XML
    static var isOpen: Bool { cxml_is_present() != 0 }

    static func html(_ text: String) throws(DocumentError) -> [MarkupEvent] {
      let listener = Listener()
      let end = read(Array(text.utf8), listener, cxml_read_html)
      return try events(of: listener, end, as: .html)
    }

    /// Throws `.broken` for a document type too: it could declare entities, and Word writes none.
    static func xml(_ bytes: [UInt8]) throws(DocumentError) -> [MarkupEvent] {
      let listener = Listener()
      listener.refusesDoctype = true
      return try events(of: listener, read(bytes, listener, cxml_read_xml), as: .word)
    }

    private static func events(
      of listener: Listener,
      _ end: Int32,
      as kind: Document.Kind
    ) throws(DocumentError) -> [MarkupEvent] {
      switch end {
      case Int32(CXML_DONE.rawValue): return listener.events
      case Int32(CXML_STOPPED.rawValue): throw listener.isTangled ? .tangled : .broken(kind)
      case Int32(CXML_MISSING.rawValue): throw .lacks(package: "libxml2")
      default: throw .broken(kind)
      }
    }

    private static func read(
      _ bytes: [UInt8],
      _ listener: Listener,
      _ reader: (
        UnsafePointer<CChar>, Int32, @escaping cxml_listener, UnsafeMutableRawPointer?
      ) -> Int32
    ) -> Int32 {
      bytes.withUnsafeBytes { buffer in
        let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
        guard let start else { return Int32(CXML_DONE.rawValue) }
        let context = Unmanaged.passUnretained(listener).toOpaque()
        return reader(start, Int32(clamping: buffer.count), heard, context)
      }
    }

    /// Collects what the parser tells until it is too much.
    private final class Listener {
      var events: [MarkupEvent] = []
      var refusesDoctype = false
      private(set) var isTangled = false
      private var depth = 0

      /// Whether the parser shall go on.
      func take(_ event: MarkupEvent) -> Bool {
        switch event {
        case .open: depth += 1
        case .close: depth -= 1
        case .text: break
        }
        events.append(event)
        isTangled = depth > deepest || events.count > most
        return !isTangled
      }
    }

    private static let heard: cxml_listener = { context, event, text, length, attributes in
      guard let context else { return 1 }
      let listener = Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      let string = String(decoding: bytes, as: UTF8.self)
      let goesOn =
        switch UInt32(event) {
        case CXML_OPEN.rawValue: listener.take(.open(string, pairs(attributes)))
        case CXML_CLOSE.rawValue: listener.take(.close(string))
        case CXML_DOCTYPE.rawValue: !listener.refusesDoctype
        default: listener.take(.text(string))
        }
      return goesOn ? 0 : 1
    }

    /// Attributes as a dictionary; a picture that is written out in one is no use here.
    private static func pairs(
      _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
    ) -> [String: String] {
      guard var next = attributes else { return [:] }
      var pairs: [String: String] = [:]
      while let name = next.pointee {
        let value = (next + 1).pointee.map { String(cString: $0) } ?? ""
        if value.utf8.count <= 1_000 { pairs[String(cString: name)] = value }
        next += 2
      }
      return pairs
    }
  #else
    static var isOpen: Bool { false }

    static func html(_ text: String) throws(DocumentError) -> [MarkupEvent] {
      throw .lacks(package: "libxml2-dev")
    }

    static func xml(_ bytes: [UInt8]) throws(DocumentError) -> [MarkupEvent] {
      throw .lacks(package: "libxml2-dev")
    }
  #endif
}

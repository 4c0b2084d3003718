package import Decks

/// Moodle's text format: a question, and its answers in braces.
package enum GIFT: Exchanger {
  package static let name = "gift"
  package static let fileExtensions = ["gift"]
  package static let reads: [Kind] = [
    .basic, .cloze, .singleBestAnswer, .multipleResponse, .trueFalse, .numeric,
  ]
  package static let writes: [Kind] = [
    .basic, .reversed, .cloze, .singleBestAnswer, .multipleResponse, .trueFalse, .numeric,
    .caseStudy,
  ]

  package static func read(_ bytes: [UInt8]) -> Import {
    var result = Import()
    for entry in GIFTEntries.all(in: bytes) {
      var text = IncomingText()
      do throws(GIFTFault) {
        let card = try GIFTReader(entry).card(text: &text)
        result.add(card, text, at: entry.position(of: 0))
      } catch {
        result.leaveOut(error.fault, at: entry.position(of: error.offset))
      }
    }
    return result
  }

  package static func write(_ cards: [Card]) -> Export {
    Export(cards, kinds: writes) { (item) throws(Unwritable) in try GIFTWriter.text(of: &item) }
  }
}

/// Why an entry cannot be read, and at which of its bytes that shows.
struct GIFTFault: Error {
  let fault: Fault
  let offset: Int

  init(_ fault: Fault, at offset: Int) {
    self.fault = fault
    self.offset = offset
  }
}

import Decks

/// Cards as a file of another program's.
package struct Export: Sendable {
  package private(set) var text = ""
  /// Questions in the file; a card can be several.
  package private(set) var count = 0
  package private(set) var report = LossReport()

  init(head: String = "") {
    text = head
  }

  /// Writes each question of the cards that has a place in the format.
  init(
    _ cards: [Card],
    kinds: [Kind],
    head: String = "",
    write: (inout Outgoing) throws(Unwritable) -> String
  ) {
    self.init(head: head)
    for card in cards {
      for var item in Outgoing.items(of: card, kinds: kinds, report: &report) {
        do throws(Unwritable) {
          let (written, hadControls) = Controls.stripped(try write(&item))
          if hadControls { item.lose(.controlsStripped) }
          text += written
          count += 1
          report.add(item.losses, at: .card(item.id))
        } catch {
          report.add(error.loss, at: .card(item.id))
        }
      }
    }
  }
}

/// Why a question has no place in a format.
struct Unwritable: Error {
  let loss: Loss
}

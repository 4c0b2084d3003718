import Decks
import Foundation
import Reading
import Testing

@testable import Authoring

/// Three documents of the sorts that educators have.
enum Samples {
  static let guideline = """
    Management of anaphylaxis in adults

    Recognition

    Anaphylaxis is a severe and potentially life-threatening hypersensitivity reaction. Symptoms
    usually begin within 30 minutes of exposure to the trigger. The skin may be normal in 10% of
    patients.

    Treatment

    The recommended dose of adrenaline is 0.5 mg intramuscularly in adults. The dose may be
    repeated after 5 minutes if there is no improvement. Adrenaline should be injected into the
    anterolateral thigh. Intravenous adrenaline must not be given without continuous cardiac
    monitoring. A crystalloid bolus of 500 to 1000 mL is given for hypotension that persists after
    two doses of adrenaline. Do not delay the first dose. Corticosteroids are not recommended as
    first-line treatment.

    Observation

    Serum tryptase is measured within 2 hours of the onset of symptoms. Patients should be
    observed for at least 6 hours after the symptoms resolve, e.g. on a short-stay ward.
    You should call a senior doctor early. Have you checked the airway?
    """

  static let textbook = """
    The loop diuretics

    Furosemide is a loop diuretic that acts on the thick ascending limb of the loop of Henle. It inhibits the sodium-potassium-chloride cotransporter. The half-life of furosemide is 2 hours in healthy adults. Unlike thiazide diuretics, furosemide increases the urinary excretion of calcium.
    Furosemide may cause ototoxicity, particularly after rapid intravenous injection. Loop diuretics, such as furosemide and bumetanide, can cause hypokalaemia. The mechanism was described by Dr. Helmut Brandt in 1964, who said that he had hoped for a revolution. Torasemide, a loop diuretic with a longer action, is marketed under the brand name Torem in several countries.
    Clearance and elimination
    About 65% of an oral dose of furosemide is absorbed. Furosemide is excreted mainly by the kidney. Furosemide does not cross the blood-brain barrier in healthy people. This is why some authors prefer it. More research is needed.
    """

  static let handout = """
    ---
    title: Oxygen handout
    ---
    # Oxygen therapy

    ## Targets

    The target saturation is **94–98%** in most acutely ill adults. In patients with hypercapnic
    respiratory failure the target saturation is *88–92%*. Oxygen is a [drug](https://x.org) that
    must be prescribed.

    ## Devices

    A Venturi mask delivers a fixed concentration of oxygen. A non-rebreathing mask can deliver
    up to 85% oxygen at a flow of 15 L/min[^1].

    Hazards of oxygen include:

    - absorption atelectasis
    - Hyperoxia can cause coronary vasoconstriction in susceptible patients.

    ```
    The dose is 5 mg in code.
    ```

    [^1]: A note with the dose of 7 mg.
    """

  static func document(_ text: String, named name: String) throws -> Document {
    try Document(name: name, kind: try Document.kind(ofFileNamed: name), bytes: Array(text.utf8))
  }

  /// The three documents under file names of the usual kind.
  static func all() throws -> [Document] {
    [
      try document(guideline, named: "Anaphylaxis guideline 2025.txt"),
      try document(textbook, named: "chapter-7.txt"),
      try document(handout, named: "oxygen.md"),
    ]
  }

  /// The folder of real documents, which stands beside the package.
  static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/documents").standardizedFileURL

  static let isSharedThere = FileManager.default.fileExists(atPath: shared.path)

  static func sharedDocuments() throws -> [Document] {
    try FileManager.default.contentsOfDirectory(atPath: shared.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { try Document.read(shared.appending(path: $0).path) }
  }
}

/// The drafts that a text gives when its length allows any number of them.
func drafts(
  of text: String,
  named name: String = "sample.txt",
  options: Generator.Options = .generous,
  existing: [Card] = [],
  rejected: [RejectedDraft] = []
) throws -> [Card] {
  let filler = "\n\n" + String(repeating: "filler ", count: 1_200) + "words.\n"
  let document = try Samples.document(text + filler, named: name)
  return Generator(options).run(documents: [document], existing: existing, rejected: rejected)
    .drafts.map(\.card)
}

extension Generator.Options {
  /// Takes weak candidates too: what is tested here is not the ranking.
  static var generous: Generator.Options {
    var options = Generator.Options()
    options.least = 0
    return options
  }

  /// Takes every candidate, however weak.
  static var indulgent: Generator.Options {
    var options = Generator.Options()
    options.least = -5
    return options
  }

  var withPeople: Generator.Options {
    var options = self
    options.includesPeople = true
    return options
  }
}

extension Card {
  /// The card in one line: `What …? — Answer`, or the cloze text with `[answer]`.
  var line: String {
    switch body {
    case .question(let stem, .text(let key)): "\(stem) — \(key.answer)"
    case .cloze(let text, _): text.replacing("{{c1::", with: "{").replacing("}}", with: "}")
    default: "?"
    }
  }
}

extension Samples {
  /// What stands over the card that asks for an answer.
  static func vignette(of answer: String, in text: String) throws -> String {
    let cards = try Generator().rankedCandidates(of: document(text, named: "a.txt")).map(\.card)
    let card = cards.first { $0.line.contains("{\(answer)}") }
    return try #require(card, "\(cards.map(\.line))").vignette
  }
}

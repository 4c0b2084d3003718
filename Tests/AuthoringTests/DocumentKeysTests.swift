import Testing

@testable import Authoring

@Suite struct DocumentKeysTests {
  @Test(arguments: [
    ("001_be5371207ce33ff3.txt", "doc001"), ("Ketamine handout v3.md", "ketamine-handout-v3"),
    ("ed-sedation.txt", "ed-sedation"), ("日本.txt", "doc"), ("notes", "notes"),
    ("A very long name of a document that goes on.txt", "a-very-long-name-of-a-on"),
    ("2024.txt", "doc2024"), (".txt", "txt"),
  ])
  func `a key is a short slug of the name`(name: String, key: String) {
    #expect(DocumentKeys.keys(for: [name], known: [:]) == [key])
  }

  @Test func `keys are unique, and a known document keeps its own`() {
    let names = ["a.txt", "a.md", "b.txt", "hand.txt"]
    let keys = DocumentKeys.keys(for: names, known: ["b.txt": "a", "other.txt": "hand"])
    #expect(keys == ["a-2", "a-3", "a", "hand-2"])
    #expect(DocumentKeys.keys(for: ["a.txt"], known: [:], taken: ["a", "a-2"]) == ["a-3"])
  }
}

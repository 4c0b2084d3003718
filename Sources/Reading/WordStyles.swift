/// What the styles and the lists of a Word document make of its paragraphs.
struct WordStyles {
  enum Role: Equatable {
    case heading(level: Int)
    case listItem(isNumbered: Bool)
    /// A line of a table of contents.
    case contents
  }

  private var names: [String: String] = [:]
  private var levels: [String: Int] = [:]
  private var lists: [String: String] = [:]
  private var parents: [String: String] = [:]
  /// The abstract list of each list, and whether that carries numbers on its first level.
  private var abstracts: [String: String] = [:]
  private var numbered: [String: Bool] = [:]
  private var style: String?
  private var list: String?
  private var abstract: String?

  /// Learns from `styles.xml` or `numbering.xml`.
  mutating func take(_ events: [MarkupEvent]) {
    for case .open(let name, let attributes) in events {
      let value = attributes["w:val"] ?? ""
      switch name {
      case "w:style": style = attributes["w:styleId"]
      case "w:name": if let style { names[style] = value.lowercased() }
      case "w:basedOn": if let style { parents[style] = value }
      case "w:outlineLvl": if let style, let level = Int(value) { levels[style] = level + 1 }
      case "w:numId": if let style { lists[style] = value }
      case "w:num": list = attributes["w:numId"]
      case "w:abstractNum": abstract = attributes["w:abstractNumId"]
      case "w:abstractNumId": if let list { abstracts[list] = value }
      case "w:numFmt":
        if let abstract, numbered[abstract] == nil { numbered[abstract] = value != "bullet" }
      default: break
      }
    }
    style = nil
  }

  /// What a paragraph of this style is; nil for prose.
  func role(ofStyle id: String) -> Role? {
    var next: String? = id
    // Styles may be based on each other in a ring.
    for _ in 0..<10 {
      guard let style = next else { return nil }
      if let role = ownRole(ofStyle: style) { return role }
      next = parents[style]
    }
    return nil
  }

  func role(ofList id: String) -> Role? {
    // Number 0 takes the list of the style away.
    guard id != "0" else { return nil }
    return .listItem(isNumbered: abstracts[id].flatMap { numbered[$0] } ?? false)
  }

  private func ownRole(ofStyle id: String) -> Role? {
    let name = names[id] ?? id.lowercased()
    if name == "title" { return .heading(level: 1) }
    if name.hasPrefix("toc ") || name == "toc heading" { return .contents }
    let words = name.replacing("heading", with: "heading ").split(separator: " ")
    if words.count == 2, words[0] == "heading", let level = Int(words[1]) {
      return .heading(level: level)
    }
    if let level = levels[id], level <= 9 { return .heading(level: level) }
    if let list = lists[id] { return role(ofList: list) }
    if name.hasPrefix("list bullet") { return .listItem(isNumbered: false) }
    return name.hasPrefix("list number") ? .listItem(isNumbered: true) : nil
  }
}

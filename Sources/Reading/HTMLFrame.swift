/// An open element of a web page, with what its place in the page means for the text in it.
struct HTMLFrame {
  let name: String
  /// Whether nothing in it belongs to the content.
  let isSkipped: Bool
  let isLink: Bool
  let part: HTMLPart

  /// Without `readsLabels`, what a class or an id says is passed over.
  init(
    _ name: String,
    _ attributes: [String: String],
    in parent: HTMLFrame?,
    readsLabels: Bool
  ) {
    self.name = name
    let role = attributes["role"]?.lowercased() ?? ""
    let outer = parent?.part ?? .body
    part =
      if name == "main" || role == "main" || outer == .main {
        .main
      } else if name == "article" || role == "article" || outer == .article {
        .article
      } else if name == "form" || outer == .form {
        .form
      } else {
        .body
      }
    isLink = name == "a" || parent?.isLink == true
    isSkipped =
      parent?.isSkipped == true || Self.isHidden(attributes)
      || Self.isFurniture(name, role, part: part)
      || (readsLabels && Self.isLabelled(name, attributes))
  }

  var isBlock: Bool { Self.blocks.contains(name) }

  /// The piece that text in the innermost of some elements makes.
  static func piece(of text: [Unicode.Scalar], in frames: [HTMLFrame]) -> Piece {
    var isItem = false
    for frame in frames.reversed() {
      switch frame.name {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        let level = frame.name.utf8.last.map { Int($0) - 48 } ?? 1
        return Piece(kind: .heading, level: level, text: text)
      case "li", "dt", "dd": isItem = true
      case "ol" where isItem: return Piece(kind: .listItem(isNumbered: true), text: text)
      case "ul" where isItem, "dl" where isItem:
        return Piece(kind: .listItem(isNumbered: false), text: text)
      case "td", "th": return Piece(kind: .tableRow, text: text)
      default: break
      }
    }
    return Piece(kind: isItem ? .listItem(isNumbered: false) : .paragraph, text: text)
  }

  private static func isHidden(_ attributes: [String: String]) -> Bool {
    guard !attributes.isEmpty else { return false }
    let style = attributes["style"]?.lowercased().filter { !$0.isWhitespace } ?? ""
    return attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
      || style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// Whether an element stands around the content, by its name or its role.
  private static func isFurniture(_ name: String, _ role: String, part: HTMLPart) -> Bool {
    // In an article the header holds its title.
    if name == "header" { return part == .body }
    return furniture.contains(name) || roles.contains(role)
  }

  /// Whether a class or an id names something that stands around the content.
  private static func isLabelled(_ name: String, _ attributes: [String: String]) -> Bool {
    guard !["html", "body", "main", "article"].contains(name) else { return false }
    let words = "\(attributes["class"] ?? "") \(attributes["id"] ?? "")".lowercased()
      .split { !($0.isLetter || $0.isNumber) }
    return words.contains { labels.contains($0) }
  }

  private static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
  ]

  private static let furniture: Set<String> = [
    "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "footer", "iframe",
    "input",
    "map", "menu", "nav", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea", "video",
  ]

  private static let roles: Set<String> = [
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search", "toolbar",
  ]

  /// Words in a class or an id that name furniture.
  private static let labels: Set<Substring> = [
    "advert", "advertisement", "ads", "breadcrumb", "breadcrumbs", "comment", "comments", "consent",
    "cookie", "cookies", "disqus", "footer", "gdpr", "masthead", "menu", "modal", "nav", "navbar",
    "navigation", "newsletter", "pagination", "popup", "promo", "related", "respond", "share",
    "sharing", "sidebar", "social", "sponsored", "subscribe", "toc",
  ]
}

/// The part of a page that an element stands in.
enum HTMLPart: Hashable {
  case main
  case article
  case form
  case body

  /// The pieces of the part that holds the content.
  ///
  /// A form is left out unless it holds most of the text, as where a server wraps every page in one.
  static func main(of found: [(piece: Piece, part: HTMLPart)]) -> [Piece] {
    var lengths: [HTMLPart: Int] = [:]
    for (piece, part) in found { lengths[part, default: 0] += piece.text.count }
    let form = lengths[.form, default: 0]
    let total = lengths.values.reduce(0, +)
    for part in [HTMLPart.main, .article] {
      let length = lengths[part, default: 0]
      if length * 4 >= total - length, length > 0 {
        return found.filter { $0.part == part }.map(\.piece)
      }
    }
    return found.filter { $0.part != .form || form * 2 > total }.map(\.piece)
  }
}

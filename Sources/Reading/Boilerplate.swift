/// Tells the text of a page from what a website hangs around it.
package enum Boilerplate {
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Comment forms and what readers wrote below.
    case comments
    /// Prices, carts and offers.
    case shop
    /// Cookie and privacy notices, copyright lines.
    case notices
    /// Pointers to other pages.
    case navigation
    /// No word at all.
    case wordless
    /// Control characters, signs that could not be read, or a line too long for prose.
    case data
    /// Another language than English.
    case foreign
  }

  /// A passage that is left out, and why.
  package struct Dropped: Hashable, Sendable {
    package let passage: Passage
    package let reason: Reason
  }

  /// The passages in their order, those of the text apart from the others.
  package static func sorted(
    _ passages: [Passage]
  ) -> (kept: [Passage], dropped: [Dropped]) {
    var kept: [Passage] = []
    var dropped: [Dropped] = []
    var isTail = false
    for passage in passages {
      if let reason = isTail ? .comments : reason(passage) {
        dropped.append(Dropped(passage: passage, reason: reason))
        isTail = isTail || opensComments(passage)
      } else {
        kept.append(passage)
      }
    }
    return (kept, dropped)
  }

  private static func reason(_ passage: Passage) -> Reason? {
    let isData = passage.text.scalars.contains { $0.isControl || $0.isUnreadable }
    if passage.isOverlong || isData { return .data }
    guard passage.text.scalars.contains(where: \.isLetter) else { return .wordless }
    let text = passage.text.string(0..<min(passage.text.count, 400)).lowercased()
    for (reason, starts, parts) in table {
      if starts.contains(where: text.hasPrefix) { return reason }
      if parts.contains(where: text.holds) { return reason }
    }
    return passage.isForeign ? .foreign : nil
  }

  /// Whether everything that follows is readers' talk.
  private static func opensComments(_ passage: Passage) -> Bool {
    let text = passage.text.string(0..<min(passage.text.count, 40)).lowercased()
    return ["leave a reply", "leave a comment", "post a comment"].contains { text.hasPrefix($0) }
  }

  /// How a passage of each sort begins, and what can stand anywhere in it; all in lower case.
  private static let table: [(Reason, starts: [String], parts: [String])] = [
    (
      .comments,
      ["leave a reply", "leave a comment", "post a comment", "join the conversation", "reply to "],
      ["your email address will not be published", "required fields are marked"]
    ),
    (
      .shop,
      ["browse products", "add to cart", "view cart", "checkout", "buy now", "shop now"],
      [
        "your cart is empty", "to your cart", "find a better price", "% off", "free shipping",
        "money-back guarantee", "book a consultation", "book an appointment", "sign up today",
      ]
    ),
    (
      .notices,
      ["copyright ©", "©", "all rights reserved", "accept cookies", "cookie settings"],
      [
        "this website uses cookies", "this site uses cookies", "we use cookies", "privacy policy",
        "terms of service", "terms of use", "all rights reserved",
      ]
    ),
    (
      .navigation,
      [
        "read next", "read more", "related articles", "related posts", "related:", "see also:",
        "share this", "follow us", "subscribe", "skip to content", "table of contents",
        "learn more",
        "click here", "back to top", "previous post", "next post", "advertisement", "log in",
        "sign in", "industry buzz",
      ],
      ["find more of your peers", "perspectives and insights below", "subscribe to our newsletter"]
    ),
  ]
}

/// Gives each document the key that its citations use.
package enum DocumentKeys {
  /// One key a file name, in order; a name in `known` keeps the key it has there.
  ///
  /// Keys in `taken` belong to other documents.
  package static func keys(
    for names: [String],
    known: [String: String],
    taken others: [String] = []
  ) -> [String] {
    var taken = Set(known.values).union(others)
    return names.map { name in
      if let key = known[name] { return key }
      let stem = slug(of: name)
      let key = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }
        .first { !taken.contains($0) }
      taken.insert(key ?? stem)
      return key ?? stem
    }
  }

  private static let longest = 24

  /// `Ketamine handout v3.md` → `ketamine-handout-v3`; `001_be5371207ce33ff3.txt` → `doc001`.
  private static func slug(of name: String) -> String {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let parts = (stem.isEmpty ? name : stem).lowercased().split {
      !($0.isASCII && ($0.isLetter || $0.isNumber))
    }
    let words = parts.filter { !looksLikeHash($0) }
    var slug = ""
    for word in words where slug.isEmpty || slug.count + word.count < longest {
      slug += (slug.isEmpty ? "" : "-") + word
    }
    slug = String(slug.prefix(longest))
    return slug.first?.isLetter == true ? slug : "doc\(slug)"
  }

  private static func looksLikeHash(_ word: Substring) -> Bool {
    word.count >= 8 && word.allSatisfy(\.isHexDigit) && word.contains(where: \.isNumber)
  }
}

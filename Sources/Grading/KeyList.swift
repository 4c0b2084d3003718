/// A key that counts up three things or more: "fatigue, dry mouth and headache".
struct KeyList {
  /// The folded words of each member.
  private let members: [[String]]

  /// Nil where the key is no list, or where doses stand in it, which belong to their places.
  init?(_ key: String) {
    let plain = key.replacing(" and ", with: ", ").replacing(" or ", with: ", ")
    members = plain.split { $0 == "," || $0 == ";" }
      .map { QuantityReader.key(String($0)).words.map(\.folded) }
      .filter { !$0.isEmpty }
    guard key.contains(where: { $0 == "," || $0 == ";" }), members.count > 2,
      !members.joined().contains(where: { $0.contains { $0 == "#" || $0.isNumber } })
    else { return nil }
  }

  /// Whether some words are all of its members, each whole, in whatever order.
  func holds(_ words: [String]) -> Bool {
    var left = members
    var rest = words[...]
    while !rest.isEmpty {
      let fitting = left.indices.filter { rest.starts(with: left[$0]) }
      guard let longest = fitting.max(by: { left[$0].count < left[$1].count }) else { return false }
      rest = rest.dropFirst(left.remove(at: longest).count)
    }
    return left.isEmpty
  }
}

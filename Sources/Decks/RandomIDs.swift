/// Gives out ids of eight random characters of Crockford's base 32, none of them twice.
package struct RandomIDs: Sendable {
  private var taken: Set<String>

  package init(taken: [String]) {
    self.taken = Set(taken)
  }

  /// A new id, behind a prefix for the stage of a Case.
  package mutating func next(
    prefix: String = "",
    using generator: inout some RandomNumberGenerator
  ) -> CardID {
    var id: String
    repeat {
      id = prefix
      for _ in 0..<8 {
        id.append(CrockfordBase32.digits[Int.random(in: 0..<32, using: &generator)])
      }
    } while !taken.insert(id).inserted
    return CardID(id)
  }
}

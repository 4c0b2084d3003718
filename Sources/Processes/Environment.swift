import CSpawn

/// The variables of the environment.
package enum Environment {
  /// Reads the environment this program was started in; bytes that are no UTF-8 are repaired.
  package static func inherited() -> [String: String] {
    var variables: [String: String] = [:]
    var next = cspawn_environment()
    while let entry = next.pointee {
      let pair = String(cString: entry).split(
        separator: "=",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
      next += 1
    }
    return variables
  }
}

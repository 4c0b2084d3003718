import ArgumentParser

/// The base address of a server that speaks `POST /chat/completions`.
///
/// Only plain addresses are read: no user, no query, and no mark that two programs could read in two
/// ways, because whether the address is this machine's own decides what may be sent there.
struct ServerAddress: Hashable, ExpressibleByArgument {
  /// The address without a slash at its end.
  let text: String
  /// The host in small letters, an address of IPv6 in its brackets.
  let host: String
  let isEncrypted: Bool

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, ["http:", "https:"].contains(parts[0].lowercased()), parts[1].isEmpty,
      let host = Self.host(of: parts[2]), parts[3...].allSatisfy(Self.isPlain)
    else { return nil }
    var kept = parts
    while kept.count > 3, kept.last?.isEmpty == true { kept.removeLast() }
    text = kept.joined(separator: "/")
    self.host = host
    isEncrypted = parts[0].lowercased() == "https:"
  }

  /// Where questions are posted to.
  var endpoint: String { text + "/chat/completions" }

  /// Whether what is sent there stays on this machine.
  var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy(Self.isByte)
  }

  /// The host of `host:port`.
  private static func host(of authority: String) -> String? {
    let authority = authority.lowercased()
    var host = authority[...]
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      let port = authority[authority.index(after: colon)...]
      guard (1...5).contains(port.count), port.allSatisfy(\.isASCIIDigit) else { return nil }
      host = authority[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") {
      let inner = host.dropFirst().dropLast()
      return inner.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == ":") } ? String(host) : nil
    }
    let isName = host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
    return isName && !host.isEmpty ? String(host) : nil
  }

  private static func isPlain(_ segment: String) -> Bool {
    segment.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~".contains($0)) }
      && segment != ".."
  }

  /// A leading zero would be read as octal by some.
  private static func isByte(_ number: Substring) -> Bool {
    guard number.allSatisfy(\.isASCIIDigit), let value = Int(number) else { return false }
    return value < 256 && String(value) == number
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

/// The list of checks that an author turns off: `-twofold-tolerance,-no-source`.
enum SilencedChecks {
  static func read(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == " " })
      .compactMap { $0.hasPrefix("-") && $0.count > 1 ? String($0.dropFirst()) : nil }
  }
}

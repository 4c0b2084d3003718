import Testing

@testable import Terminal

@Suite struct `Display width` {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("µ ≥ ±", 5), ("血圧", 4), ("한글", 4),
    ("\u{1112}\u{1161}\u{11ab}", 2), ("😀", 2), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("→↑", 2), ("█▏▁", 3),
    ("a\u{200b}b", 2), ("\u{feff}x", 1), ("a\u{a0}b", 3), ("\u{ad}", 1), ("𠀀", 2), ("“x”", 3),
  ])
  func `is counted in columns`(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `colours take no columns`() {
    #expect("\u{1b}[1;32mgood\u{1b}[0m ≥".columns == 6)
    #expect("\u{1b}[1mab\u{1b}[0m".padded(to: 4) == "\u{1b}[1mab\u{1b}[0m  ")
  }

  @Test func `padding fills up to the columns and cuts nothing`() {
    #expect("血".padded(to: 4) == "血  ")
    #expect("血".leftPadded(to: 4) == "  血")
    #expect("long".padded(to: 2) == "long")
    #expect("long".leftPadded(to: 2) == "long")
  }

  @Test func `the wide ranges ascend`() {
    for (lower, upper) in zip(wideRanges, wideRanges.dropFirst()) {
      #expect(lower.upperBound < upper.lowerBound)
    }
    for range in wideRanges {
      #expect(Unicode.Scalar(range.lowerBound)?.columns == 2)
      #expect(Unicode.Scalar(range.upperBound)?.columns == 2)
    }
  }
}

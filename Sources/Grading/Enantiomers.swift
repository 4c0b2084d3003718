/// One hand of a molecule by its letter: S-ketamine is esketamine, never ketamine.
///
/// Source: WHO, "International Nonproprietary Names", lists of the single enantiomers.
enum Enantiomers {
  /// The name of one hand (`s`, `r`, or a torn-off `es`) of a substance, all in lower case.
  static func name(_ hand: String, of substance: String) -> String? {
    names["\(hand) \(substance)"]
  }

  private static let names = [
    "s ketamine": "esketamine", "es ketamine": "esketamine", "r ketamine": "arketamine",
    "ar ketamine": "arketamine", "s citalopram": "escitalopram", "es citalopram": "escitalopram",
    "s omeprazole": "esomeprazole", "es omeprazole": "esomeprazole",
    "s bupivacaine": "levobupivacaine", "s ofloxacin": "levofloxacin",
    "r cetirizine": "levocetirizine", "s ketoprofen": "dexketoprofen",
    "s zopiclone": "eszopiclone", "r modafinil": "armodafinil", "r salbutamol": "levosalbutamol",
  ]
}

extension QuantityReader {
  /// Takes `S-ketamine`, `(S)-ketamine` or `S(+)-ketamine` as one word; false for all else.
  ///
  /// Both hands named at once (`R,S-ketamine`) are the racemate, and stay apart.
  mutating func enantiomer(at start: Int) -> Bool {
    guard ["s", "r", "e", "a", "S", "R", "E", "A"].contains(text[start]) else { return false }
    let hand = text[start...].prefix(3).prefix(while: \.isLetter).text.lowercased()
    guard ["s", "r", "es", "ar"].contains(hand), !followsOtherHand(start) else { return false }
    let from = start + hand.unicodeScalars.count
    let nameStart = substance(from: from, isRight: hand == "r" || hand == "ar")
    guard nameStart > from, nameStart < text.count else { return false }
    let run = text[nameStart...].prefix(20).prefix(while: \.isWordPart)
    guard let name = Enantiomers.name(hand, of: run.text.lowercased()) else { return false }
    index = nameStart + run.count
    let written = text[start..<index].text
    reading.items.append(.word(ReadWord(folded: name, written: written, hasDigit: false)))
    return true
  }

  private func followsOtherHand(_ start: Int) -> Bool {
    start > 1 && [",", "/", "+"].contains(text[start - 1])
      && ["r", "s", "R", "S"].contains(text[start - 2])
  }

  /// Where the substance begins, behind hyphens, parentheses and the sign of rotation.
  private func substance(from start: Int, isRight: Bool) -> Int {
    var next = start
    func take(_ marks: String) {
      let marks = Array(marks.unicodeScalars)
      if text[next...].prefix(marks.count).elementsEqual(marks) { next += marks.count }
    }
    take(")")
    if next < text.count, text[next] == "-" || text[next] == " " { next += 1 }
    take(isRight ? "(-)" : "(+)")
    if !isRight { take("+") }
    if next < text.count, text[next] == "-" || text[next] == " " { next += 1 }
    return next
  }
}

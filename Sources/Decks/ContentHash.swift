import CDigest

/// Three fingerprints of a question, which tell what changed since it was last answered.
///
/// SHA-256 over NFC text in length-prefixed fields, so that two texts never run together; the first
/// 16 hex digits are kept.
package struct ContentHash: Hashable, Sendable {
  /// What is asked, distractors included.
  package let stem: String
  /// What is right.
  package let key: String
  /// Everything that teaches but does not ask: rationales, citations, hints, tags.
  package let rest: String

  package init(stem: String, key: String, rest: String) {
    self.stem = stem
    self.key = key
    self.rest = rest
  }
}

extension ContentHash {
  package init(of question: Question) {
    var stem = FieldDigest()
    stem.add(question.kind.rawValue, question.caseVignette, question.vignette, question.stem)
    var key = FieldDigest()
    var rest = FieldDigest()
    rest.add(question.title)
    Self.add(question.key, stem: &stem, key: &key, rest: &rest)
    rest.add(question.details)
    self.init(
      stem: stem.hexadecimal(),
      key: key.hexadecimal(),
      rest: rest.hexadecimal()
    )
  }

  private static func add(
    _ answer: Key,
    stem: inout FieldDigest,
    key: inout FieldDigest,
    rest: inout FieldDigest
  ) {
    switch answer {
    case .text(let text):
      key.add(text.answer)
      rest.add(text.accepted)
    case .blanks(let blanks):
      for blank in blanks {
        key.add(blank.text)
        rest.add(blank.hint ?? "")
        rest.add(blank.accepted)
      }
    case .choice(let choice):
      for option in choice.options {
        if option.isRight { key.add(option.text) } else { stem.add(option.text) }
        rest.add(option.letter, option.rationale ?? "")
      }
      rest.add(choice.score.rawValue)
    case .truth(let truth):
      key.add(truth ? "true" : "false")
    case .numeric(let numeric):
      key.add(numeric.canonicalText)
      rest.add(numeric.accepted.map(\.text))
    case .order(let ordering):
      for step in ordering.steps { key.add(step) }
      rest.add(ordering.score.rawValue)
    }
  }
}

/// A running digest of length-prefixed fields.
struct FieldDigest {
  private var bytes: [UInt8] = []

  mutating func add(_ fields: String...) {
    add(fields)
  }

  mutating func add(_ fields: [String]) {
    for field in fields {
      let normal = NormalForm.bytes(of: field)
      bytes.append(contentsOf: "\(normal.count):".utf8)
      bytes.append(contentsOf: normal)
    }
  }

  mutating func add(_ details: Card.Details) {
    add(details.hint ?? "", details.why ?? "", details.evidence ?? "", details.disputed ?? "")
    add(details.reviewBy ?? "", details.reviewed ?? "", details.objective ?? "")
    add(details.citations.map(\.description))
    add(details.tags)
  }

  /// The first 16 hex digits of the SHA-256.
  func hexadecimal() -> String {
    SHA256.digest(of: bytes).prefix(8).reduce(into: "") { text, byte in
      text.append(SHA256.hexadecimalDigits[Int(byte >> 4)])
      text.append(SHA256.hexadecimalDigits[Int(byte & 15)])
    }
  }

  /// 65 bits of the SHA-256 as 13 characters of Crockford's base 32.
  func base32() -> String {
    let digest = SHA256.digest(of: bytes)
    return String(
      (0..<13).map { position in
        let value = (0..<5).reduce(0) { value, offset in
          let bit = position * 5 + offset
          return value << 1 | Int(digest[bit / 8] >> (7 - bit % 8)) & 1
        }
        return CrockfordBase32.digits[value]
      }
    )
  }
}

/// SHA-256 by the system's library.
package enum SHA256 {
  /// The 32 bytes of the digest.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest
  }

  /// The digest as 64 lower-case hex digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    digest(of: bytes).reduce(into: "") { text, byte in
      text.append(hexadecimalDigits[Int(byte >> 4)])
      text.append(hexadecimalDigits[Int(byte & 15)])
    }
  }

  static let hexadecimalDigits = Array("0123456789abcdef")
}

/// The alphabet of ids that are read aloud: no I, L, O or U.
package enum CrockfordBase32 {
  package static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
}

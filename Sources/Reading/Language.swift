/// A language, told by its commonest short words.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english
  case german
  case french
  case spanish
  case italian
  case dutch

  /// What one text shows of languages.
  struct Evidence {
    /// Words of each language's table, by language.
    var hits: [Language: Int] = [:]
    var words = 0
    /// Letters of other scripts than the Latin and the Greek.
    var foreignLetters = 0
    var letters = 0

    mutating func add(_ other: Evidence) {
      hits.merge(other.hits, uniquingKeysWith: +)
      words += other.words
      foreignLetters += other.foreignLetters
      letters += other.letters
    }

    /// The language that is not English and has more words here than English has.
    ///
    /// A third of any prose is short common words, a twentieth leaves room for lists and names; five
    /// of them are more than a quoted title holds.
    var foreign: Language? {
      let best = hits.filter { $0.key != .english }.max {
        ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue)
      }
      guard let best, best.value >= 5, best.value * 20 >= words,
        best.value > hits[.english, default: 0]
      else { return nil }
      return best.key
    }

    /// Whether most letters are of scripts that English is not written in.
    var isOtherScript: Bool { letters >= 20 && foreignLetters * 2 > letters }
  }

  static func evidence(in text: some Sequence<Unicode.Scalar>) -> Evidence {
    var evidence = Evidence()
    var word = ""
    func end() {
      guard !word.isEmpty else { return }
      evidence.words += 1
      for language in table[word] ?? [] { evidence.hits[language, default: 0] += 1 }
      word = ""
    }
    for scalar in text {
      guard scalar.isLetter else {
        end()
        continue
      }
      evidence.letters += 1
      // Latin ends at U+024F; the Greek of doses and receptors at U+03FF.
      if scalar.value > 0x3FF, !(0x1E00...0x1FFF).contains(scalar.value) {
        evidence.foreignLetters += 1
      }
      word += scalar.properties.lowercaseMapping
    }
    end()
    return evidence
  }

  /// Common words and the languages that have them; what English shares tells nothing and is not here.
  private static let table: [String: [Language]] = {
    var table: [String: [Language]] = [:]
    for (language, words) in common {
      for word in words.split(separator: " ") { table[String(word), default: []].append(language) }
    }
    return table
  }()

  private static let common: [(Language, String)] = [
    (
      .english,
      "the of and to is are was were be been with that this it for from by which or not as at has have "
        + "had can may should than these those their they he she his her its if when after before "
        + "who will would"
    ),
    (
      .german,
      "der das und ist sind nicht mit von den dem des ein eine einer einem eines auf für im zu bei "
        + "wird werden durch oder auch sich nach aus wie kann sollte über vor bis als zur zum wurde"
    ),
    (
      .french,
      "le la les des du et est sont une un dans pour par avec qui que au aux ou pas sur plus ce cette "
        + "ces être peut doit chez lors ne se il elle sans après leur"
    ),
    (
      .spanish,
      "el la los las del y es son una un en para por con que se al o su sus como más pero está puede "
        + "debe entre cuando después sin también ser este esta"
    ),
    (
      .italian,
      "il lo la gli le di del della dei delle che e è sono una un nel nella per con non si da dal "
        + "dalla come più anche può deve al alla ai tra dopo senza questo questa essere"
    ),
    (
      .dutch,
      "de het een van en is zijn niet met dat die op te voor bij wordt worden door of ook naar uit "
        + "als kan moet over na tot aan deze dit er om maar heeft"
    ),
  ]
}

extension Document {
  /// What the document is written in, if most of its prose is not English.
  package enum Foreign: Hashable, Sendable {
    /// Nil where the script alone tells.
    case language(Language?)
  }

  /// What speaks against English; nil where the document is English, or too short to tell.
  package var foreign: Foreign? {
    var evidence = Language.Evidence()
    for passage in passages { evidence.add(Language.evidence(in: passage.text.scalars)) }
    if evidence.isOtherScript { return .language(nil) }
    return evidence.foreign.map { .language($0) }
  }
}

extension Passage {
  /// Whether the passage stands in another language than English.
  var isForeign: Bool {
    guard isProse else { return false }
    let evidence = Language.evidence(in: text.scalars)
    return evidence.isOtherScript || evidence.foreign != nil
  }
}

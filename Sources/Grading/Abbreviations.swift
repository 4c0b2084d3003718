/// Abbreviations that have been taken for something else.
///
/// Source: ISMP, "List of error-prone abbreviations, symbols, and dose designations".
enum Abbreviations {
  /// What a dangerous abbreviation has been taken for, or nil.
  static func danger(_ word: String) -> String? { dangers[word] }

  /// Abbreviations of a salt of morphine or magnesium, each taken for the other.
  static func isMorphineOrMagnesium(_ word: String) -> Bool {
    ["ms", "mso4"].contains(word)
  }

  private static let dangers = [
    "qd": "four times a day", "od": "right eye or overdose", "qod": "daily or four times a day",
    "ms": "magnesium sulfate", "mso4": "magnesium sulfate", "mgso4": "morphine sulfate",
    "hs": "half-strength or at bedtime", "sc": "sublingual", "sq": "5 every",
    "tiw": "three times a day", "biw": "twice a day", "dc": "discharge or discontinue",
    "ou": "each ear", "os": "left ear", "au": "each eye",
    "azt": "azathioprine", "mtx": "mitoxantrone", "hct": "hydrochlorothiazide",
    "pca": "procainamide", "ptu": "mercaptopurine", "tnk": "alteplase",
  ]
}

/// How words are made alike before they are compared: case, accents, Greek letters.
enum WordFold {
  static func fold(_ written: String) -> String {
    let lower = written.lowercased()
    guard lower.utf8.contains(where: { $0 > 0x7F }) else { return lower }
    var folded = ""
    for character in lower {
      if let plain = plain[character] { folded += plain } else { folded.append(character) }
    }
    return folded
  }

  /// Accented letters that a keyboard may lack, and Greek letters by name.
  private static let plain: [Character: String] = {
    var plain: [Character: String] = [
      "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
      "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
      "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi",
      "ω": "omega", "ß": "ss",
    ]
    let accented: [(String, String)] = [
      ("àáâãäå", "a"), ("èéêë", "e"), ("ìíîï", "i"), ("òóôõöø", "o"), ("ùúûü", "u"), ("ç", "c"),
      ("ñ", "n"), ("ýÿ", "y"),
    ]
    for (letters, base) in accented {
      for letter in letters { plain[letter] = base }
    }
    return plain
  }()
}

// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Two layers of C stand under the Swift: libedit (through CEdit) and libmd (through CDigest, SHA-256).
// Debian's libedit-dev brings both, so it is the only library a build needs. The doors below are
// built where their library's .pc file is found; none of them is linked, they load it when needed.

/// A door to a C library that a build can do without.
struct Door {
  let name: String
  let define: String
  let includes: String

  /// Nil where there is no such .pc file.
  init?(_ name: String, define: String, package: String) {
    let environment = ProcessInfo.processInfo.environment
    let system = [
      "/usr/lib/\(Self.architecture)-linux-gnu/pkgconfig", "/usr/lib64/pkgconfig",
      "/usr/lib/pkgconfig", "/usr/share/pkgconfig", "/usr/local/lib/pkgconfig",
    ]
    let folders =
      (environment["PKG_CONFIG_PATH"].map { $0.components(separatedBy: ":") } ?? [])
      + (environment["PKG_CONFIG_LIBDIR"].map { $0.components(separatedBy: ":") } ?? system)
    let texts = folders.filter { !$0.isEmpty }.lazy.compactMap {
      try? String(contentsOfFile: "\($0)/\(package).pc", encoding: .utf8)
    }
    guard let text = texts.first else { return nil }
    self.name = name
    self.define = define
    includes = Self.includes(of: text)
  }

  var target: Target {
    .target(
      name: name,
      cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-I\(includes)"])],
      linkerSettings: [.linkedLibrary("dl")]
    )
  }

  /// The folder that `Cflags: -I…` names.
  private static func includes(of text: String) -> String {
    var values: [String: String] = [:]
    func expanded(_ value: String) -> String {
      values.reduce(value) { $0.replacingOccurrences(of: "${\($1.key)}", with: $1.value) }
    }
    for line in text.components(separatedBy: "\n") {
      let words = line.components(separatedBy: .whitespaces)
      if let pair = line.range(of: "="), words.count == 1 {
        values[String(line[..<pair.lowerBound])] = expanded(String(line[pair.upperBound...]))
      } else if words[0] == "Cflags:", let flag = words.first(where: { $0.hasPrefix("-I") }) {
        return expanded(String(flag.dropFirst(2)))
      }
    }
    return "/usr/include"
  }

  #if arch(arm64)
    private static let architecture = "aarch64"
  #else
    private static let architecture = "x86_64"
  #endif
}

/// The doors that `Reading` goes through.
let documentDoors = [
  Door("CXML", define: "ROUNDS_XML", package: "libxml-2.0"),
  Door("CArchive", define: "ROUNDS_ARCHIVE", package: "libarchive"),
].compactMap(\.self)

/// The doors that `Authoring` goes through.
let grammarDoors = [
  Door("CLinkGrammar", define: "ROUNDS_LINK_GRAMMAR", package: "link-grammar")
].compactMap(\.self)

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the house: it may import exactly what is listed.
func library(
  _ name: String,
  imports: [Target.Dependency] = [],
  through doors: [Door] = []
) -> Target {
  .target(
    name: name,
    dependencies: imports + doors.map { .target(name: $0.name) },
    swiftSettings: settings + doors.map { .define($0.define) }
  )
}

/// The tests that mirror one target.
func tests(of name: String, also more: [Target.Dependency] = []) -> Target {
  let suite = name.prefix(1).uppercased() + name.dropFirst() + "Tests"
  return .testTarget(
    name: suite,
    dependencies: [.target(name: name), "TestKit"] + more,
    exclude: fixtures[suite] ?? [],
    swiftSettings: settings
  )
}

/// Folders that tests read as files, found through `#filePath`.
let fixtures = [
  "AuthoringTests": ["Analyses", "Labels"],
  "RoundsTests": ["Transcripts", "cohort_peer.py"],
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "rounds",
  products: [.executable(name: "rounds", targets: ["rounds"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(
      name: "CEdit",
      cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("edit")]
    ),
    .target(name: "CSpawn", cSettings: [.define("_GNU_SOURCE")]),
    .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"])]),

    library("Processes", imports: ["CSpawn"]),
    library("Decks", imports: ["CDigest"]),
    library("Scheduling"),
    library("Storage"),
    library("Reading", imports: ["Processes"], through: documentDoors),
    library("Terminal", imports: ["CEdit"]),
    library("Grading", imports: ["Decks"]),
    library("Authoring", imports: ["Decks", "Reading"], through: grammarDoors),
    library("Exchange", imports: ["Decks"]),
    library("Study", imports: ["Decks", "Grading", "Scheduling", "Storage"]),
    .executableTarget(
      name: "rounds",
      dependencies: [
        "Authoring", "Decks", "Exchange", "Grading", "Processes", "Reading", "Scheduling",
        "Storage", "Study", "Terminal",
        argumentParser,
      ],
      swiftSettings: settings
    ),

    .target(
      name: "TestKit",
      dependencies: ["CSpawn", "Processes", "Scheduling"],
      path: "Tests/TestKit",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "line-demo",
      dependencies: ["Processes", "Terminal"],
      path: "Tests/LineDemo",
      swiftSettings: settings
    ),
    tests(of: "Processes"),
    tests(of: "Decks", also: ["Scheduling"]),
    tests(of: "Scheduling"),
    tests(of: "Storage", also: ["Scheduling"]),
    tests(of: "Reading", also: ["Processes", "Scheduling"]),
    tests(of: "Terminal", also: ["Scheduling"]),
    tests(of: "Grading", also: ["Decks", "Scheduling"]),
    tests(of: "Authoring", also: ["Decks", "Reading", "Scheduling"]),
    tests(of: "Exchange", also: ["Decks", "Scheduling"]),
    tests(of: "Study", also: ["Decks", "Grading", "Scheduling", "Storage"]),
    tests(
      of: "rounds",
      also: [
        "Authoring", "Decks", "Reading", "Scheduling", "Storage", "Study", "Terminal",
        argumentParser,
      ]
    ),
    .executableTarget(
      name: "speed",
      dependencies: [
        "Authoring", "Decks", "Grading", "Processes", "Reading", "Scheduling", "Storage", "Study",
        "TestKit",
        argumentParser,
      ],
      path: "Tests/Speed",
      exclude: ["fsrs_peer.py", "spacy_peer.py", "store_peer.py"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ranking",
      dependencies: ["Authoring", "Decks", "Grading", "Reading", argumentParser],
      path: "Tests/Ranking",
      swiftSettings: settings
    ),
  ] + (documentDoors + grammarDoors).map(\.target)
)

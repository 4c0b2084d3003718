// swift-tools-version: 6.2
import PackageDescription

// Two layers of C stand under the Swift: libedit (through CEdit) and libmd (through CDigest, SHA-256).
// Debian's libedit-dev brings both, so it is the only library a build needs.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the house: it may import exactly what is listed.
func library(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
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
  "RoundsTests": ["Transcripts"]
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
    library("Reading"),
    library("Terminal", imports: ["CEdit"]),
    library("Grading", imports: ["Decks"]),
    library("Authoring", imports: ["Decks", "Reading"]),
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
    tests(of: "Reading", also: ["Scheduling"]),
    tests(of: "Terminal", also: ["Scheduling"]),
    tests(of: "Grading", also: ["Decks", "Scheduling"]),
    tests(of: "Authoring", also: ["Decks", "Reading", "Scheduling"]),
    tests(of: "Exchange", also: ["Decks", "Scheduling"]),
    tests(of: "Study", also: ["Decks", "Grading", "Scheduling", "Storage"]),
    tests(
      of: "rounds",
      also: ["Authoring", "Decks", "Scheduling", "Storage", "Study", "Terminal", argumentParser]
    ),
    .executableTarget(
      name: "speed",
      dependencies: [
        "Decks", "Grading", "Processes", "Scheduling", "Storage", "Study", "TestKit",
        argumentParser,
      ],
      path: "Tests/Speed",
      exclude: ["fsrs_peer.py"],
      swiftSettings: settings
    ),
  ]
)

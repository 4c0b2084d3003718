import ArgumentParser

/// Fits the weights of the generator's ranking to people's judgements of its candidates.
@main
struct Ranker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking",
    abstract: "Lists candidates to be judged, and fits the ranking to the judgements.",
    subcommands: [Candidates.self, Fit.self]
  )
}

/// Where the labelled documents lie.
enum Labelled {
  static let folder = String(#filePath.dropLast("Ranker.swift".count)) + "../AuthoringTests/Labels"
  static let folders = [folder, folder + "/../../../../shared/documents"]
  static let judgements = folder + "/judgements.tsv"
}

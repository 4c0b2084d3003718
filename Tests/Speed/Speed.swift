import ArgumentParser

@main
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "Measures Rounds side by side with its peers.",
    subcommands: [
      AnswerSpeed.self, CorrectionSpeed.self, EvaluationSpeed.self,
      GenerateSpeed.self, GradeSpeed.self, GroupSpeed.self, MergeSpeed.self,
      OptimizerSpeed.self, ParseSpeed.self, PreviewSpeed.self, ReplaySpeed.self,
      SimulatorSpeed.self, StartSpeed.self, StoreSpeed.self,
    ]
  )
}

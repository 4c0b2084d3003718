import Scheduling
import Terminal
import TestKit
import Testing

@testable import rounds

@Suite struct `The calibration plot` {
  private let calibration = Evaluation(
    of: .standard,
    on: TrainingSet(SimulatedLog(seed: 3, cards: 300, days: 200).reviews)
  ).calibration

  private func lines(_ width: Int, _ style: Style = .plain) -> [String] {
    CalibrationPlot(calibration).lines(width: width, style: style)
  }

  @Test(arguments: [80, 60, 50, 40, 30, 20])
  func `no line is wider than the terminal`(_ width: Int) {
    for style in [Style.plain, Style(hasColour: false, hasDrawing: true)] {
      #expect(lines(width, style).allSatisfy { $0.columns <= width })
    }
  }

  @Test func `every bin is marked where it was predicted and where it came out`() throws {
    let rows = lines(80).dropFirst()
    #expect(rows.count == calibration.bins.count && rows.count == 10)
    for (row, bin) in zip(rows, calibration.bins) {
      #expect(row.contains(bin.predicted.percentText) && row.contains(bin.recalled.percentText))
      let track = try #require(row.split(separator: " ").last)
      let recalled = try #require(track.firstIndex(of: "o"))
      if let predicted = track.firstIndex(of: "|") {
        #expect((predicted < recalled) == (bin.predicted < bin.recalled))
      }
    }
  }

  @Test func `nothing predicted gives no rows`() {
    let none = Evaluation(of: .standard, on: TrainingSet([])).calibration
    #expect(CalibrationPlot(none).lines(width: 80, style: .plain).count <= 1)
    #expect(CalibrationPlot(none).lines(width: 20, style: .plain).allSatisfy { $0.columns <= 20 })
  }
}

@Suite struct `A number in figures` {
  @Test(arguments: [
    (0.0, 4, "0.0000"), (0.45126, 4, "0.4513"), (-0.00004, 4, "0.0000"), (-1.25, 1, "-1.3"),
    (12.0, 0, "12"), (0.99999, 2, "1.00"), (1.05, 3, "1.050"), (.infinity, 2, "n/a"),
    (.nan, 2, "n/a"),
  ])
  func `is rounded to its places`(_ value: Double, _ places: Int, _ text: String) {
    #expect(value.text(places: places) == text)
  }
}

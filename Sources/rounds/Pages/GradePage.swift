import Scheduling
import Study
import Terminal

/// The grades with the interval that each leads to.
struct GradePage {
  let offer: GradeOffer
  /// What each grade leads to; nil for practice, which leads to nothing.
  let preview: Preview?
  /// Whether it is asked first if the card was recalled at all.
  var asksRecall = false
  let width: Int
  let style: Style

  var lines: [String] {
    guard !asksRecall else { return recallLines }
    let items = offer.allowed.map { grade in
      let text = "\(grade.rawValue) \(grade.name)\(interval(of: grade))"
      return grade == offer.suggested ? style(.strong, text) : text
    }
    let line = items.joined(separator: "   ")
    return line.columns <= width ? [line] : items
  }

  private var recallLines: [String] {
    let items = ["Did you recall it?", "y yes", "n no, again" + interval(of: .again)]
    let line = items.joined(separator: "   ")
    return line.columns <= width ? [line] : items
  }

  private func interval(of grade: Grade) -> String {
    preview.map { " \($0[grade].interval.text)" } ?? ""
  }

  var prompt: String {
    guard !asksRecall else { return recallPrompt }
    let keys = offer.allowed.map { "\($0.rawValue)" }.joined(separator: " ")
    let enter = offer.suggested.map { "[\($0.rawValue)]" } ?? keys
    return width < 30 ? "grade \(enter)> " : "grade \(enter) · u s q ?> "
  }

  private var recallPrompt: String {
    let enter = offer.suggested.map { $0 == .again ? "y [n]" : "[y] n" } ?? "y n"
    return width < 30 ? "recalled \(enter)> " : "recalled \(enter) · u s q ?> "
  }
}

import Scheduling
import Study
import Terminal

/// The grades with the interval that each leads to.
struct GradePage {
  let offer: GradeOffer
  /// What each grade leads to; nil for practice, which leads to nothing.
  let preview: Preview?
  let width: Int
  let style: Style

  var lines: [String] {
    let items = offer.allowed.map { grade in
      let interval = preview.map { " \($0[grade].interval.text)" } ?? ""
      let text = "\(grade.rawValue) \(grade.name)\(interval)"
      return grade == offer.suggested ? style(.strong, text) : text
    }
    let line = items.joined(separator: "   ")
    return line.columns <= width ? [line] : items
  }

  var prompt: String {
    let keys = offer.allowed.map { "\($0.rawValue)" }.joined(separator: " ")
    let enter = offer.suggested.map { "[\($0.rawValue)]" } ?? keys
    return width < 30 ? "grade \(enter)> " : "grade \(enter) · u s q ?> "
  }
}

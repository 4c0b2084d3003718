/// How well a card was recalled, from not at all to without effort; the raw value is the one logs use.
package enum Grade: Int, CaseIterable, Comparable, Sendable {
  case again = 1
  case hard
  case good
  case easy

  package static func < (left: Grade, right: Grade) -> Bool {
    left.rawValue < right.rawValue
  }
}

import Terminal

/// One line on a terminal that tells how far long work has come, and is gone at its end.
final class ProgressLine {
  private let console: Console
  private let started = World.stopwatch()
  /// When the line was written last, in milliseconds of the stopwatch.
  private var written = 0
  private var isShown = false
  /// When the first share of the work was told, in milliseconds of the stopwatch.
  private var begun: Int?

  /// What takes less than a second shows nothing.
  private static let patience = 1_000
  private static let pause = 200

  init(_ console: Console) { self.console = console }

  /// Says how much is done, from 0 to 1, and how long the rest will take.
  func show(_ share: Double, of what: String) {
    let share = min(1, max(0, share))
    let now = World.stopwatch()
    let begun = begun ?? now
    self.begun = begun
    let rest = Self.rest(after: now - begun, done: share).map { ", \($0) left" } ?? ""
    show("\(Int(share * 100)) % of \(what)\(rest)")
  }

  /// `about 40 s`, `about 3 min`, for a share of the work that took so many milliseconds; nil where too
  /// little is done to tell.
  static func rest(after elapsed: Int, done share: Double) -> String? {
    guard elapsed >= patience, share >= 0.02 else { return nil }
    let seconds = Double(elapsed) / 1_000 * (1 - share) / share
    if seconds < 60 { return "about \(max(5, Int((seconds / 5).rounded(.up)) * 5)) s" }
    if seconds < 3_600 { return "about \(Int((seconds / 60).rounded(.up))) min" }
    return "about \(Int((seconds / 3_600).rounded(.up))) h"
  }

  /// Says what is being done.
  func show(_ text: String) {
    let now = World.stopwatch()
    guard console.isTerminal, now - started >= Self.patience, now - written >= Self.pause else {
      return
    }
    written = now
    isShown = true
    fill(text)
  }

  /// Says what is awaited, with the seconds since the beginning.
  func show(waitingFor what: String) {
    show("waiting for \(what), \((World.stopwatch() - started) / 1_000) s")
  }

  func end() {
    guard isShown else { return }
    isShown = false
    fill("")
    console.write("\r")
    console.flush()
  }

  /// Blanks to the end of the line do what an escape sequence would, on any terminal.
  private func fill(_ text: String) {
    let width = max(1, console.width - 1)
    let text = text.sanitizedLine.shortened(to: width)
    console.write("\r" + text + String(repeating: " ", count: max(0, width - text.columns)))
    console.flush()
  }
}

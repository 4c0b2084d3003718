extension Double {
  /// The number with some digits after the point, 0 to 9 of them.
  func text(places: Int) -> String {
    guard isFinite, magnitude < 1e9 else { return "n/a" }
    let unit = (0..<places).reduce(1) { power, _ in power * 10 }
    let parts = Int((magnitude * Double(unit)).rounded())
    let sign = self < 0 && parts > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(parts)" }
    let fraction = String(parts % unit)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(sign)\(parts / unit).\(zeros)\(fraction)"
  }
}

import Reading

extension Place {
  var words: String {
    switch self {
    case .line(let number): "line \(number)"
    case .page(let number): "page \(number)"
    case .paragraph(let number): "¶\(number)"
    }
  }
}

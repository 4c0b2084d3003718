/// The name of the machine that writes a journal: 1 to 64 letters, digits, dots, dashes or underscores.
package struct DeviceName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name itself.
  package let description: String

  /// A name that is safe as the name of a folder; nil for one that is not.
  package init?(_ name: String) {
    guard (1...64).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "."),
      name.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    description = name
  }

  /// The name nearest to a host's name: other characters become dashes, the rest is cut off.
  package init(host: String) {
    var name = host.utf8.prefix(64).map { Self.isAllowed($0) ? $0 : UInt8(ascii: "-") }
    if name.first == UInt8(ascii: ".") { name[0] = UInt8(ascii: "-") }
    description = name.isEmpty ? "device" : String(decoding: name, as: UTF8.self)
  }

  package static func < (left: DeviceName, right: DeviceName) -> Bool {
    left.description < right.description
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

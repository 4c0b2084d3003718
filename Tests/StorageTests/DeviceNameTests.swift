import Testing

@testable import Storage

@Suite struct DeviceNameTests {
  @Test(arguments: ["a", "ward-7", "ICU_2.local", String(repeating: "x", count: 64)])
  func `a name`(_ name: String) {
    #expect(DeviceName(name)?.description == name)
    #expect(DeviceName(host: name).description == name)
  }

  @Test(arguments: [
    ("", "device"), (".", "-"), ("..", "-."), (".hidden", "-hidden"), ("a/b", "a-b"),
    ("../../etc", "-.-..-etc"), ("a b", "a-b"), ("Zoë", "Zo--"), ("a\0b", "a-b"), ("a\nb", "a-b"),
    (String(repeating: "x", count: 65), String(repeating: "x", count: 64)),
  ]) func `what is no name, and the nearest`(_ text: String, _ nearest: String) {
    #expect(DeviceName(text) == nil)
    #expect(DeviceName(host: text).description == nearest)
    #expect(DeviceName(nearest)?.description == nearest)
  }
}

import Glibc
import Processes
import Testing

@Suite struct `The environment` {
  @Test func `has the variables that the system knows`() throws {
    let path = try #require(getenv("PATH"))
    #expect(Environment.inherited()["PATH"] == String(cString: path))
    #expect(Environment.inherited()["no such variable"] == nil)
  }
}

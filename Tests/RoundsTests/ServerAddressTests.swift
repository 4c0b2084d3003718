import Testing

@testable import rounds

@Suite struct `The address of a server` {
  @Test(
    arguments: [
      "http://localhost:11434/v1", "http://127.0.0.1:8080/v1/", "http://127.9.8.7/v1",
      "https://LOCALHOST", "http://[::1]:8080/v1",
    ]
  )
  func `this machine is known`(text: String) throws {
    #expect(try #require(ServerAddress(argument: text)).isLoopback)
  }

  @Test(
    arguments: [
      "http://example.org/v1", "http://localhost.example.org/v1", "http://127.0.0.1.example.org",
      "http://0.0.0.0:11434", "http://128.0.0.1", "http://0127.0.0.1", "http://127.1",
      "http://2130706433", "http://localhost.",
      "http://[::ffff:127.0.0.1]".replacing(".", with: ":"),
      "http://127.0.0.256", "http://10.0.0.1:80",
    ]
  )
  func `other machines, and what only looks like this one, are remote`(text: String) throws {
    #expect(try !#require(ServerAddress(argument: text)).isLoopback)
  }

  @Test(
    arguments: [
      "localhost:11434", "ftp://localhost", "http:/localhost", "http://", "file:///etc/passwd",
      "http://localhost@example.org/v1", "http://user:pw@localhost/v1", "http://localhost#@x.org",
      "http://localhost\\@x.org", "http://localhost/v1?x=1", "http://localhost/v1\nurl = x",
      "http://localhost:11434:1", "http://localhost:port", "http://localhost/../x",
      "http://lоcalhost/v1", "http://localhost/\"", "",
    ]
  )
  func `an address that could be read in two ways is none`(text: String) {
    #expect(ServerAddress(argument: text) == nil)
  }

  @Test func `questions go below the base, one slash between`() {
    for text in ["http://localhost:1/v1", "http://localhost:1/v1/", "http://localhost:1/v1//"] {
      #expect(
        ServerAddress(argument: text)?.endpoint == "http://localhost:1/v1/chat/completions"
      )
    }
  }
}

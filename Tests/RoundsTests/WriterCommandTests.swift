import Foundation
import Processes
import TestKit
import Testing

@Suite struct `Generating with a language model` {
  private static let sentence =
    "Ketamine anaesthesia lastingly blocks, in the dissociated brain, the glutamate NMDA receptor."
  private static let prose = """
    The adult dose of intramuscular adrenaline is 0.5 mg of the 1 mg/mL solution. \(sentence) \
    Biphasic reactions occur in about 5% of patients within 12 hours of the first episode.

    """ + String(repeating: "filler ", count: 600)

  private static let answer = "glutamate NMDA receptor"

  private func desk() throws -> Desk {
    let desk = try Desk(cards: 1)
    try desk.folder.write(Self.prose, to: "a.txt")
    return desk
  }

  private func generate(
    _ desk: Desk,
    _ stub: StubServer,
    _ more: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Binary.Result {
    let words = ["generate", "a.txt", "-o", "made.md", "--writer", stub.address, "--model", "m1"]
    return try desk.run(words + more, environment: environment)
  }

  @Test func `a model's question that the gates let through becomes a draft`() throws {
    let desk = try desk()
    let stub = try StubServer { .completion(StubModel([Self.answer]).reply(to: $0)) }
    let made = try generate(desk, stub)
    #expect(made.status == 0 && made.errorOutput.isEmpty)
    #expect(made.output.contains("3 requests, 1 proposal, 1 draft."))
    let deck = try desk.folder.read("made.md")
    #expect(deck.contains("{{c1::glutamate NMDA receptor}}"))
    #expect(deck.contains("Author: m1, a language model") && !deck.contains("Tags:"))
    let checked = try desk.run(["check", "made.md", "--sources", "."])
    #expect(checked.status == 0 && checked.output.contains(" 0 errors"))
    // The model is shown the sentences, and nothing of the machine or the file.
    let sent = stub.requests.map { String(decoding: $0.body, as: UTF8.self) }.joined()
    #expect(sent.contains(Self.sentence))
    #expect(!sent.contains("a.txt") && !sent.contains(desk.folder.path))
  }

  @Test func `what it knows without the document is tagged`() throws {
    let desk = try desk()
    let model = StubModel([Self.answer], byHeart: true)
    let stub = try StubServer { .completion(model.reply(to: $0)) }
    let made = try generate(desk, stub, ["--json"])
    #expect(made.output.contains(#""kept":1,"generalKnowledge":1"#))
    #expect(try desk.folder.read("made.md").contains("Tags: general-knowledge"))
  }

  @Test func `what it cannot answer again falls, and the patterns' drafts stay`() throws {
    let desk = try desk()
    let model = StubModel([Self.answer], fromSentence: false)
    let stub = try StubServer { .completion(model.reply(to: $0)) }
    let made = try generate(desk, stub, ["--json"])
    #expect(made.status == 0 && made.output.contains(#""round-trip":1"#))
    let deck = try desk.folder.read("made.md")
    #expect(deck.contains("0.5 mg") && !deck.contains("Author:"))
  }

  @Test(
    arguments: [
      (.completion("As a language model I would rather talk."), "prose in the place of JSON"),
      (.completion("<think>Never ends {\"questions\":[]}"), "prose in the place of JSON"),
      (.completion("```json\n{\"questions\":[{\"sentence\":\"1\", ```}"), "broken JSON"),
      (.completion("{\"cards\":[]}"), "JSON of another form"),
      (.body(status: 200, Array("<html>ok</html>".utf8)), "the reply was no chat completion"),
      (.body(status: 500, []), "the server failed (HTTP 500)"),
      (.torn, "the connection ended within the answer"),
      (.body(status: 200, [UInt8](repeating: 0x61, count: 10 << 20)), "the answer was longer"),
    ] as [(StubServer.Reply, String)]
  )
  func `an answer of no use is counted and the patterns' drafts are written`(
    reply: StubServer.Reply,
    words: String
  ) throws {
    let desk = try desk()
    let stub = try StubServer { _ in reply }
    let made = try generate(desk, stub)
    #expect(made.status == 0, "\(made.errorOutput)")
    #expect(made.output.contains(words))
    #expect(made.output.contains(" 0 proposals, 0 drafts"))
    #expect(try desk.folder.read("made.md").contains("0.5 mg"))
  }

  @Test func `numbers of no sentence and words of no document are counted`() throws {
    let desk = try desk()
    let stub = try StubServer { request in
      let questions = ["-1", "0", "99", "9223372036854775807", "1"].map {
        ["sentence": $0, "kind": "cloze", "text": "Morphine 5 mg.", "answer": "5 mg"]
      }
      return .completion(StubModel.json(["questions": questions]))
    }
    let made = try generate(desk, stub, ["--json"])
    #expect(made.status == 0 && made.output.contains(#""misfit":5"#))
    #expect(try !desk.folder.read("made.md").contains("orphine"))
  }

  @Test func `fences and thinking around the answer do no harm`() throws {
    let desk = try desk()
    let stub = try StubServer { request in
      .completion(
        "<think>Hm.</think>\n```json\n\(StubModel([Self.answer]).reply(to: request))\n```"
      )
    }
    #expect(try generate(desk, stub).output.contains("1 proposal, 1 draft."))
  }

  @Test func `a slow server is waited for so long and no longer`() throws {
    let desk = try desk()
    let stub = try StubServer { _ in .silence }
    let made = try generate(desk, stub, ["--writer-seconds", "1"])
    #expect(made.status == 0 && made.output.contains("no answer within 1 s"))
    #expect(try desk.folder.read("made.md").contains("0.5 mg"))
  }

  @Test func `a server that is not there ends with 1, the patterns' drafts written`() throws {
    let desk = try desk()
    let address = try StubServer { _ in .silence }.address
    let words = ["generate", "a.txt", "-o", "made.md", "--writer", address, "--model", "m1"]
    let made = try desk.run(words)
    #expect(made.status == 1)
    #expect(made.errorOutput.contains("no connection") && made.errorOutput.contains("start the"))
    #expect(try desk.folder.read("made.md").contains("0.5 mg"))
  }

  @Test func `a machine without curl is told the Debian package`() throws {
    let desk = try desk()
    let stub = try StubServer { _ in .silence }
    let made = try generate(desk, stub, environment: ["PATH": desk.folder.path])
    #expect(made.status == 1 && made.errorOutput.contains("Debian package curl"))
    #expect(try desk.folder.read("made.md").contains("0.5 mg"))
  }

  @Test func `the key goes with the request and into nothing else`() throws {
    let desk = try desk()
    let stub = try StubServer { .completion(StubModel([Self.answer]).reply(to: $0)) }
    let key = "sk-secret-1"
    let made = try generate(desk, stub, ["--json"], environment: ["ROUNDS_WRITER_KEY": key])
    #expect(made.status == 0)
    #expect(stub.requests.allSatisfy { $0.header("authorization") == "Bearer \(key)" })
    #expect(!(made.output + made.errorOutput).contains(key))
    #expect(try !desk.folder.read("made.md").contains(key))
    let bad = try generate(desk, stub, environment: ["ROUNDS_WRITER_KEY": "a\nurl = b"])
    #expect(bad.status == 64 && bad.errorOutput.contains("ROUNDS_WRITER_KEY"))
  }

  /// A stand-in for curl that writes down how it was started.
  @Test func `neither the document nor the key shows in the list of processes`() throws {
    let desk = try desk()
    let log = desk.folder.path(of: "started")
    try desk.folder.write(
      "#!/bin/sh\necho \"$0 $@\" >> '\(log)'\nexec /usr/bin/curl \"$@\"\n",
      to: "bin/curl"
    )
    chmod(desk.folder.path(of: "bin/curl"), 0o755)
    let stub = try StubServer { .completion(StubModel([Self.answer]).reply(to: $0)) }
    let path = "\(desk.folder.path(of: "bin")):/usr/bin:/bin"
    let made = try generate(desk, stub, environment: ["PATH": path, "ROUNDS_WRITER_KEY": "sk-1"])
    #expect(made.status == 0 && made.output.contains("1 draft."))
    let started = try desk.folder.read("started").split(separator: "\n")
    #expect(started.count == 3 && Set(started).count == 1)
    #expect(started.first?.hasSuffix("curl --disable --config -") == true)
  }

  @Test func `a proxy of the environment sees nothing of what stays here`() throws {
    let desk = try desk()
    let stub = try StubServer { .completion(StubModel([Self.answer]).reply(to: $0)) }
    let proxy = try StubServer { _ in .body(status: 500, []) }
    let address = "http://127.0.0.1:\(proxy.port)"
    let made = try generate(
      desk,
      stub,
      environment: ["http_proxy": address, "ALL_PROXY": address]
    )
    #expect(made.output.contains("1 draft.") && proxy.requests.isEmpty)
  }

  @Test(
    arguments: [
      (["--model", "m1"], "--model needs --writer"),
      (["--allow-remote"], "--allow-remote needs --writer"),
      (["--writer", "http://localhost:1/v1"], "--writer needs --model"),
      (["--writer", "localhost:1", "--model", "m1"], "is no address"),
      (["--writer", "http://127.0.0.1@x.org/v1", "--model", "m1"], "is no address"),
      (["--writer", "http://192.0.2.1/v1", "--model", "m1"], "is another machine"),
      (["--writer", "http://localhost:1/v1", "--model", "m1", "--writer-seconds", "0"], "is 1 to"),
    ]
  )
  func `options that do not fit are told at once`(options: [String], words: String) throws {
    let desk = try desk()
    let made = try desk.run(["generate", "a.txt", "-o", "made.md"] + options)
    #expect(made.status == 64 && made.errorOutput.contains(words), "\(made.errorOutput)")
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: "made.md")))
  }

  @Test func `another machine is allowed with a warning about patients`() throws {
    let desk = try desk()
    // A stand-in for curl: nothing leaves this machine.
    try desk.folder.write("#!/bin/sh\nexit 7\n", to: "bin/curl")
    chmod(desk.folder.path(of: "bin/curl"), 0o755)
    let made = try desk.run(
      [
        "generate", "a.txt", "-o", "made.md", "--writer", "http://192.0.2.1/v1", "--model", "m1",
        "--allow-remote",
      ],
      environment: ["PATH": desk.folder.path(of: "bin") + ":/bin"]
    )
    #expect(made.status == 1)
    #expect(
      made.errorOutput.contains("are sent to 192.0.2.1, and anybody on the way can read them")
    )
    #expect(made.errorOutput.contains("patient"))
  }

  @Test(arguments: [80, 20] as [UInt16])
  func `Ctrl-C while it is awaited keeps what the patterns found`(columns: UInt16) throws {
    let desk = try desk()
    let stub = try StubServer { _ in .silence }
    let terminal = try PseudoTerminal(
      desk.binary.path,
      ["generate", "a.txt", "-o", "made.md", "--writer", stub.address, "--model", "m1"],
      columns: columns,
      environment: Binary.environment(home: desk.folder),
      folder: desk.folder.path
    )
    try terminal.expect("waiting for m1, ")
    try terminal.send("\u{3}")
    try terminal.expect("Stopped early")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(try desk.folder.read("made.md").contains("0.5 mg"))
  }
}

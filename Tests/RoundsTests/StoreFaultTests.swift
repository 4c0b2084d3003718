import Foundation
import Glibc
import Processes
import TestKit
import Testing

@Suite struct `A store that cannot be written` {
  @Test(arguments: ["/proc/rounds", "/dev/null/rounds", "deck.md", "deck.md/deeper", "/dev/full"])
  func `nothing is asked that could not be saved`(_ home: String) throws {
    let desk = try Desk(cards: 2)
    let before = try desk.folder.read("deck.md")
    for command in [["study", "deck.md"], ["undo"]] {
      let result = try desk.run(command, ["answer 1", "4"], environment: ["ROUNDS_HOME": home])
      #expect(result.status == 73)
      #expect(result.errorOutput.contains("cannot write to \(home)"))
      #expect(result.errorOutput.contains("Set ROUNDS_HOME to a folder that can be written to"))
      #expect(result.output.isEmpty)
    }
    #expect(try desk.folder.read("deck.md") == before)
  }

  @Test func `looking needs no store and makes none`() throws {
    let desk = try Desk(cards: 2)
    for command in [["stats", "deck.md"], ["decks", "deck.md"], ["check", "deck.md"]] {
      #expect(try desk.run(command, environment: ["ROUNDS_HOME": "/proc/rounds"]).status == 0)
      #expect(try desk.run(command).status == 0)
    }
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7])
  func `a file that may grow no further loses nothing that was acknowledged`(_ blocks: Int) throws {
    let desk = try Desk(cards: 20)
    let input = (1...20).map { "answer \($0)\n4\n" }.joined()
    try desk.folder.write(input, to: "input")
    let script =
      "cd '\(desk.folder.path)'; trap '' XFSZ; ulimit -f \(blocks); "
      + "exec '\(desk.binary.path)' study deck.md --acknowledge < input"
    try expectNotSaved(try Binary.shell(script, home: desk.folder), desk)
  }

  @Test(.enabled(if: Self.canMount, "mounting needs more rights"))
  func `a full disk loses nothing that was acknowledged`() throws {
    let desk = try Desk(cards: 20)
    let input = (1...20).map { "answer \($0)\n4\n" }.joined()
    try desk.folder.write(input, to: "input")
    // The memory disk lives in a name space of its own, so the log is copied out of it.
    let script = """
      cd '\(desk.folder.path)'; mkdir disk; mount -t tmpfs -o size=32k none disk
      head -c 24000 /dev/zero > disk/filler
      ROUNDS_HOME=disk/rounds '\(desk.binary.path)' study deck.md --acknowledge < input
      ended=$?; cp -r disk/rounds home/; exit $ended
      """
    try desk.folder.write(script, to: "script")
    let inner = "exec unshare -m sh '\(desk.folder.path(of: "script"))'"
    try expectNotSaved(try Binary.shell(inner, home: desk.folder), desk)
  }

  private func expectNotSaved(_ result: Binary.Result, _ desk: Desk) throws {
    #expect(result.status == 74)
    #expect(result.errorOutput.contains("NOT SAVED: cannot write "))
    #expect(result.errorOutput.contains("Everything confirmed before is safe."))
    let log = try desk.log()
    #expect(log.filter { !$0.isSound }.isEmpty)
    #expect(log.filter { $0.kind == "review" }.map(\.id) == result.acknowledged)
    #expect(result.acknowledged.count < 20)
    let again = try desk.study([":q"])
    #expect(again.status == 0 && again.errorOutput.isEmpty)
    #expect(again.output.hasPrefix("0 due, \(20 - result.acknowledged.count) new."))
  }

  private static let canMount: Bool = {
    guard let home = try? TemporaryFolder() else { return false }
    let script = "unshare -m mount -t tmpfs none '\(home.path)'"
    return (try? Binary.shell(script, home: home))?.status == 0
  }()

  @Test(.enabled(if: geteuid() == 0, "giving files away needs more rights"))
  func `another user's store is opened only with a word about it`() throws {
    let desk = try Desk(cards: 2)
    #expect(try desk.study(["answer 1", "4", ":q"]).errorOutput.isEmpty)
    chown(desk.store, 65_534, 65_534)
    for command in [["study", "deck.md"], ["stats", "deck.md"], ["undo"]] {
      let result = try desk.run(command)
      #expect(result.status == 0)
      #expect(result.errorOutput.contains("belongs to another user (number 65534)"))
    }
    #expect(try desk.run(["doctor", "--json"]).output.contains("belongs to another user"))
  }

  @Test func `all that is made is for the owner alone, whatever the mask`() throws {
    let desk = try Desk(cards: 2)
    try desk.folder.write("answer 1\n4\n", to: "input")
    let script = """
      cd '\(desk.folder.path)'; umask 0; rounds='\(desk.binary.path)'
      $rounds study deck.md < input; $rounds backup b; $rounds export --progress p
      $rounds restore b --replace; cp -r home/rounds/log stick; $rounds merge stick
      find home/rounds b p -perm /077
      """
    let result = try Binary.shell(script, home: desk.folder)
    #expect(result.errorOutput.isEmpty)
    #expect(result.output.hasSuffix(" known already.\n"), "\(result.output)")
  }

  @Test func `a second session is refused and told who holds the store`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal()
    for command in [["study", "deck.md"], ["undo"]] {
      let result = try desk.run(command, ["answer 1", "4"])
      #expect(result.status == 75)
      let told = "another session is open (process \(terminal.child) on /dev/pts/"
      #expect(result.errorOutput.contains(told))
      #expect(result.output.isEmpty)
    }
    #expect(try desk.run(["stats", "deck.md"]).status == 0)
    terminal.signal(SIGKILL)
    try terminal.waitForExit()
    #expect(try desk.study([":q"]).status == 0)
    #expect(try desk.reviews().isEmpty)
  }
}

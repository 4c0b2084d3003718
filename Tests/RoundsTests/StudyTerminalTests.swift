import Foundation
import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Studying on a terminal` {
  @Test func `a line answers and a single key grades without Enter`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal()
    #expect(!terminal.isCooked)
    try terminal.send("answer 1\r")
    try terminal.expect("Right.\n")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("4")
    try terminal.expect("4\nSaved: easy, next in ")
    try terminal.expect("Question 2?")
    try terminal.expect("answer> ")
    try terminal.send("answer 2\r")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("\r")
    try terminal.expect("Saved: good")
    try terminal.expect("answer> ")
    try terminal.send(":quit\r")
    try terminal.expect("Session\n2 cards, 2 new; 2 answers: again 0, hard 0, good 1, easy 1.\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    #expect(try desk.reviews().map(\.grade) == ["easy", "good"])
  }

  @Test func `a word that is a command elsewhere is an answer`() throws {
    let desk = try Desk(Desk.card("word", "What should smokers do?", "quit"))
    let terminal = try desk.terminal()
    try terminal.send("quit\r")
    try terminal.expect("Right.")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().isEmpty)
  }

  @Test func `a grade typed ahead is never given`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal()
    try terminal.send("answer 1\r44")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("2")
    try terminal.expect("Saved: hard")
    try terminal.expect("answer> ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().map(\.grade) == ["hard"])
  }

  @Test func `pasted lines answer nothing and grade nothing until Enter`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal()
    try terminal.send("\u{1b}[200~answer\r1\r4\r\u{1b}[201~")
    try terminal.expect("answer 1 4")
    try terminal.send("\u{7f}\u{7f}\r")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("\u{1b}[200~4\r3\r\u{1b}[201~\r")
    try terminal.expect("Type a grade")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("2")
    try terminal.expect("Saved: hard")
    try terminal.expect("answer> ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    let reviews = try desk.reviews()
    #expect(reviews.map(\.grade) == ["hard"])
    #expect(reviews.map { $0["answer"] as? String } == ["answer 1"])
  }

  @Test func `typing at the end of an answer in the grade phase costs nothing`() throws {
    let desk = try Desk(cards: 1)
    let terminal = try desk.terminal()
    try terminal.send("answer 1\r")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("z3\r")
    try terminal.expect(
      "Type a grade, 1 again, 2 hard, 3 good, 4 easy, or one of u s q b B x f e src"
    )
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("?")
    try terminal.expect("How well did you recall it?")
    try terminal.expect("grade [3] · u s q ?> ")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().isEmpty)
  }

  @Test func `undo is one key after the next answer and a command before it`() throws {
    let desk = try Desk(cards: 3)
    let terminal = try desk.terminal()
    for (card, grade) in [(1, "4"), (2, "4")] {
      try terminal.send("answer \(card)\r")
      try terminal.expect("?> ")
      try terminal.send(grade)
      try terminal.expect("answer> ")
    }
    try terminal.send(":undo\r")
    try terminal.expect("Taken back: the grade of card-2.")
    try terminal.expect("answer> ")
    try terminal.send("answer 2\r")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("Taken back: the grade of card-1.")
    try terminal.expect("Question 1?")
    try terminal.expect("answer> ")
    try terminal.send("\u{1b}[A")
    try terminal.expect(":undo")
    try terminal.send("\u{15}\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().isEmpty)
  }

  @Test(arguments: ["C", "xx_YY.UTF-8", ""])
  func `answers in any script arrive in any language`(_ language: String) throws {
    let desk = try Desk(Desk.card("script", "Which sign stands for micro?", "µ ≥ é 血圧"))
    let terminal = try desk.terminal(environment: ["LANG": language])
    try terminal.send("µ ≥ é 血圧\r")
    try terminal.expect("Right.")
    try terminal.expect("?> ")
    try terminal.send("4")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().map { $0["answer"] as? String } == ["µ ≥ é 血圧"])
  }

  @Test func `an answer of 100,000 characters costs no grade`() throws {
    let desk = try Desk(cards: 1)
    let terminal = try desk.terminal()
    try terminal.send(String(repeating: "abcdefghi ", count: 10_000) + "\r")
    try terminal.expect("oo long to be read")
    try terminal.expect("answer> ")
    try terminal.send("answer 1\r")
    try terminal.expect("?> ")
    try terminal.send("4")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.reviews().map(\.grade) == ["easy"])
  }
}

import Glibc
import Processes
import Terminal

/// A program that reads lines and says what it got, for the tests of the line editor.
///
/// Words it obeys: `keys` lets the next answer be one key of 1 to 4, `prompt TEXT` changes the prompt,
/// `work FILE` waits for a file, `wait FILE` does so and drops what is typed meanwhile, `run COMMAND`
/// runs a shell command in the foreground, `paint` prints a styled word, `flood` prints until nobody
/// reads. Lines that begin with a colon enter the history.
@main
struct LineDemo {
  private let console: Console
  private let input: any LineReading
  private var prompt = "demo> "
  private var mode = LineMode.line

  static func main() {
    let environment = Environment.inherited()
    let console = Console(
      isPlain: CommandLine.arguments.contains("--plain"),
      environment: environment
    )
    let input = console.openInput(
      echoesPrompts: CommandLine.arguments.contains("--prompts"),
      environment: environment
    )
    var demo = LineDemo(console: console, input: input)
    let status = demo.loop()
    input.close()
    input.close()
    console.flush()
    exit(console.isBroken ? 74 : status)
  }

  private init(console: Console, input: any LineReading) {
    self.console = console
    self.input = input
  }

  private mutating func loop() -> Int32 {
    while true {
      let answer = input.readLine(prompt: prompt, mode: mode)
      mode = .line
      switch answer {
      case .line(let line):
        let shown = line.count > 200 ? "\(line.count) characters" : line
        console.writeLine("[line: \(shown)]")
        obey(line)
      case .key(let key): console.writeLine("[key: \(key)]")
      case .interrupted: console.writeLine("[interrupted]")
      case .endOfInput:
        console.writeLine("[end]")
        return 0
      case .terminated(let signal):
        console.writeLine("[terminated \(signal)]")
        return 3
      }
      if console.isBroken { return 74 }
    }
  }

  private mutating func obey(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    if line.hasPrefix(":") { input.remember(line) }
    switch words.first {
    case "keys": mode = .keys(["1", "2", "3", "4", "?", "µ"])
    case "prompt" where words.count == 2:
      prompt = words[1].split(separator: "|").joined(separator: "\n")
    case "colour": prompt = "\(console.style(.accent, "demo"))\(console.style(.strong, ">")) "
    case "width": console.writeLine("[width \(console.width)]")
    case "paint": console.writeLine("[\(console.style(.good, "painted"))]")
    case "flood": while !console.isBroken { console.writeLine("flood") }
    case "run" where words.count == 2:
      input.lendTerminal()
      let ending = try? Program("/bin/sh", ["-c", words[1]]).runInForeground()
      console.writeLine("[ran: \(ending.map { "\($0)" } ?? "nothing")]")
    case "work" where words.count == 2: wait(for: words[1])
    case "wait" where words.count == 2:
      wait(for: words[1])
      input.dropTypeAhead()
    default: break
    }
  }
  private func wait(for file: String) {
    console.writeLine("[waiting]")
    console.flush()
    while access(file, F_OK) != 0 { usleep(1000) }
  }
}

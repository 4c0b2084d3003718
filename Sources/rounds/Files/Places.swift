import Glibc
import Storage

/// Where the program's files live.
enum Places {
  /// `$ROUNDS_HOME`, else `$XDG_DATA_HOME/rounds`, else `~/.local/share/rounds`.
  static var store: String {
    if let home = variable("ROUNDS_HOME") { return home }
    return (variable("XDG_DATA_HOME") ?? "\(home)/.local/share") + "/rounds"
  }

  /// `$ROUNDS_HOME/config`, else `$XDG_CONFIG_HOME/rounds/config`, else `~/.config/rounds/config`.
  static var configuration: String {
    if let home = variable("ROUNDS_HOME") { return home + "/config" }
    return (variable("XDG_CONFIG_HOME") ?? "\(home)/.config") + "/rounds/config"
  }

  /// Folders where decks are looked for when none is named: here, the learner's own, and those
  /// installed with the program (`bin/rounds` beside `share/rounds`).
  static var deckFolders: [String] {
    var folders = ["Decks"]
    folders.append((variable("XDG_DATA_HOME") ?? "\(home)/.local/share") + "/rounds/decks")
    let program = FileBytes.canonical("/proc/self/exe")
    if let slash = program.lastIndex(of: "/") {
      folders.append("\(program[..<slash])/../share/rounds/decks")
    }
    return folders
  }

  /// The store's folder, whose files this machine writes under its own name.
  static var storeFolder: StoreFolder {
    StoreFolder(root: store, device: DeviceName(host: World.hostName()))
  }

  /// A path with `~` as the home folder.
  static func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  private static var home: String {
    if let home = variable("HOME") { return home }
    guard let entry = getpwuid(getuid()) else { return "/" }
    return String(cString: entry.pointee.pw_dir)
  }

  /// A variable that is set to something.
  private static func variable(_ name: String) -> String? {
    World.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

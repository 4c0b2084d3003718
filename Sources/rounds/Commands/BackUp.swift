import ArgumentParser
import Storage
import Study
import Terminal

/// Named after what it does, since `Backup` is the file.
struct BackUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write all progress into one file.",
    discussion: """
      The file holds every line byte for byte with checksums, and can be read with any editor. An \
      older backup in its place is replaced only when the new one is whole. Settings and decks are \
      not in it.
      """
  )

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let path = FileBytes.canonical(Places.expanded(file))
    guard !FileBytes.exists(path) || Backup.isBackup(path) else {
      throw Failure(.cannotCreate, "\(file) is there and is no backup; it was left as it is")
    }
    let size: Backup.Size
    do throws(BackupError) {
      size = try Backup.write(Places.storeFolder, to: path, at: World.now().at)
    } catch {
      throw StoreDoor.failure(error, file)
    }
    let console = display.console()
    console.writeLine(
      "\(size.files.counted("file")), \(size.bytes.counted("byte")) of progress are in \(file)."
        .sanitizedLine
    )
    try console.finish()
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the progress of a backup in place.",
    discussion: """
      The backup is verified before anything is touched. Progress that is there already is left \
      as it is, unless --replace moves it aside; \"rounds merge\" can join the two afterwards.
      """
  )

  @Argument(help: "A file that \"rounds backup\" wrote.")
  var file: String

  @Flag(help: "Move the progress that is there aside.")
  var replace = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let restored: Backup.Restored
    do throws(BackupError) {
      restored = try Backup.restore(
        FileBytes.canonical(Places.expanded(file)),
        into: Places.storeFolder,
        as: World.lockHolder(),
        replacing: replace
      )
    } catch {
      throw StoreDoor.failure(error, file)
    }
    let console = display.console()
    let wrap = Wrap(console.width, hanging: "  ")
    let words = "\(restored.size.files.counted("file")) restored to \(Places.store)."
    console.writeLines(wrap.lines(words.sanitizedLine))
    if let path = restored.replacedAt {
      console.writeLines(wrap.lines("What stood there is kept in \(path).".sanitizedLine))
    }
    try console.finish()
  }
}

extension StoreDoor {
  /// What to say when a backup could not be made or restored.
  static func failure(_ error: BackupError, _ file: String) -> Failure {
    switch error {
    case .emptyStore: Failure(.noInput, "there is no progress in \(Places.store) yet")
    case .store(let error): failure(error, Places.storeFolder)
    case .unreadable(let path, let number):
      Failure(.noInput, "cannot read \(path): \(number.words)")
    case .unwritable(let path, let number):
      Failure(.cannotCreate, "cannot write \(path): \(number.words). Nothing was replaced")
    case .noBackup: Failure(.noInput, "\(file) is no backup of rounds")
    case .newerFormat(let format):
      Failure(.noInput, "\(file) was written by a newer version of rounds (format \(format))")
    case .damaged(_, let offset):
      Failure(
        .noInput,
        "\(file) is damaged or cut off at byte \(offset); nothing was restored. Lines before that "
          + "place can be read with any editor"
      )
    case .notEmpty:
      Failure(
        .cannotCreate,
        "there is progress in \(Places.store), and nothing was restored. --replace moves it aside"
      )
    }
  }
}

import Glibc
import Storage
import Study

/// Opens the learner's store, for writing or only to look, and says what was found.
enum StoreDoor {
  /// Takes the store for writing; damage is told on standard error and studying goes on.
  static func open() throws(Failure) -> Learner {
    let folder = Places.storeFolder
    do throws(StoreError) {
      return try take(folder)
    } catch {
      throw failure(error, folder)
    }
  }

  /// Ends a session that holds the store, then takes it.
  ///
  /// The other session is asked to end by SIGTERM, as when its terminal goes: it saves and leaves.
  static func takeOver() throws(Failure) -> Learner {
    let folder = Places.storeFolder
    for _ in 0..<50 {
      do throws(StoreError) {
        return try take(folder)
      } catch {
        guard case .held(let holder?) = error else { throw failure(error, folder) }
        guard isRounds(holder.process) else { throw failure(error, folder) }
        kill(pid_t(holder.process), SIGTERM)
        usleep(100_000)
      }
    }
    throw Failure(.busy, "the other session does not end; end it there, then start again")
  }

  /// Whether a process of this machine is this program: a number alone may name another.
  private static func isRounds(_ process: Int) -> Bool {
    guard let name = try? FileBytes.read("/proc/\(process)/comm") else { return false }
    return String(decoding: name, as: UTF8.self).trimmedBlanks.hasPrefix("rounds")
  }

  /// Reads the progress without writing anything.
  static func look() throws(Failure) -> Progress {
    let folder = Places.storeFolder
    do throws(StoreError) {
      _ = try folder.inspect()
      tellOwner(folder)
      let state = try LogState(reading: folder)
      report(state.history)
      report(state.progress)
      return state.progress
    } catch {
      throw failure(error, folder)
    }
  }

  /// What to say when an event could not be made to last.
  static func failure(_ error: JournalError) -> Failure {
    let what =
      switch error {
      case .cannotOpen(let path, let number), .cannotRepair(let path, let number):
        "cannot open \(path): \(number.words)"
      case .writeFailed(let path, let number, _):
        "cannot write \(path): \(number.words)"
      case .syncFailed(let path, let number):
        "the disk does not promise to keep \(path): \(number.words)"
      case .changedUnderneath(let path):
        "\(path) was changed by another program while it was open"
      case .closed: "the log was closed by an earlier error"
      case .notAnObject: "the event could not be written as one line"
      }
    return Failure(
      .cannotWrite,
      "NOT SAVED: \(what). Everything confirmed before is safe. Make room or mend it, then start again"
    )
  }
}

extension StoreDoor {
  /// Takes the store and tells what was found in it.
  private static func take(_ folder: StoreFolder) throws(StoreError) -> Learner {
    let learner = try Learner(
      opening: folder,
      as: World.lockHolder(),
      random: SystemRandomNumberGenerator()
    )
    tellOwner(folder)
    report(learner.history)
    report(learner.progress)
    if let torn = learner.setAside {
      World.warn(
        "the last line of \(torn.file) was cut off, by a crash or a full disk. It was never "
          + "acknowledged; its \(torn.length) bytes are kept in \(torn.keptAt)"
      )
    }
    return learner
  }

  /// Says whose progress it is where that is not who runs the program, as under `sudo`.
  private static func tellOwner(_ folder: StoreFolder) {
    guard let owner = folder.otherOwner else { return }
    World.warn(
      "\(folder.root) belongs to another user (number \(owner)); their progress is opened. Set "
        + "ROUNDS_HOME for a store of your own"
    )
  }

  private static func report(_ progress: Progress) {
    if progress.unknownCount > 0 {
      World.warn(
        "\(progress.unknownCount.counted("event")) of kinds that this version does not know; they "
          + "stay in the log and are not applied"
      )
    }
    // An hour leaves room for devices whose clocks differ a little.
    if let latest = progress.latestMoment,
      latest.milliseconds > World.now().at.milliseconds + 3_600_000
    {
      World.warn(
        "the log ends in the future, on \(DayText.clock(latest, offset: World.now().offset)): check "
          + "the clock"
      )
    }
  }

  private static func report(_ history: StoredHistory) {
    tell(history.report.damaged, "damaged and passed over; it stays in the file")
    tell(history.puzzling, "no event that this version understands; it stays in the file")
    tell(history.newer, "of a newer version of the log and not applied; it stays in the file")
    tell(history.report.torn, "cut off at the end of its file; it was never acknowledged")
    tell(history.report.unchecked, "without a checksum; it was applied")
    if let copy = history.report.copies.first {
      let count = history.report.copies.count
      World.warn(
        "\(copy.path) is a conflicted copy that a sync program left\(more(count)); it was read "
          + "too, so nothing is missing. \"rounds merge\" joins it for good"
      )
    }
    if let stray = history.report.strays.first {
      let count = history.report.strays.count
      World.warn("\(stray) is no file of a log and was not read\(more(count))")
    }
  }

  private static func tell(_ places: [JournalReport.Place], _ what: String) {
    guard let first = places.first else { return }
    World.warn(
      "\(first.file.path):\(first.line):1: this line is \(what)\(more(places.count))"
    )
  }

  private static func more(_ count: Int) -> String {
    count > 1 ? " (and \(count - 1) more)" : ""
  }

  static func failure(_ error: StoreError, _ folder: StoreFolder) -> Failure {
    switch error {
    case .unreadable(let path, let number):
      Failure(
        .noInput,
        "cannot read \(path): \(number.words). Your progress is there and was not touched; nothing "
          + "is started from empty"
      )
    case .damagedIdentity(let path):
      Failure(
        .noInput,
        "\(path) is damaged. Your log beside it was not touched; restore the file from a backup"
      )
    case .newerFormat(let format):
      Failure(
        .cannotCreate,
        "\(folder.root) was written by a newer version of rounds (format \(format)). Statistics can "
          + "be read; to study, install that version"
      )
    case .missingLog(let path):
      Failure(
        .noInput,
        "\(path) is gone. Your progress was there, and nothing is started from empty: put it back, "
          + "restore a backup, or look for it in folders beside it whose names begin with "
          + "\"replaced-\" or \"restoring-\""
      )
    case .unwritable(let path, let number):
      Failure(
        .cannotCreate,
        "cannot write to \(path): \(number.words). Nothing is asked that could not be saved. Set "
          + "ROUNDS_HOME to a folder that can be written to"
      )
    case .held(let holder):
      Failure(
        .busy,
        "another session is open\(words(holder)). End it there first, or take over with \"rounds study --take-over\""
      )
    }
  }

  private static func words(_ holder: LockHolder?) -> String {
    guard let holder else { return "" }
    let terminal = holder.terminal.map { " on \($0)" } ?? ""
    return
      " (process \(holder.process)\(terminal), since \(DayText.clock(holder.started, offset: World.now().offset)))"
  }
}

import Glibc

/// By what a file is known to be as it was: its place on the disk, its length and its times.
struct FileStamp: Hashable {
  let device: Int
  let inode: Int
  let length: Int
  /// When its content changed, and when anything about it did, in nanoseconds.
  let changed: Int64
  let touched: Int64

  static let count = 5

  var numbers: [Int] { [device, inode, length, Int(changed), Int(touched)] }

  /// The later of its times.
  var latest: Int64 { max(changed, touched) }

  /// The stamp of as many numbers as it has; nil for fewer.
  init?(_ numbers: [Int]) {
    guard numbers.count >= Self.count else { return nil }
    (device, inode, length) = (numbers[0], numbers[1], numbers[2])
    (changed, touched) = (Int64(numbers[3]), Int64(numbers[4]))
  }

  /// The stamp of a file by its path; nil for what is no file.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of a file that is open.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    length = Int(status.st_size)
    changed = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    touched = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }
}

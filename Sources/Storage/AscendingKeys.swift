/// Keys of lines, each greater than the one before.
struct AscendingKeys: Sendable {
  private var keys: [LineKeys.Key]
  /// Where the search begins.
  private var place = 0

  /// Keys that are sorted.
  init(_ sorted: [LineKeys.Key]) {
    keys = sorted
  }

  /// No keys, and room for some.
  init(reserving count: Int = 0) {
    keys = []
    keys.reserveCapacity(count)
  }

  var count: Int { keys.count }

  /// Adds a key; false where it is not greater than all others.
  mutating func append(_ key: LineKeys.Key) -> Bool {
    if let last = keys.last, !(last < key) { return false }
    keys.append(key)
    return true
  }

  /// Takes in others.
  mutating func join(_ other: AscendingKeys) {
    keys += other.keys
    keys.sort()
    place = 0
  }

  /// Whether a key is here, looked for from where the last one was.
  mutating func has(_ key: LineKeys.Key) -> Bool {
    guard let last = keys.last, !(last < key) else { return false }
    if place > 0, !(keys[place - 1] < key) { place = 0 }
    var (low, step) = (place, 1)
    while low + step <= keys.count, keys[low + step - 1] < key {
      low += step
      step *= 2
    }
    var high = min(low + step, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    place = low
    return low < keys.count && keys[low] == key
  }
}

import Glibc

/// Wide characters, ended by a zero, at a place that C may keep a pointer to.
final class WideBuffer {
  /// The first character; it stays valid until the next `fill` or the end of the buffer.
  private(set) var pointer: UnsafeMutablePointer<wchar_t>
  private var capacity = 256

  init() {
    pointer = .allocate(capacity: capacity)
    pointer.pointee = 0
  }

  deinit {
    pointer.deallocate()
  }

  /// Takes the characters in place of what it held; the pointer may change.
  func fill(_ scalars: some Collection<Unicode.Scalar>) {
    let count = scalars.count
    if count >= capacity {
      pointer.deallocate()
      capacity = (count + 1) * 2
      pointer = .allocate(capacity: capacity)
    }
    for (index, scalar) in scalars.enumerated() {
      pointer[index] = wchar_t(bitPattern: scalar.value)
    }
    pointer[count] = 0
  }
}

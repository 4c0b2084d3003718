internal import Glibc

/// Bytes that are read once and then looked at in many places.
///
/// Many of them lie in large pages where the system has some: memory that is looked at here and there
/// is then found without its pages being looked up first, which took longer than the looks.
package final class HeldBytes: Sendable {
  package let count: Int
  /// Written before anybody else has it, and never again.
  private nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  /// The length of a large page.
  private static let largePage = 1 << 21

  /// So many bytes of which the closure writes the first, and gives how many.
  init(
    room: Int,
    _ fill: (UnsafeMutableRawBufferPointer) throws(ErrorNumber) -> Int
  ) throws(ErrorNumber) {
    bytes = try Self.memory(room)
    do throws(ErrorNumber) {
      count = try fill(UnsafeMutableRawBufferPointer(rebasing: bytes[..<room]))
    } catch {
      Self.giveBack(bytes)
      throw error
    }
  }

  deinit {
    Self.giveBack(bytes)
  }

  /// Lends the bytes for the time of a call.
  @inline(__always)
  package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
  }

  private static func memory(_ room: Int) throws(ErrorNumber) -> UnsafeMutableRawBufferPointer {
    guard room >= largePage else { return .allocate(byteCount: room, alignment: 16) }
    let length = (room + largePage - 1) / largePage * largePage
    let place = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { throw ErrorNumber(errno) }
    // A system without large pages gives small ones.
    _ = madvise(place, length, MADV_HUGEPAGE)
    return UnsafeMutableRawBufferPointer(start: place, count: length)
  }

  private static func giveBack(_ bytes: UnsafeMutableRawBufferPointer) {
    if bytes.count >= largePage {
      munmap(bytes.baseAddress, bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

extension HeldBytes: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(_ place: Int) -> UInt8 { withUnsafeBytes { $0[place] } }
}

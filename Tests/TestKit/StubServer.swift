import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers requests as a test tells it to, one after the other.
package final class StubServer: Sendable {
  /// One request as it came.
  package struct Request: Sendable {
    /// The first line and the headers.
    package let head: String
    package let body: [UInt8]

    /// The value of a header, whose name is given in small letters.
    package func header(_ name: String) -> String? {
      head.split(separator: "\r\n").dropFirst().first { $0.lowercased().hasPrefix("\(name):") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What the server does with a request.
  package enum Reply: Sendable, CustomStringConvertible {
    /// An answer with this status and body.
    case body(status: Int, [UInt8])
    /// Nothing, until the other side goes away.
    case silence
    /// An answer that ends before the length it announced.
    case torn

    /// Short, since the test log shows the argument of every case.
    package var description: String {
      switch self {
      case .body(let status, let body): "status \(status) with \(body.count) bytes"
      case .silence: "silence"
      case .torn: "a torn answer"
      }
    }
  }

  package let port: Int
  private let listener: Int32
  private let answer: @Sendable (Request) -> Reply
  private let seen = Mutex<[Request]>([])

  /// Listens on a port that was free.
  package init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while let connection = Self.next(listener) {
        self?.serve(connection)
        close(connection)
      }
      close(listener)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// The address that `--writer` takes.
  package var address: String { "http://127.0.0.1:\(port)/v1" }

  /// The requests that came so far.
  package var requests: [Request] { seen.withLock { $0 } }

  private static func next(_ listener: Int32) -> Int32? {
    let connection = accept(listener, nil, nil)
    return connection < 0 ? nil : connection
  }

  // MARK: One connection

  private func serve(_ connection: Int32) {
    guard let request = Self.read(connection) else { return }
    seen.withLock { $0.append(request) }
    switch answer(request) {
    case .body(let status, let body):
      Self.send(
        "HTTP/1.1 \(status) Stub\r\nContent-Length: \(body.count)\r\n\r\n",
        body,
        connection
      )
    case .torn:
      Self.send(
        "HTTP/1.1 200 Stub\r\nContent-Length: 1000\r\n\r\n",
        Array("{\"cho".utf8),
        connection
      )
    case .silence:
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(connection, &block, block.count, 0)
      guard count > 0 else { return nil }
      bytes += block[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let head = String(text[..<end.lowerBound])
      let body = Array(bytes.dropFirst(head.utf8.count + 4))
      let request = Request(head: head, body: body)
      if body.count >= request.header("content-length").flatMap({ Int($0) }) ?? 0 { return request }
    }
  }

  private static func send(_ head: String, _ body: [UInt8], _ connection: Int32) {
    let bytes = Array(head.utf8) + body
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          connection,
          buffer.baseAddress?.advanced(by: sent),
          buffer.count - sent,
          Int32(MSG_NOSIGNAL)
        )
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}

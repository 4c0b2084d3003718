import Foundation
import TestKit
import Testing

@testable import rounds

@Suite struct `A server asked through curl` {
  private func server(
    _ stub: StubServer,
    key: String? = nil,
    time: Duration = .seconds(30)
  ) throws -> ModelServer {
    let address = try #require(ServerAddress(argument: stub.address))
    return ModelServer(address: address, key: key, time: time)
  }

  private func fault(_ reply: StubServer.Reply, time: Duration = .seconds(30)) throws -> ModelFault?
  {
    let stub = try StubServer { _ in reply }
    let server = try server(stub, time: time)
    return withExtendedLifetime(stub) {
      do throws(ModelFault) {
        _ = try server.post([0x7B, 0x7D], isCancelled: { false })
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `the body goes there and back byte by byte`() throws {
    let stub = try StubServer { .body(status: 200, $0.body) }
    let body = #"{"a":"q\"uote \\ back\n\tslash é µ 😀 %{http_code} @file {{a,b}} [1-3]"}"#
    let reply = try server(stub, key: "sk-\"\\1").post(Array(body.utf8), isCancelled: { false })
    #expect(String(decoding: reply, as: UTF8.self) == body)
    let request = try #require(stub.requests.first)
    #expect(request.head.hasPrefix("POST /v1/chat/completions HTTP/1.1"))
    #expect(request.header("authorization") == "Bearer sk-\"\\1")
    #expect(request.header("content-type") == "application/json")
  }

  @Test func `without a key none is sent`() throws {
    let stub = try StubServer { .body(status: 200, $0.body) }
    _ = try server(stub).post([0x31], isCancelled: { false })
    #expect(stub.requests.first?.header("authorization") == nil)
  }

  @Test func `every way to fail has its name`() throws {
    #expect(try fault(.body(status: 500, [])) == .failed(status: 500))
    #expect(try fault(.body(status: 429, [])) == .failed(status: 429))
    #expect(try fault(.body(status: 404, Array("no".utf8))) == .refused(status: 404))
    // An address that sends elsewhere is not followed.
    #expect(try fault(.body(status: 302, [])) == .refused(status: 302))
    #expect(try fault(.torn) == .closedEarly)
    #expect(try fault(.silence, time: .milliseconds(300)) == .timedOut(.milliseconds(300)))
    let long = [UInt8](repeating: 0x20, count: 10 << 20)
    #expect(try fault(.body(status: 200, long)) == .tooLong)
    #expect(try fault(.body(status: 200, [])) == nil)
  }

  @Test func `nobody at the address is no connection`() throws {
    let port = try StubServer { _ in .silence }.port
    let address = try #require(ServerAddress(argument: "http://127.0.0.1:\(port)/v1"))
    let server = ModelServer(address: address, key: nil, time: .seconds(30))
    do throws(ModelFault) {
      _ = try server.post([], isCancelled: { false })
      Issue.record("somebody answered")
    } catch {
      guard case .unreachable(let words) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(words.contains("connect") && !words.contains("curl:"))
    }
  }

  @Test func `a stop ends the waiting`() throws {
    let stub = try StubServer { _ in .silence }
    let server = try server(stub)
    #expect(throws: ModelFault.cancelled) {
      try server.post([0x31], isCancelled: { !stub.requests.isEmpty })
    }
  }

  @Test func `a machine without curl says so`() throws {
    let address = try #require(ServerAddress(argument: "http://localhost/v1"))
    let server = ModelServer(address: address, key: nil, time: .seconds(1), curl: "no-such-curl")
    #expect(throws: ModelFault.lacksCurl) { try server.post([], isCancelled: { false }) }
    #expect(ModelFault.lacksCurl.words.contains("Debian package curl"))
  }
}

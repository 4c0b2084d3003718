import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct FittedParametersTests {
  static func example(_ factor: Double = 1.05, reviews: Int = 1500) -> FittedParameters {
    FittedParameters(
      parameters: Parameters(weights: otherWeights(factor), retention: 0.88),
      items: 1000,
      reviews: reviews,
      through: noon(3).at,
      tested: 200,
      before: FittedParameters.Scores(logLoss: 0.45, rmse: 0.07),
      after: FittedParameters.Scores(logLoss: 0.43, rmse: 0.05)
    )
  }

  private static func text(_ fact: Event.Fact) -> String {
    var log = Log()
    log.add(fact, at: noon(4))
    return log.events.map { String(decoding: $0.encoded(), as: UTF8.self) }.joined()
  }

  private static func decoded(_ text: String) throws -> Event.Fact {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { try Event(decoding: $0).fact }
  }

  @Test func `a fit is written as parameters with what was known of it, and read back`() throws {
    let fact = Event.Fact.fit(Self.example())
    let line = Self.text(fact)
    #expect(line.contains(#""kind":"parameters","scheduler":"fsrs-6","weights":["#))
    let fitted =
      #","fitted":{"items":1000,"reviews":1500,"through":"2026-11-04T12:00:00.000Z","tested":200,"#
      + #""before":{"logLoss":0.45,"rmse":0.07},"after":{"logLoss":0.43,"rmse":0.05}}}"#
    #expect(line.hasSuffix(fitted))
    #expect(try Self.decoded(line) == fact)
  }

  @Test func `weights restored name the fit that was taken back`() throws {
    var log = Log()
    let fit = log.add(.fit(Self.example()), at: noon(1))
    let fact = Event.Fact.restore(Parameters(retention: 0.88), fit: fit)
    let line = Self.text(fact)
    #expect(line.hasSuffix(#","dayStarts":240,"of":"\#(fit)"}"#))
    #expect(try Self.decoded(line) == fact)
  }

  @Test func `keys of a later version are skipped, at any depth`() throws {
    let line = Self.text(.fit(Self.example()))
    let later = line.replacing(#""tested":200"#, with: #""tested":200,"deck":{"a":[1]}"#)
      .replacing(#""rmse":0.05"#, with: #""rmse":0.05,"auc":0.7"#)
    #expect(later.count > line.count + 20)
    #expect(try Self.decoded(later) == .fit(Self.example()))
  }

  @Test(arguments: [
    "null", "7", #""x""#, "[]", "{}", #"{"items":"many"}"#, #"{"items":-1,"reviews":2}"#,
  ])
  func `what cannot be understood of a fit does not cost the weights`(_ value: String) throws {
    let parameters = Parameters(weights: otherWeights(1.1))
    let line = Self.text(.parameters(parameters))
    let odd = "\(line.dropLast()),\"fitted\":\(value)}"
    #expect(try Self.decoded(odd) == .parameters(parameters))
  }
}

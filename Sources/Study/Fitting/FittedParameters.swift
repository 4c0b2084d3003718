import Scheduling
package import Storage

/// Parameters whose weights were fitted to the learner's own reviews, with what was known of them then.
package struct FittedParameters: Hashable, Sendable {
  package var parameters: Parameters
  /// The items learned from, outliers left out.
  package var items: Int
  /// The learner's reviews at the time.
  package var reviews: Int
  /// The newest review learned from.
  package var through: Timestamp
  /// The items held back to judge by.
  package var tested: Int
  /// How well the weights in force until then predicted the items held back.
  package var before: Scores
  /// How well weights fitted to the items before them did.
  package var after: Scores

  package init(
    parameters: Parameters,
    items: Int,
    reviews: Int,
    through: Timestamp,
    tested: Int,
    before: Scores,
    after: Scores
  ) {
    self.parameters = parameters
    self.items = items
    self.reviews = reviews
    self.through = through
    self.tested = tested
    self.before = before
    self.after = after
  }

  /// How well weights predict reviews they were not fitted to.
  package struct Scores: Hashable, Sendable {
    /// The mean log loss.
    package var logLoss: Double
    /// The root of the mean squared error over bins of like history, 0 to 1.
    package var rmse: Double

    package init(logLoss: Double, rmse: Double) {
      self.logLoss = logLoss
      self.rmse = rmse
    }
  }
}

// MARK: - In the log

extension FittedParameters {
  /// Writes the member `fitted` of a `parameters` event.
  func encode(into json: inout JSONWriter) {
    json.key("fitted")
    json.object { json in
      json.member("items", items)
      json.member("reviews", reviews)
      json.member("through", through)
      json.member("tested", tested)
      before.encode(as: "before", into: &json)
      after.encode(as: "after", into: &json)
    }
  }
}

extension FittedParameters.Scores {
  fileprivate func encode(as name: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("logLoss", logLoss)
      json.member("rmse", rmse)
    }
  }

  fileprivate init?(_ json: inout JSONScanner) throws(JSONError) {
    var (logLoss, rmse): (Double?, Double?)
    try json.beginObject()
    while let name = try json.nextKey() {
      switch name {
      case "logLoss": logLoss = try json.doubleOrNull()
      case "rmse": rmse = try json.doubleOrNull()
      default: try json.skipValue()
      }
    }
    guard let logLoss, let rmse else { return nil }
    self.init(logLoss: logLoss, rmse: rmse)
  }
}

/// The member `fitted` of a `parameters` event, before its parameters are known.
struct FittedFields {
  private var items: Int?
  private var reviews: Int?
  private var through: Timestamp?
  private var tested: Int?
  private var before: FittedParameters.Scores?
  private var after: FittedParameters.Scores?

  /// Reads the object; unknown keys are skipped.
  init(_ json: inout JSONScanner) throws(JSONError) {
    try json.beginObject()
    while let name = try json.nextKey() {
      switch name {
      case "items": items = try json.integer()
      case "reviews": reviews = try json.integer()
      case "through": through = Timestamp(try json.string().raw)
      case "tested": tested = try json.integer()
      case "before": before = try FittedParameters.Scores(&json)
      case "after": after = try FittedParameters.Scores(&json)
      default: try json.skipValue()
      }
    }
  }

  /// The whole; nil where something is missing or counts less than nothing.
  func fitted(_ parameters: Parameters) -> FittedParameters? {
    guard let items, let reviews, let through, let tested, let before, let after,
      min(items, reviews, tested) >= 0
    else { return nil }
    return FittedParameters(
      parameters: parameters,
      items: items,
      reviews: reviews,
      through: through,
      tested: tested,
      before: before,
      after: after
    )
  }
}

import Authoring
import Decks
import Storage

/// Accounts and runners-up as JSON.
extension Account {
  func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("form", form.rawValue)
      json.member("claim", claim.rawValue)
      json.member("worth", worth)
      json.key("features")
      json.array { json in
        for feature in features { feature.write(into: &json) }
      }
      json.member("deduction", deduction)
      json.member("score", score)
    }
  }

  /// Nil where it is a later version's.
  static func read(_ json: inout JSONScanner) throws(JSONError) -> Account? {
    var form: Form?
    var claim: Claim?
    var worth = 0.0
    var features: [Feature] = []
    var deduction = 0.0
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "form": form = Form(rawValue: try json.string().text)
      case "claim": claim = Claim(rawValue: try json.string().text)
      case "worth": worth = try json.double()
      case "deduction": deduction = try json.double()
      case "features":
        try json.beginArray()
        while try json.nextElement() { features.append(try Feature.read(&json)) }
      default: try json.skipValue()
      }
    }
    guard let form, let claim else { return nil }
    return Account(
      form: form,
      claim: claim,
      worth: worth,
      features: features,
      deduction: deduction
    )
  }
}

extension Account.Feature {
  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("value", value)
      json.member("weight", weight)
    }
  }

  fileprivate static func read(_ json: inout JSONScanner) throws(JSONError) -> Account.Feature {
    var name = ""
    var value = 0.0
    var weight = 0.0
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "name": name = try json.string().text
      case "value": value = try json.double()
      case "weight": weight = try json.double()
      default: try json.skipValue()
      }
    }
    return Account.Feature(name: name, value: value, weight: weight)
  }
}

extension RunnerUp {
  func write(into json: inout JSONWriter) {
    json.object { json in
      json.member("card", DeckPrinter.text(of: card))
      json.member("verdict", verdict.rawValue)
      json.key("account")
      account.write(into: &json)
    }
  }

  /// Nil where its card cannot be read, or it is a later version's.
  static func read(_ json: inout JSONScanner) throws(JSONError) -> RunnerUp? {
    var card: Card?
    var verdict: Verdict?
    var account: Account?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "card":
        card = DeckParser.parse(Array(try json.string().text.utf8)).cards.first?.card
      case "verdict": verdict = Verdict(rawValue: try json.string().text)
      case "account": account = try Account.read(&json)
      default: try json.skipValue()
      }
    }
    guard let card, let verdict, let account else { return nil }
    return RunnerUp(card: card, account: account, verdict: verdict)
  }
}

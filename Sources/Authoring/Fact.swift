/// What a statement says, with the words that a question could ask for.
struct Fact: Hashable, Sendable {
  /// All ranges are token indices of the statement's analysis.
  enum Claim: Hashable, Sendable {
    /// "The half-life of X is 3 hours": a number, a share, a year or a span of time.
    case quantity(Range<Int>, Analysis.Quantity.Kind)
    /// The dose that a drug has for somebody, on a line under the drug's.
    case regimen(Range<Int>)
    /// "X is a Y".
    case definition(subject: Range<Int>, complement: Range<Int>)
    /// "X is the most abundant Y": only one X fits.
    case superlative(subject: Range<Int>, complement: Range<Int>)
    /// "Unlike A, X acts on Y"; "X rather than Y".
    case contrast(Range<Int>)
    /// "under the brand name X".
    case name(Range<Int>)
    /// "Y such as A, B or C": the class that the examples belong to.
    case category(Range<Int>)
    /// The object of "blocks", "causes", "is metabolised in" and the like.
    case relation(Range<Int>)
    /// "should occur in X", "must not be given without X".
    case rule(Range<Int>)
    /// "X is defined as …": the X.
    case term(Range<Int>)
    /// "X stimulates the release of Y": the X that does it.
    case agent(Range<Int>)
    /// "X is treated with Y", "X is caused by Y": what stands behind the preposition, to the end.
    case passive(Range<Int>)
    /// "an enzyme called X", "X, or Y, …": the name that the statement explains.
    case called(Range<Int>)
    /// "raises", "alkaline": one of two words that exclude each other, both of which are shown.
    case direction(Range<Int>, choice: String)
    /// What a table says in one column of one row.
    case cell(Range<Int>)
    /// What the question that the document sets over the sentence asks for.
    case heading(Range<Int>)
    /// All items of a list.
    case series(Range<Int>)
    /// "The late signs are X, Y and Z": all that a sentence counts up.
    case enumeration(Range<Int>)
    /// A term that stands somewhere in the statement.
    case mention(Range<Int>)

    var asksForNumber: Bool {
      switch self {
      case .quantity, .regimen: true
      default: false
      }
    }

    /// The words that the claim turns on.
    var focus: Range<Int> {
      switch self {
      case .quantity(let words, _), .regimen(let words), .contrast(let words), .name(let words),
        .category(let words),
        .relation(let words), .rule(let words), .term(let words), .agent(let words),
        .passive(let words), .cell(let words), .mention(let words), .called(let words),
        .direction(let words, _), .series(let words), .enumeration(let words),
        .heading(let words):
        words
      case .definition(_, let complement): complement
      case .superlative(let subject, _): subject
      }
    }
  }

  let claim: Claim
  /// Words of doubt and restriction that the statement has.
  let hedges: [String]
  let isNegated: Bool
  /// What the statement tells, where its words show it.
  let relation: Relation?
}

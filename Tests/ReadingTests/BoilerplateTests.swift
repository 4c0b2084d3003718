import Reading
import Testing

@Suite struct BoilerplateTests {
  @Test(
    arguments: [
      ("Your Cart is empty!", .shop), ("Browse Products", .shop), ("0", .wordless),
      ("If you find a better price, we'll give you 20% off!", .shop),
      ("It looks like you haven't added any items to your cart yet.", .shop),
      ("Read Next: Trending treatments", .navigation), ("Join the Conversation", .comments),
      ("Required fields are marked *", .comments), ("This website uses cookies.", .notices),
      ("© 2024 Example. All rights reserved.", .notices), ("Press \u{1B}[31m now.", .data),
    ] as [(String, Boilerplate.Reason)]
  )
  func `what a website hangs around its text is dropped`(
    text: String,
    reason: Boilerplate.Reason
  ) throws {
    let sorted = Boilerplate.sorted(try document(text + "\n\nKetamine is a drug.").passages)
    #expect(sorted.dropped.map(\.reason) == [reason])
    #expect(outline(sorted.kept) == "paragraph 3: Ketamine is a drug.")
  }

  @Test func `everything below a reply form is talk`() throws {
    let text = "Ketamine is a drug.\n\nLeave a Reply\n\nI tried it. It is great.\n\nMe too."
    let sorted = Boilerplate.sorted(try document(text).passages)
    #expect(sorted.kept.count == 1)
    #expect(sorted.dropped.map(\.reason) == [.comments, .comments, .comments])
  }

  @Test func `clinical words that sound like a shop stay`() throws {
    let text = "A 20% reduction was seen.\n\nThe patient was given a cart of supplies and a price."
    #expect(Boilerplate.sorted(try document(text).passages).dropped.isEmpty)
  }
}

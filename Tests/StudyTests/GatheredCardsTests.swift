import Scheduling
import Testing

@testable import Study

@Suite struct GatheredCardsTests {
  /// So many that several threads look at them, and a group that lies across their border.
  @Test func `what there is to ask does not depend on the number of threads`() {
    var generator = SplitMix64(seed: 9)
    let candidates = QueueTests.candidates(groups: 7_001, parts: 3)
    let answered = candidates.filter { _ in Int.random(in: 0..<9, using: &generator) == 0 }
    let progress = QueueTests.progress(answered, using: &generator)
    let found = [1, 2, 3].map { threads in
      GatheredCards(
        candidates,
        progress: progress,
        moment: noon(5),
        limits: Queue.Limits(new: 9000, due: 300),
        scope: Queue.Scope(),
        threads: threads
      )
    }
    func places(_ found: GatheredCards) -> [Int] {
      (found.due.blocks + found.new.blocks).flatMap { found.places(of: $0) }
    }
    for other in found[1...] {
      #expect(places(other) == places(found[0]))
      #expect(other.due.count == found[0].due.count && other.new.count == found[0].new.count)
      #expect(other.comingBack.map(\.place) == found[0].comingBack.map(\.place))
      #expect(
        other.recent(candidates, progress).map(\.id)
          == found[0].recent(candidates, progress).map(\.id)
      )
    }
    #expect(found[0].due.count > 300 && found[0].new.count > 9000)
    #expect(!found[0].comingBack.isEmpty)
    #expect(found[0].due.count + found[0].new.count < candidates.count)
  }
}

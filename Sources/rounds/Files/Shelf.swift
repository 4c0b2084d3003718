import Decks
import Grading
import Study

/// The decks that a learner studies, with the questions they hold.
struct Shelf {
  let collection: Collection
  let settings: Settings

  init(named paths: [String]) throws(Failure) {
    settings = try Settings.load()
    collection = Collection(try DeckFinder.decks(named: paths, settings: settings))
  }

  /// The decks of a session: what an index knows is not read from them.
  init(indexed paths: [String]) throws(Failure) {
    settings = try Settings.load()
    var indexes: IndexedDecks? = IndexedDecks(Places.storeFolder)
    var decks = try DeckFinder.decks(named: paths, settings: settings, &indexes)
    if indexes?.keep() == true {
      // Its index was made just now: without it the fingerprints would be made once more for the queue.
      indexes = IndexedDecks(Places.storeFolder)
      decks = try DeckFinder.decks(named: paths, settings: settings, &indexes)
    }
    collection = Collection(decks)
  }

  private init(collection: Collection, settings: Settings) {
    self.collection = collection
    self.settings = settings
  }

  /// The shelf with one deck as it was read anew.
  func replacing(_ deck: Int, with file: DeckFile) -> Shelf {
    var decks = collection.decks
    decks[deck] = file
    return Shelf(collection: Collection(decks), settings: settings)
  }

  /// Questions that may be asked, in the order of the decks; drafts, suspended and retired cards
  /// are left out.
  func candidates(tagged tag: String? = nil) -> [Candidate] {
    if tag == nil, let indexed = indexedCandidates() { return indexed }
    return collection.entries.flatMap { entry -> [Candidate] in
      let card = collection.card(of: entry)
      guard card.status == .active, tag.map({ isTagged(card, $0, deck: entry.deck) }) ?? true else {
        return []
      }
      guard case .stages(let stages) = card.body else {
        return card.questionIDs(id: entry.id).map {
          Candidate(id: $0, group: entry.id, isStage: false)
        }
      }
      return zip(stages, card.stageIDs(caseID: entry.id)).flatMap { stage, id -> [Candidate] in
        guard stage.status == .active else { return [] }
        return stage.questionIDs(id: id).map {
          Candidate(id: $0, group: entry.id, isStage: true)
        }
      }
    }
  }

  /// The questions by deck, for counting.
  var rolls: [DeckRoll] {
    let byDeck = Dictionary(grouping: candidates()) {
      collection.entry(holding: $0.group)?.deck ?? 0
    }
    return collection.decks.enumerated().map { index, file in
      DeckRoll(id: file.id, name: file.name, cards: (byDeck[index] ?? []).map(\.id))
    }
  }

  /// The figures of a learner over these decks.
  func summary(of progress: Progress, at now: Moment) -> Summary {
    let today = progress.days.day(of: now.at, offset: now.offset)
    return Summary(of: progress, decks: rolls, at: now) {
      hindrance(of: $0, in: progress, on: today)
    }
  }

  /// The days on which the cards of these decks come back.
  func forecast(of progress: Progress, at now: Moment) -> DueForecast {
    let today = progress.days.day(of: now.at, offset: now.offset)
    return DueForecast(
      of: candidates().lazy.map(\.id),
      in: progress,
      on: today,
      days: Summary.forecastDays
    ) { hindrance(of: $0, in: progress, on: today) }
  }

  /// What keeps a card from being asked on a day.
  func hindrance(of card: CardID, in progress: Progress, on day: Int) -> Hindrance? {
    guard !progress.marks.isEmpty, let marks = progress.marks[card] else { return nil }
    let hash = marks.flag == nil ? nil : question(card)?.hash
    return marks.hindrance(on: day, stem: hash?.stem ?? "", key: hash?.key ?? "")
  }

  /// The wishes for the day on which a card comes back; the stages of a Case stay together.
  func wishes(for card: CardID) -> DayWishes {
    let entry = collection.entry(holding: card)
    let siblings = entry.flatMap { entry -> [CardID]? in
      let card = collection.card(of: entry)
      if case .stages = card.body { return nil }
      return card.questionIDs(id: entry.id)
    }
    return DayWishes(
      easyDays: settings.easyDays,
      exam: settings.exam,
      siblings: siblings ?? []
    )
  }

  /// The question of an id, made of its card as it stands now.
  func question(_ id: CardID) -> Question? {
    collection.entry(holding: id).flatMap { entry in
      collection.questions(of: entry).first { $0.id == id }
    }
  }

  /// The questions of a card, of one of its parts, or of one stage, by its id.
  func questions(named text: String) throws(Failure) -> [Question] {
    let id = CardID(text)
    let found = collection.entry(holding: id).map { collection.questions(of: $0) } ?? []
    let fitting = found.filter { $0.id == id || $0.id.card == id || $0.group == id }
    guard !fitting.isEmpty else {
      throw Failure(.noInput, "no card \"\(text)\" in the decks; \"rounds cards\" lists them")
    }
    return fitting
  }

  /// Questions whose stem or answer has words that begin with all of these; all questions for none.
  func questions(holding words: String) -> [Question] {
    let sought = WordSet.words(of: words)
    return collection.entries.flatMap { collection.questions(of: $0) }.filter {
      $0.holds(wordsBeginningWith: sought)
    }
  }

  /// Cards that wait for a person to accept them.
  var draftCount: Int {
    collection.decks.reduce(0) { $0 + $1.draftCount }
  }

  /// Cards that cannot be studied because something in them is wrong.
  var faultyCards: Int {
    let all = collection.decks.reduce(0) { $0 + $1.cardCount }
    return all - collection.entries.count
  }

  /// For cards that have an id now: the provisional ids they were studied under before.
  var renamed: [(from: CardID, to: CardID)] {
    collection.entries.flatMap { entry -> [(from: CardID, to: CardID)] in
      let card = collection.card(of: entry)
      return card.id == nil ? [] : card.formerQuestionIDs(id: entry.id)
    }
  }

  /// How answers are read: no word of the decks or of a dictionary is a slip of another.
  func gradingContext(_ presentation: [Int]) -> GradingContext {
    let collection = collection
    return GradingContext(
      isUsedWord: { collection.holds(word: $0) || SpellingDictionary.holds($0) },
      notation: settings.notation,
      presentation: presentation
    )
  }

  private func isTagged(_ card: Card, _ tag: String, deck: Int) -> Bool {
    card.details.tags.contains(tag) || collection.decks[deck].frontMatter.tags.contains(tag)
  }

  /// The tags of every question, those of its deck among them.
  var tags: [CardID: [String]] {
    collection.entries.reduce(into: [:]) { tags, entry in
      let common = collection.decks[entry.deck].frontMatter.tags
      for question in collection.questions(of: entry) {
        let own = question.details.tags.filter { !common.contains($0) }
        if !common.isEmpty || !own.isEmpty { tags[question.id] = common + own }
      }
    }
  }

  /// Whether there is any question that may be asked.
  func hasCandidates(tagged tag: String?) -> Bool {
    guard tag == nil else { return !candidates(tagged: tag).isEmpty }
    return collection.entries.contains { entry in
      guard let (card, questions) = collection.indexed(entry) else {
        return !candidates().isEmpty
      }
      return card.status == .active && questions.contains { $0.isActive }
    }
  }

  /// The candidates as the indexes of all decks have them; nil where a deck was parsed.
  private func indexedCandidates() -> [Candidate]? {
    guard collection.decks.allSatisfy({ $0.index != nil }) else { return nil }
    var candidates: [Candidate] = []
    candidates.reserveCapacity(collection.entries.count)
    for entry in collection.entries {
      guard let (card, questions) = collection.indexed(entry), card.status == .active else {
        continue
      }
      for question in questions where question.isActive {
        candidates.append(
          Candidate(
            id: question.id,
            group: entry.id,
            isStage: card.isCase,
            key: .number(question.key)
          )
        )
      }
    }
    return candidates
  }
}

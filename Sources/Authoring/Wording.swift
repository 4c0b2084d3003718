/// Wording that a card must keep, and wording that no card may have; a table of data.
///
/// A phrase matches whole words of a text in lower case.
enum Wording {
  /// What makes a claim less than certain.
  static let hedges: PhraseTable = [
    "may", "might", "could", "can", "would", "should", "possibly", "possible", "potentially",
    "potential", "probably", "perhaps", "likely", "unlikely", "suggest", "suggests", "suggested",
    "suggesting", "believed", "thought", "appears", "appear", "appeared", "seems", "seem", "seemed",
    "reported", "reportedly", "presumed", "hypothesised", "hypothesized", "apparently", "generally",
    "usually", "often", "sometimes", "typically", "some", "several", "most", "many", "partly",
    "partially", "rarely", "approximately", "about", "around", "roughly", "particularly",
    "primarily", "mainly", "mostly", "initially", "originally", "estimated", "expected",
    "considered", "proposed", "claimed", "argue", "argued", "hope", "in some", "up to", "at least",
    "at most", "more than", "less than", "over", "under", "almost", "nearly", "evidence", "studies",
    "data", "findings",
  ]

  static let negations: PhraseTable = [
    "not", "no", "never", "none", "neither", "nor", "without", "cannot", "can't", "isn't", "aren't",
    "wasn't", "weren't", "doesn't", "don't", "didn't", "hasn't", "haven't", "won't", "wouldn't",
    "shouldn't", "couldn't", "mustn't", "unless", "except", "only", "lack", "lacks", "absent",
    "avoid", "contraindicated", "unlike", "rather than", "instead of", "despite", "although",
  ]

  static let promotion: PhraseTable = [
    "game-changer", "game changer", "gamechanger", "lifesaver", "life-saver", "glimmer of hope",
    "hope", "hopes", "hopeful", "revolutionary", "revolutionize", "revolutionise",
    "revolutionizing",
    "remarkable", "remarkably", "groundbreaking", "ground-breaking", "breakthrough", "miracle",
    "miraculous", "most affordable", "affordable", "amazing", "incredible", "exciting", "unlock",
    "unlocking", "cutting-edge", "state-of-the-art", "world-class", "best-in-class", "holistic",
    "transformative", "unparalleled", "innovative", "novel approach", "visionary",
    "captured the attention",
    "gained renewed interest", "gained interest", "sparked", "buzz", "wild west", "game changing",
    "important tool", "fight against", "promising", "extraordinary", "unprecedented",
    "leading provider",
    "we guarantee", "guarantee", "guaranteed", "life-changing", "pushing the boundaries",
    "destigmatize",
    "crucial role", "key advantages", "key advantage", "rapidly growing", "unique advantage",
  ]

  /// Names used on the street and who praised what: nothing to learn.
  static let trivia: PhraseTable = [
    "slang", "street name", "street names", "nickname", "nicknamed", "known on the street",
    "next review", "review due", "last reviewed", "social media", "celebrity", "celebrities",
    "headlines", "wall street", "cnn", "blister pack", "blister packs",
  ]

  static let firstPerson: Set<String> = [
    "we", "our", "ours", "i", "my", "me", "let's", "we'll", "we're", "we've",
  ]

  /// What is done with a medicine, so that a time beside it is part of a regimen.
  static let dosing: Set<String> = [
    "dose", "doses", "dosage", "dosing", "give", "given", "giving", "administer", "administered",
    "administration", "repeat", "repeated", "take", "taken", "taking", "inject", "injected",
    "injection", "injections", "infusion", "infuse", "infused", "bolus", "tablet", "tablets",
    "treatment", "treat", "treated", "therapy", "course", "continue", "continued", "initiate",
    "initiated", "discontinue", "discontinued",
    "increase", "increased", "reduce", "reduced", "titrate", "titrated", "maintenance", "loading",
    "once", "twice", "daily", "medication", "medicine", "drug", "prophylaxis", "regimen",
    "withhold", "switch", "apply", "applied", "oral", "orally",
  ]

  /// By which a medicine is begun or ended, and nothing else.
  static let stopping: PhraseTable = [
    "be stopped", "is stopped", "are stopped", "be started", "is started", "are started",
    "be withheld", "is withheld", "stop taking", "start taking",
  ]

  /// What the authors of a guideline do.
  static let recommending: Set<String> = [
    "recommend", "suggest", "advise", "propose", "prefer", "endorse",
  ]

  static let secondPerson: Set<String> = [
    "you", "your", "yours", "yourself", "you'll", "you're", "you've",
  ]

  /// Advice to a reader rather than a statement of medicine.
  static let advice: PhraseTable = [
    "consult a doctor", "call or text", "consulting a doctor", "talk to a doctor", "their doctor",
    "ask a doctor",
    "seek professional", "seeking professional", "professional guidance", "should be mindful",
    "approach this therapy", "is vital to discuss", "balanced approach", "in conclusion",
    "previous instructions", "prior instructions", "system prompt", "for individuals facing",
    "discuss with their", "learn about", "find out more", "read more",
  ]

  /// Says that little is known, or that something was looked at, and no more.
  static let vacuous: PhraseTable = [
    "more research", "further research", "more studies", "further studies", "research is needed",
    "studies are needed", "early stages", "have been conducted", "has been conducted",
    "studies aim",
    "without controversy", "controversies", "questions about", "various factors",
    "different consequences", "widely discussed", "has been the primary focus", "in various ways",
    "is important for many reasons", "plays a role", "play a role",
    "treatment modality", "under investigation", "this article", "this section", "this chapter",
    "this handout", "this guideline", "as follows", "described below", "described above",
    "provided in table", "presented in table", "listed in table", "provided in figure",
    "given in table", "presented in figure", "see below",
    "see above", "see table", "see figure", "shown in figure", "shown in table", "in the figure",
    "as shown", "is not known", "are not known", "is unknown", "are unknown",
    "not fully understood",
    "see section", "see warnings", "see chapter", "link to", "see the", "in this leaflet",
    "may affect up to", "median age", "mean age", "average age", "of the population",
    "in rats", "in mice", "in rabbits", "rats", "mice", "rabbits", "in vitro", "animal studies",
    "animal data", "nonclinical", "carcinogenicity", "mutagenicity", "clinical trials of",
    "in a trial", "in one trial", "in one study", "not been established",
    "have not been studied", "has not been studied", "for more information",
    "for further information", "for further details", "refer to the", "safety profile", "registry",
    "treating physician", "may be variations", "sodium-free", "per capsule", "per tablet",
    "in the mouse", "in the rat", "in animals", "immature animals", "mouse lymphoma", "hepatocyte",
    "maternal toxicity", "shake for", "gently swirl", "do not store", "should be reconstituted",
    "reconstituted solution", "lyophilized",
  ]

  /// Openings that join a sentence to the one before and may go without loss.
  static let leads: PhraseTable = [
    "however", "moreover", "furthermore", "additionally", "in addition", "indeed", "in fact",
    "firstly", "secondly", "thirdly", "finally", "lastly", "first", "second", "third", "also",
    "therefore", "thus", "hence", "consequently", "as a result", "for example", "for instance",
    "in general", "in summary", "in short", "in other words", "of note", "notably", "importantly",
    "nevertheless", "nonetheless", "on the other hand", "by contrast", "in contrast", "similarly",
    "likewise", "and", "but", "so", "yet", "on this subject", "that said", "specifically",
  ]

  /// Openings that only announce the clause that follows.
  static let announcements: PhraseTable = [
    "it is important to note that", "it is important to keep in mind that",
    "it is important to remember that", "it is important to know that",
    "it is crucial to remember that", "it is crucial to note that", "it is essential to note that",
    "it is essential to remember that", "it is worth noting that", "it is well known that",
    "it should be noted that", "it must be noted that", "it should be remembered that",
    "note that", "remember that", "it is clear that", "it is known that",
  ]

  /// Nouns that, after a bare `the`, point back to an earlier sentence.
  static let pointing: Set<String> = [
    "drug", "drugs", "treatment", "therapy", "medication", "medicine", "agent", "study", "trial",
    "result", "results", "finding", "findings", "procedure", "approach", "method", "response",
    "effect", "effects", "symptoms", "condition", "disease", "disorder", "substance", "process",
    "former", "latter", "same", "first", "second", "third", "final", "other", "others", "two",
    "authors", "researchers", "team", "test", "dose", "compound", "reaction", "device", "technique",
    "participants", "group", "groups", "infusion", "reason", "reasons", "answer", "problem", "idea",
  ]

  /// Words that end no noun phrase, which a blank would have swallowed from what follows.
  static let trailing: Set<String> = [
    "better", "worse", "further", "elsewhere", "nonetheless", "nevertheless", "upstream",
    "downstream", "so", "enough", "instead", "even", "still", "apart", "abroad", "alike", "nearby",
    "afterwards", "anyway", "similar", "secondary", "due", "prior", "subsequent", "relative",
    "equal", "identical", "far", "early", "necessary", "underway", "specific", "capable",
    "likely", "unlikely", "able", "daily", "weekly", "healthy", "right", "open", "low", "high",
    "free", "clean",
    "dry", "intact", "constant", "stable", "well", "available", "responsible", "present", "related",
    "associated",
    "overall", "overnight", "either", "himself", "itself", "aside", "less",
    "more", "most", "least", "first", "previous", "next", "last", "hold", "release",
  ]

  /// Words of judgement that open an answer which anybody could have put otherwise.
  static let judging: Set<String> = [
    "valuable", "distinct", "distinctive", "substantial", "common", "large", "small", "important",
    "significant", "adequate", "appropriate", "different", "various", "good", "careful", "strict",
    "close", "major", "minor", "general", "special", "further", "sufficient", "useful", "relevant",
    "individual", "adjacent", "overall", "first", "proper", "regular", "necessary", "possible",
    "recognized", "recognised", "similar", "sharp", "typical",
    "certain", "minimal", "immediate", "high", "low", "multiple", "excess", "optimum", "optimal",
    "accidental", "effective", "severe", "mild", "moderate", "worse", "worst", "best", "better",
    "accurate", "simple", "intimate", "larger", "smaller", "dangerous", "key", "normal",
    "continual",
    "stronger", "weaker", "extra", "direct", "essential", "clean", "enough",
  ]

  /// Nouns too vague to be the answer to anything.
  static let vague: Set<String> = [
    "provider", "providers", "physician", "clinician", "specialist", "centre", "center",
    "result", "results", "effect", "effects", "treatment", "treatments", "therapy", "use", "uses",
    "people", "individuals", "patients", "patient", "participants", "role", "way", "ways",
    "properties", "property", "interest", "benefit", "benefits", "setting", "settings", "option",
    "options", "concern", "concerns", "question", "questions", "area", "areas", "variety", "range",
    "number", "factor", "factors", "change", "changes", "potential", "ability", "case", "cases",
    "thing", "things", "kind", "type", "types", "form", "example", "examples", "fact", "reason",
    "time", "times", "year", "years", "recent", "improvements", "improvement", "response",
    "responses", "research", "study", "studies", "trial", "trials", "data", "evidence", "findings",
    "medicine", "health", "system", "process", "field", "context", "history", "conditions",
    "condition", "need", "needs", "part", "parts", "place", "development", "growth", "others",
    "approach", "approaches", "impact", "influence", "issue", "issues", "safety", "effectiveness",
    "symptom", "symptoms", "relief", "care", "management", "support", "substances", "consequences",
    "advantage", "advantages", "attention", "experience", "experiences", "drug", "drugs", "world",
    "adults", "children", "individual", "formation", "quality", "importance", "presence", "amount",
    "amounts", "level", "levels", "point", "points", "addition", "order", "end", "beginning",
    "side", "first", "second", "nature", "idea", "basis", "action", "actions", "doses", "dose",
    "procedure", "procedures", "lack", "loss", "risk", "risks", "harm", "majority", "minority",
    "rest", "day", "days", "week", "weeks", "month", "months", "hour", "hours", "minute", "minutes",
    "variant", "sense", "restoration", "ease", "peril", "quantity", "frequency", "researchers",
    "clinicians", "doctors", "professionals", "judgement", "judgment", "supervision", "infection",
    "infections", "disease", "diseases", "injury", "disorder", "disorders", "pain", "problem",
    "problems", "medicine", "medicines", "tract", "saturation", "toxicity", "alarm", "outlook",
    "outcome", "outcomes", "choice", "usp", "rct", "rcts", "fda", "ema", "nice", "cdc", "nyha",
    "u.s", "u.k", "us", "uk",
    "adjustment", "adjustments", "table", "figure", "box", "appendix", "chapter", "section",
    "information", "variation", "complication", "complications", "volume", "comfort", "triggers",
    "trigger", "tissues", "follow-up", "thresholds", "technologies", "characteristics", "features",
    "moderate", "mild", "severe", "stream", "bloodstream", "blood", "models", "criteria", "devices",
    "measurements", "measurement", "transmission", "pathogens", "dosing", "overdose", "overdosage",
    "analyses", "products", "relationship", "mortality", "values", "value", "populations",
    "population", "contact",
    "alternative",
    "alternatives", "lot",
    "indication", "indications", "marker", "markers", "means", "estimate", "course", "doctor",
    "hospital", "laboratory", "relation", "reserve", "states", "kingdom", "europe", "america",
    "countries", "country", "considerations",
    "upward", "downward", "functions", "function", "surgery", "procedures", "older", "age",
    "sign", "signs", "cause", "causes", "damage",
    "diagnosis", "concentration", "concentrations", "intervals", "interval", "chamber", "pillars",
    "instability", "approval", "balance", "sensors", "steps", "step", "measures", "decision",
    "decisions", "difference", "differences", "goal", "goals", "purpose", "task", "tool", "tools",
    "stage", "stages", "rate", "rates", "increase", "decrease", "reduction", "supply", "discomfort",
    "dosage", "dosages", "administration", "intake", "ingestion", "consumption", "micro-organisms",
    "microorganisms", "pathogen", "organisms", "availability", "shortness", "accumulation",
    "initiation", "exposure",
  ]
}

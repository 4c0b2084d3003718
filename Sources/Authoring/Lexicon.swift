/// Words by what they do in a sentence; a table of data.
enum Lexicon {
  static let determiners: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "each", "every", "some", "any", "no", "all",
    "both", "several", "many", "most", "few", "more", "less", "such", "another", "other", "its",
    "their", "his", "her", "our", "your", "my", "various", "certain",
  ]
  static let pronouns: Set<String> = [
    "it", "they", "them", "he", "she", "him", "we", "us", "you", "i", "itself", "themselves",
    "there",
    "one", "ones", "it's", "they're", "there's", "someone", "everyone", "anyone", "nobody",
  ]
  static let prepositions: Set<String> = [
    "of", "in", "on", "at", "by", "for", "with", "from", "into", "onto", "about", "against",
    "between",
    "among", "through", "during", "before", "after", "above", "below", "under", "over", "within",
    "without", "via", "per", "towards", "toward", "upon", "across", "around", "behind", "beyond",
    "despite", "except", "inside", "outside", "like", "unlike", "near", "since", "until",
    "throughout",
    "versus", "than", "as", "including", "regarding", "concerning", "following", "considering",
    "up",
    "out", "off", "because", "due", "instead", "along", "apart", "depending", "according",
  ]
  static let conjunctions: Set<String> = ["and", "or", "but", "nor", "plus", "and/or"]
  static let subordinators: Set<String> = [
    "that", "which", "who", "whom", "whose", "when", "where", "while", "although", "though",
    "because",
    "since", "if", "unless", "whereas", "whether", "until", "as", "how", "why", "what", "once",
    "whenever", "wherever", "whereby",
  ]
  static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot", "can't",
    "shouldn't", "mustn't", "couldn't", "wouldn't", "won't",
  ]
  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do",
    "does", "did", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "doesn't", "don't",
    "didn't", "remain", "remains", "remained", "become", "becomes", "became", "seem", "seems",
    "appear", "appears",
  ]
  static let adverbs: Set<String> = [
    "not", "never", "also", "often", "sometimes", "usually", "always", "just", "only", "even",
    "still",
    "yet", "already", "soon", "very", "quite", "rather", "too", "almost", "once", "twice", "first",
    "then", "thus", "hence", "therefore", "however", "again", "together", "alone", "well", "long",
    "most", "more", "less", "least", "much", "back", "away", "down", "now", "thereby", "perhaps",
    "instead", "particularly", "primarily", "otherwise", "ago", "upward", "downward", "upwards",
    "downwards", "later", "earlier", "approximately",
  ]
  /// Words that carry no meaning of their own.
  static let functionWords = [
    determiners, pronouns, prepositions, conjunctions, subordinators, modals, auxiliaries, adverbs,
  ].reduce(into: Set<String>()) { $0.formUnion($1) }
  /// End in `-ly` and are no adverbs.
  static let lyNouns: Set<String> = [
    "family", "supply", "anomaly", "early", "daily", "weekly", "monthly", "hourly", "likely",
    "only",
    "elderly", "costly", "friendly", "lively", "assembly", "reply", "fly", "jelly", "belly", "july",
  ]
  /// Base forms of verbs that are seldom nouns.
  static let verbs: Set<String> = [
    "achieve", "act", "activate", "administer", "affect", "aim", "alleviate", "allow", "antagonise",
    "antagonize", "appear", "apply", "argue", "arise", "assess", "avoid", "begin", "belong", "bind",
    "bring", "carry", "choose", "cleanse", "combine", "comprise", "conduct", "confine", "confirm",
    "consist", "consider", "contain", "continue", "convert", "correlate", "cross", "decline",
    "delay",
    "deliver", "demonstrate", "depend", "depress", "derive", "describe", "destroy", "detect",
    "determine", "develop", "diagnose", "dilate", "diminish", "discontinue", "distinguish", "drive",
    "elevate", "eliminate", "emerge", "emphasise", "emphasize", "employ", "enable", "encourage",
    "enhance", "ensure", "enter", "establish", "evaluate", "excrete", "exceed", "exert", "exist",
    "experience", "explain", "explore", "expose", "express", "facilitate", "fail", "find", "follow",
    "gain", "generate", "get", "give", "grow", "happen", "help", "highlight", "improve", "include",
    "indicate", "induce", "inhibit", "initiate", "inject", "interact", "interfere", "introduce",
    "involve", "keep", "know", "last", "lead", "lie", "lower", "maintain", "make", "manage",
    "mediate", "metabolise", "metabolize", "mimic", "mitigate", "modify", "modulate", "obtain",
    "occur", "offer", "oppose", "originate", "outweigh", "persist", "pose", "possess", "precede",
    "predict", "prefer", "prepare", "prescribe", "prevent", "proceed", "prolong", "promote",
    "protect", "prove", "provide", "raise", "range", "reach", "rebalance", "receive", "recommend",
    "recover", "reduce", "relax", "relieve", "rely", "remove", "replace", "represent", "require",
    "resemble", "resolve", "respond", "restore", "restrict", "resume", "retain", "reveal",
    "reverse",
    "rise", "see", "select", "serve", "set", "slow", "stem", "stimulate", "stop", "strengthen",
    "suffer", "suggest", "suppress", "suspect", "sustain", "take", "tend", "think", "tolerate",
    "transform", "treat", "undergo", "understand", "undermine", "underline", "utilise", "utilize",
    "vary", "warrant", "weaken", "weigh", "withdraw", "worsen", "yield", "find", "believe",
    "associate",
    "accompany", "correspond", "comply", "auscultate", "palpate",
    "inspect", "teach", "instruct", "assist", "educate",
    "remind", "weigh",
    "notify", "encourage", "accumulate", "accelerate", "account", "adapt", "adhere", "adjust",
    "advise",
    "aggravate", "alter", "amplify", "attach", "attain", "augment", "breathe", "cease", "circulate",
    "classify", "coincide", "collect", "compensate", "compete", "complicate", "concentrate",
    "confer", "conserve", "constitute", "consume", "contribute", "counteract", "create",
    "deactivate", "decide", "degrade", "deplete", "descend", "deteriorate", "differ", "diffuse",
    "digest", "disappear", "dissociate", "dissolve", "distend", "distribute", "disrupt", "divide",
    "eat", "elicit", "encounter", "endanger", "enlarge", "evolve", "exacerbate", "examine",
    "exclude", "excite", "exhale", "expand", "expel", "extend", "extract", "fluctuate", "forget",
    "fuse", "govern", "hasten", "hinder", "hydrolyse", "hydrolyze", "identify", "immobilise",
    "immobilize", "impede", "imply", "impose", "inactivate", "incorporate", "incur", "infect",
    "inflict", "inform", "ingest", "inhale", "inherit", "injure", "insert",
    "interrupt", "invade", "irritate", "justify", "kill", "lessen", "liberate", "lubricate",
    "migrate", "minimise", "minimize", "multiply", "necessitate", "neutralise", "neutralize",
    "normalise", "normalize", "notify", "nourish", "obstruct", "overcome", "oxidise", "oxidize",
    "penetrate", "perceive", "perform", "permeate", "permit", "phosphorylate", "potentiate",
    "predispose", "preserve", "proliferate", "propagate", "provoke", "reabsorb", "react",
    "recognise", "recognize", "recur", "refer", "reflect", "regain", "regulate", "reinforce",
    "reject", "render", "replicate", "reproduce", "resist", "reside", "retard", "rid", "secrete",
    "settle", "shorten", "shrink", "soften", "specify", "squeeze", "stabilise", "stabilize",
    "stiffen", "subside", "surround", "survive", "suspend", "swell", "synthesise", "synthesize",
    "come", "go", "look", "feel", "hear", "speak", "tell", "ask", "sit", "stand", "lose",
    "tighten", "transmit", "unite", "vaccinate", "verify", "vomit", "wane", "widen",
  ]
  /// Base forms that are as often nouns.
  static let nounVerbs: Set<String> = [
    "answer", "attack", "back", "infiltrate", "benefit", "block", "cause", "change", "concern",
    "constrict",
    "contact",
    "contract", "control", "cost", "damage", "decrease", "demand", "dose", "drop", "end", "factor",
    "fall", "feature", "focus", "form", "function", "grade", "impact", "impair", "increase",
    "influence", "leave", "level", "limit", "link", "lack", "mark", "matter", "mean", "measure",
    "monitor", "name", "need", "number", "onset", "order", "place", "plan", "play", "present",
    "produce", "progress", "question", "rate", "release", "report", "research", "rest", "result",
    "return", "review", "risk", "score", "share", "show", "signal", "spread", "start", "state",
    "stay", "store", "stress", "study", "support", "surge", "target", "test", "trigger", "use",
    "value", "work", "dampen", "exhibit",
    "bear", "bypass", "capture", "collapse", "cough", "decay", "deposit", "discharge", "display",
    "drain", "drink", "equal", "escape", "exchange", "filter", "force", "guide", "harm", "host",
    "mature", "mix", "narrow", "process", "pump", "relapse", "rescue", "rupture", "sense",
    "separate", "sleep", "smoke", "stick", "supply", "swallow", "touch", "transfer", "transport",
    "travel", "walk", "help",
  ]
  /// Orders whose words are as often nouns.
  static let orders: Set<String> = [
    "use", "offer", "start", "monitor", "check", "test", "repeat", "measure", "refer", "review",
    "report", "arrange", "sample", "stop", "keep", "aim", "switch", "add", "increase", "decrease",
    "reduce", "titrate", "flush", "store", "ask", "advise", "record", "do", "never",
    "seek", "call", "wait", "swallow", "wear", "wash", "allow", "hold", "correct", "continue",
    "restart", "re-evaluate", "determine", "reserve", "infuse", "recheck", "expect",
    "dilute", "aspirate", "discard", "rinse", "observe", "prime",
  ]
  /// Past forms that no rule of spelling gives, with whether each can be a finite past tense.
  static let irregularPasts: [String: Bool] = [
    "led": true, "given": false, "gave": true, "shown": false, "found": true, "known": false,
    "taken": false, "took": true, "made": true, "began": true, "begun": false, "thought": true,
    "held": true, "kept": true, "left": true, "seen": false, "written": false, "risen": false,
    "rose": true, "fell": true, "fallen": false, "grew": true, "grown": false, "drawn": false,
    "driven": false, "chosen": false, "undergone": false, "arisen": false, "brought": true,
    "understood": true, "set": true, "meant": true, "felt": true, "bound": true, "sought": true,
    "done": false, "gone": false, "lost": true, "worn": false, "withdrawn": false,
  ]
  /// End in `-ed` and are no past forms.
  static let edNouns: Set<String> = [
    "need", "speed", "bed", "red", "seed", "feed", "breed", "bleed", "weed", "indeed", "exceed",
    "proceed", "embed", "shed", "bred", "infrared",
  ]
  /// End in `-ing` and stand as nouns or adjectives.
  static let ingNouns: Set<String> = [
    "thing", "something", "nothing", "anything", "everything", "morning", "evening", "ring",
    "spring",
    "string", "wing", "swelling", "bleeding", "feeling", "functioning", "learning", "well-being",
    "vomiting", "meaning", "breathing", "wheezing", "screening", "setting", "dosing", "flushing",
    "itching", "sweating", "clotting", "monitoring", "poisoning", "fasting", "suctioning",
    "bruising",
    "drooling", "hearing", "testing", "imaging", "staining", "cramping", "ongoing", "existing",
    "promising", "debilitating", "following", "underlying", "remaining", "living",
  ]
  static let numberWords: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
    "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "thousand",
    "half",
  ]
  /// Words before `to` that make it a preposition.
  static let toPrepositional: Set<String> = [
    "due", "compared", "response", "prior", "according", "relative", "resistant", "similar",
    "addition", "owing", "exposure", "related", "attributed", "contrast", "led", "lead", "leads",
    "leading", "secondary", "sensitive", "allergic", "bound", "binds", "converted", "limited",
    "metabolised", "metabolized", "equivalent", "superior", "inferior", "responses", "back",
    "confined", "restricted", "linked", "equal", "close", "contributes", "contribute", "refers",
  ]

  /// Whether a word is the base form of a verb, though it may be a noun as well.
  static func isVerb(_ base: String) -> Bool { verbs.contains(base) || nounVerbs.contains(base) }
}

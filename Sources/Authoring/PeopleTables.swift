extension People {
  static let titles: Set<String> = [
    "dr", "drs", "mr", "mrs", "ms", "miss", "prof", "professor", "sir", "president", "senator",
    "judge", "governor",
  ]

  /// Offices and callings that stand for one person, and stand before a name.
  static let offices: Set<String> = [
    "ceo", "entrepreneur", "billionaire", "celebrity", "founder", "co-founder", "adviser",
    "advisor",
    "politician", "journalist", "senator", "actor", "actress", "singer", "president",
    "spokesperson",
    "spokesman", "spokeswoman", "congressman", "influencer", "reporter", "podcaster", "chairman",
  ]

  static let pronouns: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself",
  ]

  /// Nouns that make a pronoun mean anybody.
  static let anyone: Set<String> = [
    "patient", "patients", "child", "children", "man", "men", "woman", "women", "person", "adult",
    "infant", "baby", "mother", "father", "parent", "clinician", "physician", "nurse", "boy",
    "girl",
    "individual", "someone", "everyone", "learner",
  ]

  static let speech: Set<String> = [
    "said", "says", "told", "tells", "stated", "states", "disclosed", "shared", "announced",
    "argues",
    "explained", "explains", "wrote", "writes", "noted", "notes", "observed", "tweeted", "recently",
    "claimed", "claims", "adds", "added",
  ]

  static let credentials: Set<String> = [
    "md", "phd", "lcsw", "rn", "do", "mph", "frcp", "frca", "np", "pa-c", "psyd", "msc", "mbbs",
  ]

  /// Words that make the name before them the name of a disease or a test.
  static let eponymous: Set<String> = [
    "disease", "syndrome", "sign", "test", "criteria", "score", "scale", "palsy", "fracture", "law",
    "reflex", "phenomenon", "manoeuvre", "maneuver", "triad", "tumour", "tumor", "lymphoma",
    "classification", "equation", "formula", "index", "line", "position", "catheter", "needle",
  ]

  static let given: Set<String> = [
    "aaron", "adam", "alan", "albert", "alexander", "alice", "amanda", "amy", "andrea", "andrew",
    "angela", "ann", "anna", "anne", "anthony", "barbara", "benjamin", "brian", "carl", "carol",
    "caroline", "catherine", "charles", "christina", "christine", "christopher", "claire", "daniel",
    "david", "deborah", "dennis", "diana", "don", "donald", "dorothy", "edward", "elizabeth",
    "elon",
    "emily", "emma", "eric", "frank", "gary", "george", "hannah", "heather", "helen", "henry",
    "ian",
    "isaac", "jack", "jacob", "james", "jane", "janet", "jason", "jeffrey", "jennifer", "jessica",
    "joan", "john", "jonathan", "joseph", "joshua", "julia", "karen", "katherine", "kathleen",
    "keith", "kenneth", "kevin", "kristin", "larry", "laura", "lauren", "linda", "lisa", "louis",
    "margaret", "maria", "marie", "martin", "mary", "matthew", "melissa", "michael", "michelle",
    "nancy", "nicholas", "nicole", "oliver", "olivia", "pamela", "patricia", "patrick", "paul",
    "peter", "philip", "rachel", "raymond", "rebecca", "richard", "robert", "ronald", "ruth",
    "ryan", "abdul", "abigail", "ahmed", "aisha", "alejandro", "ali", "alison", "amara", "amina",
    "amit", "ana", "anita", "anjali", "antonio", "arjun", "ben", "beth", "bob", "carlos", "carmen",
    "chen", "chloe", "chris", "clara", "colin", "craig", "dan", "dave", "deepa", "diego", "dmitri",
    "elena", "eleanor", "ella", "ellen", "erik", "esther", "eva", "evelyn", "fatima", "fernando",
    "fiona", "francis", "gareth", "gita", "giulia", "grace", "graham", "greta", "gustav", "hans",
    "harriet", "hassan", "hiroshi", "hugh", "ibrahim", "ingrid", "irene", "isabel", "ivan", "jan",
    "javier", "jean", "jenny", "jim", "joe", "jorge", "jose", "josie", "juan", "judith", "kate",
    "kavita", "kenji", "khalid", "kofi", "lars", "leah", "leila", "leo", "lena", "liam", "louisa",
    "louise", "lucy", "luis", "luke", "madeleine", "mai", "marco", "mariam", "mark", "marta",
    "maya", "mei", "mia", "miguel", "mike", "mohammed", "mohamed", "mona", "monica", "naomi",
    "natalie", "neha", "neil", "ngozi", "nick", "nicola", "nina", "noah", "nora", "olga", "omar",
    "owen", "pablo", "patel", "pedro", "philippa", "phoebe", "pierre", "priya", "rahul", "raj",
    "rebekah", "ravi", "rita", "rob", "rosa", "rosie", "sally", "sam", "sanjay", "sara", "shira",
    "simone", "sofia", "stella", "steve", "sunita", "susanna", "tariq", "tim", "tom", "tony",
    "ursula", "vera", "vijay", "vincent", "wei", "wendy", "yasmin", "yuki", "yusuf", "zainab",
    "zoe",
    "samantha", "samuel", "sandra", "sarah", "scott", "sharon", "simon", "sophie", "stephanie",
    "stephen", "steven", "susan", "thomas", "timothy", "victoria", "walter", "william",
  ]

  /// Words that begin with a capital for other reasons.
  static let common: Set<String> = [
    "the", "a", "an", "in", "on", "at", "of", "for", "and", "or", "but", "as", "it", "its", "this",
    "that", "these", "those", "there", "he", "she", "his", "her", "they", "we", "you", "i", "if",
    "when", "while", "with", "by", "from", "to", "no", "not", "so", "some", "many", "most", "more",
    "several", "other", "such", "unlike", "like", "however", "moreover", "furthermore",
    "additionally",
    "although", "after", "before", "during", "despite", "because", "since", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "street",
    "journal",
    "university", "hospital", "institute", "department", "disorder", "disorders", "depression",
    "health", "therapy", "treatment", "medicine", "association", "society", "college", "national",
    "united", "states", "kingdom", "new", "north", "south", "east", "west", "food", "drug",
    "anxiety", "panic", "social", "generalized", "major", "bipolar", "psychiatric", "wall",
    "special",
  ]
}

/// What single words of a question promise: "may" and "some" less than "first" and "maximum".
///
/// The weights are fitted together with the table of the ranking; see Tests/Ranking.
package enum WordWorth {
  /// What the words of a candidate's question add to its score, each once.
  static func sum(of candidate: Candidate) -> Double {
    let asksForNumber = candidate.fact.claim.asksForNumber
    let isCloze = candidate.form == .cloze
    let marks = isCloze ? candidate.ground.marks : marks(in: candidate.stemTokens)
    var counted: [Int] = []
    var sum = 0.0
    for mark in marks where !(isCloze && mark.range.overlaps(candidate.blank)) {
      guard !counted.contains(mark.row) else { continue }
      counted.append(mark.row)
      sum += asksForNumber ? rows[mark.row].ofNumbers : rows[mark.row].ofTerms
    }
    return sum
  }

  /// The words of a candidate's question in their order, each once, as the table spells them.
  static func words(of candidate: Candidate) -> [String] {
    var known = Set<String>()
    return candidate.stemTokens.filter { $0.isWord && !$0.isNumber }.map(spelling).filter {
      known.insert($0).inserted
    }
  }

  /// Where some words stand that the table has.
  static func marks(in tokens: [Token]) -> [Mark] {
    tokens.compactMap { token in
      guard token.isWord, !token.isNumber, let row = places[spelling(of: token)] else { return nil }
      return Mark(range: token.range, row: row)
    }
  }

  /// A word of the table in a statement.
  struct Mark: Sendable {
    let range: Range<Int>
    let row: Int
  }

  /// Words of grammar are weighed whole, the others by their roots.
  private static func spelling(of token: Token) -> String {
    Lexicon.functionWords.contains(token.lower) ? token.lower : Roots.of(word: token.lower)
  }

  private static let rows: [(word: String, ofNumbers: Double, ofTerms: Double)] =
    table.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 3, let ofNumbers = Double(fields[1]), let ofTerms = Double(fields[2])
      else { return nil }
      return (String(fields[0]), ofNumbers, ofTerms)
    }

  private static let places = Dictionary(
    rows.enumerated().map { ($1.word, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// A word, its weight where a number is asked for, and where words are.
  private static let table = """
    a 0.13 -0.01
    abnorm 0.00 0.14
    about 0.14 0.02
    above 0.01 -0.15
    absces 0.00 -0.11
    absorb 0.00 0.10
    absorp 0.00 -0.17
    according 0.00 -0.14
    achiev -0.01 -0.06
    acid 0.00 0.09
    act 0.00 0.08
    action 0.00 0.10
    active 0.00 0.07
    actual 0.00 0.08
    acute 0.06 -0.12
    added 0.00 -0.11
    adjust 0.00 0.10
    admini 0.10 -0.07
    adult 0.15 0.01
    advers 0.00 -0.08
    advise 0.00 -0.05
    affect 0.00 -0.11
    after 0.05 0.04
    against 0.00 -0.05
    age -0.03 0.06
    aged 0.07 -0.01
    air 0.00 0.07
    alcoho 0.00 -0.14
    aldost 0.00 0.12
    allow 0.00 -0.11
    almost 0.00 0.09
    alone 0.00 0.07
    along 0.00 -0.06
    also -0.04 -0.06
    among 0.00 -0.05
    amount 0.00 -0.11
    an 0.04 -0.10
    and 0.21 -0.02
    animal 0.00 0.09
    another 0.00 -0.08
    antiba 0.00 0.07
    antige 0.00 0.09
    any -0.01 -0.20
    approp 0.00 -0.05
    are 0.07 0.00
    around 0.00 0.05
    arrang 0.00 0.07
    artery 0.00 -0.14
    arthri 0.00 -0.07
    assess 0.00 -0.19
    associ 0.00 0.09
    at 0.11 -0.05
    atrial 0.00 -0.05
    availa 0.00 -0.10
    avoid 0.00 0.11
    baby 0.00 -0.13
    back 0.00 -0.08
    bacter 0.00 0.13
    be 0.23 -0.00
    because -0.04 0.06
    become 0.00 -0.07
    becomes 0.00 -0.05
    been -0.12 -0.00
    before 0.08 0.09
    begin 0.00 0.21
    being 0.00 -0.12
    benefi 0.00 -0.17
    best 0.00 -0.06
    between 0.13 -0.01
    birth 0.00 0.05
    bladde 0.00 -0.11
    blocka 0.00 -0.07
    blocke 0.00 0.09
    blood -0.11 0.02
    bloods 0.00 -0.05
    bone 0.00 0.31
    breast 0.00 -0.06
    bronch 0.00 0.12
    build 0.00 -0.08
    but -0.03 0.13
    by 0.12 0.07
    calciu 0.00 0.06
    can -0.05 -0.14
    canal 0.00 0.05
    capill 0.00 -0.10
    cardia 0.00 0.09
    care 0.00 -0.26
    carrie 0.00 0.16
    case 0.09 -0.09
    cathet 0.00 -0.06
    cause 0.08 0.00
    cautio 0.00 0.10
    cavity 0.00 0.10
    cell 0.06 0.16
    centra 0.00 -0.07
    certain 0.00 0.08
    change 0.00 0.10
    charac 0.00 -0.05
    check 0.00 -0.14
    chemic 0.00 0.07
    child -0.17 -0.10
    childr 0.18 0.05
    chroni 0.00 -0.06
    clinic 0.03 -0.17
    close 0.00 -0.05
    clot 0.00 -0.10
    co-adm 0.00 0.11
    cold 0.00 -0.12
    common -0.03 -0.05
    commun 0.00 -0.08
    compar -0.02 0.11
    comple -0.06 0.01
    compli 0.00 -0.13
    compos 0.00 0.13
    concen -0.07 -0.05
    concom 0.00 0.10
    condit 0.00 -0.19
    conduc 0.00 0.07
    confir 0.00 -0.08
    conjun 0.00 0.05
    connec 0.00 0.20
    consid 0.06 -0.07
    consis 0.00 -0.09
    contai -0.08 0.12
    contin 0.12 -0.04
    contra 0.05 0.17
    contri 0.00 -0.09
    contro 0.14 0.06
    correc 0.00 0.06
    cortic 0.00 0.24
    cough 0.00 -0.07
    could 0.00 -0.05
    countr 0.00 -0.08
    creati 0.00 -0.13
    critic 0.00 -0.06
    day 0.01 -0.22
    death 0.00 0.08
    decrea -0.05 0.07
    delive 0.00 0.06
    depend 0.00 -0.14
    depres 0.00 -0.12
    destro 0.00 0.06
    determ 0.00 -0.06
    diagno 0.05 -0.05
    diaphr 0.00 0.07
    differ 0.00 -0.24
    digest 0.00 0.06
    diseas 0.07 -0.07
    disord 0.00 -0.13
    dosage 0.10 -0.12
    dose 0.06 0.06
    dosing -0.02 0.08
    down 0.00 -0.12
    drop 0.00 -0.09
    drug 0.04 0.12
    due 0.00 0.09
    durati -0.06 0.00
    during 0.07 0.08
    e.g 0.00 0.09
    each -0.04 -0.07
    earlier 0.00 0.07
    early 0.00 0.09
    effect -0.01 -0.05
    elderl 0.00 0.07
    electr 0.00 -0.17
    enough 0.00 -0.11
    epider 0.00 0.10
    epithe 0.00 0.10
    erythr 0.00 0.11
    especi 0.00 -0.11
    essent 0.00 -0.12
    evalua 0.00 -0.10
    even 0.00 -0.07
    every 0.18 0.00
    exclud 0.00 -0.06
    excret 0.00 0.11
    exerci 0.00 -0.08
    exposu 0.00 0.10
    extern 0.00 0.09
    extra 0.00 -0.10
    extrem 0.00 -0.08
    eye 0.00 0.06
    factor 0.00 -0.10
    failur 0.06 0.03
    fall 0.00 0.19
    fat 0.00 0.09
    fatal 0.00 -0.09
    feel 0.00 -0.06
    female 0.00 -0.09
    fetu 0.00 0.11
    fever 0.02 0.06
    few 0.00 -0.07
    follow -0.15 -0.09
    following -0.04 -0.10
    food 0.00 -0.14
    for 0.13 -0.14
    form 0.00 0.13
    format 0.00 -0.09
    formed 0.00 0.13
    found 0.00 0.15
    four 0.00 0.11
    freque 0.06 0.05
    from -0.06 0.08
    functi 0.00 0.15
    g 0.12 0.00
    gastri 0.00 -0.06
    gastro 0.00 -0.07
    get 0.00 0.06
    give 0.07 0.22
    given -0.12 0.20
    giving 0.00 -0.10
    glucos -0.14 -0.17
    greate 0.00 -0.07
    group 0.00 0.07
    grow 0.00 0.07
    haemor 0.00 -0.05
    has -0.07 0.11
    have 0.05 -0.03
    having 0.00 -0.05
    head 0.00 0.23
    health 0.00 -0.19
    heart 0.06 0.02
    hepari 0.00 0.06
    high 0.00 0.13
    higher -0.02 -0.15
    histor 0.00 -0.08
    hiv 0.00 -0.09
    hormon 0.00 0.10
    hour 0.06 -0.03
    hypers 0.00 -0.09
    hypogl 0.00 0.06
    hypote 0.00 0.08
    hypoth 0.00 0.06
    i.e 0.00 -0.05
    identi 0.00 -0.10
    if 0.13 -0.07
    illnes 0.00 0.06
    immune 0.00 -0.12
    immuno 0.00 0.18
    import 0.00 -0.16
    improv -0.04 -0.06
    in -0.10 -0.04
    includ 0.00 -0.23
    including 0.00 -0.05
    increa -0.08 0.16
    indivi 0.00 0.10
    infant -0.13 -0.05
    infect -0.05 -0.28
    inferi 0.00 0.08
    inflam 0.00 -0.18
    infusi 0.10 -0.06
    inhibi 0.00 -0.09
    initia 0.13 0.23
    inject 0.12 -0.14
    instead 0.00 0.07
    insuli -0.06 -0.11
    intens 0.00 -0.08
    inters 0.00 -0.11
    interv 0.00 -0.07
    intest 0.00 0.11
    intrac 0.00 0.07
    intrav 0.08 -0.00
    ion 0.00 0.20
    is 0.29 0.20
    it -0.04 -0.07
    kg 0.10 0.00
    kidney 0.00 -0.06
    known 0.00 -0.19
    last 0.08 0.05
    lead 0.00 0.09
    leadin 0.00 0.08
    left 0.00 0.14
    length 0.00 -0.09
    lesion 0.00 0.06
    less 0.01 -0.14
    level -0.01 0.09
    likely 0.00 0.10
    limite 0.00 -0.09
    local 0.00 -0.16
    locate 0.00 0.11
    long-t 0.00 0.14
    longer 0.00 0.14
    look 0.00 0.08
    loss 0.00 -0.10
    low 0.00 -0.11
    lower 0.02 0.07
    lump 0.00 -0.09
    lung 0.00 0.11
    major 0.00 0.06
    make 0.00 -0.13
    manage 0.00 -0.20
    many 0.00 -0.20
    may 0.24 -0.07
    meal 0.05 0.00
    mean 0.00 -0.11
    measle 0.00 -0.06
    measur -0.07 -0.11
    medici 0.00 -0.14
    membra 0.00 0.09
    metabo 0.00 -0.08
    mg 0.18 -0.08
    might 0.00 -0.06
    mild 0.00 -0.07
    minute -0.00 0.07
    mmhg 0.09 0.00
    modera 0.00 -0.10
    molecu 0.00 0.12
    monito 0.06 -0.10
    more 0.15 -0.06
    most 0.03 0.16
    mother 0.00 -0.09
    moveme 0.00 -0.06
    muscle 0.00 0.08
    must 0.01 -0.05
    narrow 0.00 -0.09
    nasal 0.00 0.07
    necess 0.00 0.11
    need -0.06 -0.05
    needed 0.08 0.08
    nervou 0.00 0.06
    new 0.00 0.15
    no -0.02 -0.12
    node 0.00 0.13
    not 0.07 -0.04
    now 0.00 -0.07
    nutrit 0.00 -0.13
    observ 0.00 -0.09
    occur 0.07 0.09
    of 0.24 0.14
    offer 0.00 0.09
    often 0.00 -0.08
    older 0.07 0.02
    on -0.10 -0.16
    once 0.11 -0.11
    one -0.05 -0.11
    onset -0.05 -0.07
    openin 0.00 0.05
    or 0.24 -0.20
    oral -0.16 -0.05
    organ 0.00 0.08
    organi 0.00 -0.09
    other -0.04 -0.29
    pain 0.00 -0.16
    pancre 0.00 -0.09
    parasi 0.00 0.06
    partia 0.00 0.05
    partic 0.00 -0.13
    particularly 0.00 0.13
    pathog 0.00 -0.07
    patien 0.06 0.09
    pediat 0.05 0.02
    people 0.20 -0.00
    per 0.09 -0.03
    perfor 0.00 -0.14
    period 0.02 -0.12
    ph 0.00 0.09
    physic 0.00 -0.08
    pituit 0.00 0.11
    place 0.00 -0.06
    placeb -0.16 0.00
    placen 0.00 -0.09
    plasma 0.00 -0.10
    platel 0.00 0.08
    plus 0.00 0.05
    pneumo -0.15 0.05
    po 0.10 0.00
    poor 0.00 -0.07
    poorly 0.00 0.05
    portio 0.00 0.08
    positi 0.00 -0.09
    possib -0.01 0.18
    potass -0.07 0.04
    potent 0.00 -0.15
    presen 0.06 -0.08
    pressu 0.12 -0.03
    preven 0.05 0.10
    previo 0.00 -0.06
    primar 0.00 0.09
    primarily 0.00 0.06
    proces 0.00 0.14
    produc 0.00 -0.06
    progre 0.00 0.18
    prolon 0.00 0.07
    proper 0.00 -0.07
    protei 0.00 0.07
    provid 0.00 -0.06
    radiat 0.00 -0.13
    range -0.06 -0.08
    rapid 0.00 0.06
    rare 0.00 0.09
    rate -0.08 0.09
    reach 0.00 0.05
    reacti -0.12 -0.16
    receiv -0.02 -0.08
    recomm 0.07 0.12
    recove 0.00 0.06
    red 0.00 0.19
    reduct 0.00 0.11
    refer 0.00 -0.10
    referr 0.00 0.08
    region 0.00 0.20
    relati 0.00 -0.09
    releas 0.00 0.17
    reliev 0.00 -0.05
    remove 0.00 -0.15
    renal 0.00 -0.07
    renin 0.00 0.11
    repeat -0.05 -0.11
    replac 0.00 0.14
    report 0.00 0.09
    requir 0.01 -0.12
    resist 0.00 -0.07
    respir 0.00 0.06
    result 0.00 -0.13
    rise 0.00 0.14
    risk 0.13 0.00
    salt 0.00 -0.07
    scan 0.00 -0.12
    secret 0.00 0.07
    see 0.00 -0.23
    seen 0.00 -0.09
    sensit 0.00 0.10
    sepsis 0.00 0.08
    septic 0.00 0.14
    set 0.00 -0.11
    several 0.00 -0.07
    severe -0.06 0.00
    shock 0.00 0.20
    should 0.19 -0.15
    sign 0.06 0.03
    simila 0.00 -0.09
    since 0.00 0.08
    single -0.10 0.02
    site 0.00 0.08
    sleep 0.00 -0.08
    slight 0.00 -0.06
    slow 0.00 0.08
    sodium 0.08 -0.14
    soluti -0.08 -0.05
    some 0.00 0.08
    sound 0.00 0.08
    spasm 0.00 0.07
    specia 0.00 -0.05
    specif 0.00 -0.10
    spread 0.00 0.11
    stage 0.00 -0.07
    start 0.08 0.04
    starte 0.00 0.10
    starti 0.05 -0.05
    state -0.13 0.11
    still -0.04 -0.10
    stimul 0.00 0.17
    stomac 0.00 0.07
    stool 0.00 0.07
    stop 0.06 0.04
    stroke 0.00 -0.09
    struct 0.00 0.13
    study 0.06 0.01
    sudden 0.00 0.06
    sugges 0.00 0.18
    suspec 0.00 0.05
    sympto 0.06 -0.05
    synthe 0.00 0.08
    system -0.07 0.02
    tablet 0.07 -0.09
    take -0.01 -0.08
    taken -0.13 -0.07
    taking -0.04 0.15
    target -0.19 -0.11
    temper 0.07 0.00
    tempor 0.00 0.09
    test 0.00 -0.15
    than 0.11 0.05
    that 0.11 -0.03
    the 0.12 0.09
    their -0.07 -0.05
    then 0.05 -0.18
    therap 0.08 0.02
    there 0.00 -0.08
    therefore 0.00 0.09
    these 0.00 0.05
    this 0.07 -0.10
    those -0.02 0.13
    three 0.07 0.12
    thromb 0.00 -0.09
    through 0.00 0.17
    thus 0.00 0.12
    time 0.02 -0.13
    to 0.07 -0.08
    together 0.00 0.11
    too 0.00 -0.07
    treat 0.00 -0.13
    treate 0.00 -0.10
    trial -0.15 -0.09
    twice 0.06 0.00
    two -0.15 0.00
    type 0.00 -0.10
    typica 0.00 -0.09
    under 0.10 0.11
    united -0.15 0.00
    unless 0.00 0.10
    until -0.12 -0.02
    up 0.06 0.10
    urethr 0.00 -0.05
    urinar 0.00 -0.18
    use -0.00 0.07
    used -0.04 -0.17
    using 0.00 -0.11
    usual 0.11 0.01
    usually 0.05 0.09
    uteru 0.00 0.11
    vaccin 0.00 -0.11
    vein 0.00 -0.11
    venou 0.00 -0.07
    very -0.02 0.11
    vessel 0.00 0.10
    visual 0.00 -0.05
    volume 0.00 -0.06
    was -0.16 -0.19
    water -0.07 -0.07
    wave 0.00 0.10
    week -0.06 0.05
    weight 0.16 -0.03
    well 0.00 0.12
    were -0.20 -0.09
    when 0.04 0.32
    which -0.10 0.04
    while 0.00 0.06
    who 0.14 0.24
    will 0.14 -0.11
    with 0.10 0.11
    withdr 0.00 0.09
    without 0.05 -0.00
    women -0.02 0.13
    year 0.07 0.04
    your 0.01 -0.08
    """
}

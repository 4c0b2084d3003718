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
    a 0.06 -0.02
    abnorm 0.00 0.12
    about 0.15 0.00
    above 0.02 -0.16
    absces 0.00 -0.10
    absorb 0.00 0.09
    absorp 0.00 -0.17
    according 0.00 -0.14
    achiev -0.01 -0.06
    acid -0.09 0.08
    act 0.00 0.08
    action 0.00 0.10
    active 0.00 0.06
    actual 0.00 0.08
    acute 0.08 -0.13
    add 0.00 0.15
    added 0.00 -0.10
    additi 0.00 -0.06
    adjust 0.00 0.11
    admini 0.09 -0.07
    adrena 0.00 0.09
    adult 0.16 0.02
    advers -0.18 -0.09
    advise 0.00 -0.05
    affect 0.00 -0.12
    after 0.07 0.03
    age -0.03 0.06
    aged 0.09 -0.01
    air 0.00 0.08
    alcoho 0.00 -0.15
    aldost 0.00 0.11
    all 0.06 -0.01
    allow 0.00 -0.10
    almost 0.00 0.06
    alone 0.00 0.07
    along 0.00 -0.07
    also -0.04 -0.08
    among 0.00 -0.05
    amount 0.00 -0.10
    an 0.08 -0.11
    and 0.13 -0.05
    anemia 0.00 -0.14
    animal 0.00 0.09
    another 0.00 -0.08
    antiba 0.00 0.05
    antige 0.00 0.10
    any 0.01 -0.20
    around 0.00 0.05
    arrang 0.00 0.07
    artery 0.00 -0.14
    arthri 0.00 -0.07
    assess 0.00 -0.18
    associ 0.00 0.10
    at 0.14 -0.04
    atrial 0.00 -0.06
    availa 0.00 -0.11
    avoid 0.00 0.13
    baby 0.00 -0.12
    back 0.00 -0.08
    bacter 0.00 0.13
    be 0.27 0.00
    because -0.04 0.05
    become 0.00 -0.10
    becomes 0.00 -0.05
    been -0.13 -0.01
    before 0.08 0.09
    begin 0.00 0.22
    being 0.00 -0.12
    benefi 0.00 -0.17
    best 0.00 -0.06
    between 0.16 0.00
    birth 0.07 0.05
    bladde 0.00 -0.10
    blocka 0.00 -0.09
    blocke 0.00 0.09
    blood -0.10 -0.01
    body 0.04 -0.06
    bone 0.00 0.24
    breast 0.00 -0.06
    bronch 0.00 0.12
    build 0.00 -0.08
    but -0.02 0.08
    by 0.08 0.08
    can -0.02 -0.16
    canal 0.00 0.05
    capill 0.00 -0.10
    cardia 0.00 0.09
    care 0.00 -0.27
    carrie 0.00 0.15
    case 0.14 -0.08
    cathet 0.00 -0.06
    cause 0.08 0.00
    cautio 0.00 0.10
    cavity 0.00 0.10
    cell 0.05 0.16
    cellul 0.00 -0.07
    centra 0.00 -0.08
    certain 0.00 0.10
    change 0.00 0.10
    charac 0.00 -0.07
    check 0.00 -0.13
    chemic 0.00 0.07
    child -0.17 -0.12
    childr 0.14 0.03
    chroni 0.00 -0.05
    clinic 0.05 -0.17
    close 0.00 -0.07
    clot 0.00 -0.10
    co-adm 0.00 0.12
    cold 0.00 -0.11
    commun 0.00 -0.09
    compar -0.04 0.12
    comple -0.05 0.01
    compli 0.00 -0.15
    compos 0.00 0.14
    concen -0.07 -0.05
    concom 0.00 0.09
    condit -0.01 -0.19
    conduc 0.00 0.07
    confir 0.00 -0.06
    connec 0.00 0.18
    consid 0.04 -0.06
    consis 0.00 -0.10
    contai -0.07 0.14
    contam 0.00 -0.05
    contin 0.13 -0.03
    contra 0.06 0.15
    contri 0.00 -0.08
    contro 0.15 0.05
    correc 0.00 0.08
    cortic 0.00 0.27
    cough 0.00 -0.09
    could 0.00 -0.05
    countr 0.00 -0.07
    creati 0.00 -0.17
    critic 0.00 -0.06
    ct 0.00 -0.07
    daily 0.08 -0.05
    damage 0.00 -0.10
    day 0.01 -0.25
    death 0.00 0.09
    decrea -0.04 0.06
    delive 0.00 0.06
    depend 0.00 -0.14
    depres 0.00 -0.12
    destro 0.00 0.06
    detect 0.00 0.05
    determ 0.00 -0.07
    diagno 0.03 -0.05
    diaphr 0.00 0.05
    differ 0.00 -0.24
    digest 0.00 0.05
    diseas 0.08 -0.05
    disord 0.00 -0.16
    dosage 0.07 -0.11
    dose 0.08 0.06
    dosing -0.03 0.08
    down 0.00 -0.12
    drop 0.00 -0.10
    drug 0.01 0.12
    duct 0.00 0.05
    due 0.00 0.09
    during 0.03 0.08
    e.g 0.00 0.10
    each -0.02 -0.08
    earlier 0.00 0.07
    early 0.00 0.09
    elderl 0.00 0.07
    electr 0.00 -0.18
    enhanc 0.00 -0.05
    enough 0.00 -0.11
    enzyme 0.00 0.06
    epider 0.00 0.11
    epithe 0.00 0.10
    erythr 0.00 0.11
    especi 0.00 -0.10
    essent 0.00 -0.14
    evalua 0.00 -0.12
    even -0.04 -0.08
    every 0.19 0.00
    except 0.00 0.09
    exclud 0.00 -0.05
    excret 0.00 0.12
    exerci 0.00 -0.08
    experi 0.00 -0.05
    exposu 0.00 0.10
    extern 0.00 0.09
    extra 0.00 -0.10
    extrem 0.00 -0.08
    eye 0.00 0.06
    face 0.00 -0.07
    factor 0.00 -0.09
    failur 0.06 -0.01
    fall 0.00 0.19
    fat 0.00 0.10
    fatal 0.00 -0.09
    feel 0.00 -0.06
    female 0.00 -0.09
    fetu 0.00 0.13
    fever 0.03 0.07
    few 0.00 -0.07
    first 0.03 0.06
    follow -0.14 -0.11
    following -0.04 -0.09
    food 0.00 -0.14
    for 0.12 -0.16
    form 0.00 0.14
    format 0.00 -0.09
    formed 0.00 0.13
    found 0.00 0.13
    four 0.00 0.11
    freque 0.08 0.02
    from -0.07 0.05
    functi 0.00 0.13
    ga 0.00 0.06
    gastro 0.00 -0.06
    genera 0.06 -0.01
    get 0.00 0.06
    give 0.03 0.23
    given -0.06 0.21
    giving 0.00 -0.10
    glucos -0.13 -0.17
    greate 0.01 -0.08
    group 0.00 0.07
    grow 0.00 0.08
    has -0.04 0.12
    having 0.00 -0.05
    head 0.00 0.22
    health 0.00 -0.19
    heart 0.06 0.03
    hepari 0.00 0.05
    high 0.00 0.12
    higher -0.01 -0.15
    histor 0.00 -0.09
    hiv 0.00 -0.08
    hormon 0.00 0.06
    hour 0.08 -0.05
    hypers 0.00 -0.09
    hypogl 0.00 0.07
    hypote 0.00 0.08
    hypoth 0.00 0.07
    identi 0.00 -0.11
    if 0.16 -0.09
    ii 0.00 0.09
    illnes 0.00 0.05
    immune 0.00 -0.13
    immuno 0.00 0.18
    import 0.00 -0.12
    improv -0.04 -0.10
    in -0.08 -0.03
    includ 0.00 -0.20
    including 0.00 -0.05
    increa -0.10 0.15
    indica 0.06 -0.02
    indivi 0.00 0.10
    infant -0.12 -0.06
    infect 0.01 -0.26
    inferi 0.00 0.08
    inflam 0.00 -0.19
    infusi 0.11 -0.06
    initia 0.13 0.23
    inject 0.09 -0.13
    instead 0.00 0.07
    insuli -0.05 -0.11
    intens 0.00 -0.09
    inters 0.00 -0.10
    interv 0.07 -0.07
    intest 0.00 0.08
    intrac 0.00 0.08
    intrav 0.07 -0.00
    ion 0.00 0.20
    is 0.28 0.18
    it -0.03 -0.07
    its 0.00 -0.05
    kg 0.10 0.00
    kidney 0.00 -0.12
    known 0.00 -0.19
    last 0.08 0.05
    lead 0.00 0.07
    leadin 0.00 0.10
    left 0.00 0.13
    length 0.00 -0.10
    lesion 0.00 0.08
    less 0.02 -0.15
    level 0.00 0.05
    likely 0.00 0.09
    limb 0.00 0.07
    limite 0.00 -0.09
    local 0.00 -0.17
    locate 0.00 0.11
    long-t 0.00 0.09
    longer 0.00 0.14
    look 0.00 0.09
    loss 0.00 -0.09
    low 0.00 -0.11
    lower 0.03 0.08
    lump 0.00 -0.09
    lung 0.00 0.09
    major 0.00 0.07
    make 0.00 -0.13
    manage 0.00 -0.22
    many 0.00 -0.18
    matern 0.00 -0.06
    may 0.27 -0.07
    meal 0.05 0.00
    mean 0.00 -0.10
    measle 0.00 -0.06
    measur -0.07 -0.12
    medici 0.00 -0.15
    membra 0.00 0.09
    metabo 0.00 -0.06
    mg 0.21 -0.07
    might 0.00 -0.07
    mild 0.00 -0.07
    minute 0.01 0.07
    mmhg 0.09 0.00
    modera 0.00 -0.10
    molecu 0.00 0.11
    monito 0.07 -0.11
    more 0.17 -0.05
    most 0.04 0.15
    mother 0.00 -0.12
    moveme 0.00 -0.06
    muscle 0.00 0.08
    must 0.03 -0.06
    narrow 0.00 -0.09
    nasal 0.00 0.07
    nausea 0.00 -0.06
    necess 0.00 0.10
    neck 0.00 0.08
    needed 0.09 0.08
    nervou 0.00 0.05
    new 0.00 0.13
    no 0.01 -0.13
    node 0.00 0.08
    not 0.05 -0.05
    now 0.00 -0.07
    nutrit 0.00 -0.12
    observ 0.00 -0.09
    occur 0.07 0.08
    of 0.16 0.12
    offer 0.00 0.10
    often 0.00 -0.08
    on -0.08 -0.15
    once 0.11 -0.10
    one -0.06 -0.11
    onset -0.04 -0.07
    openin 0.00 0.06
    or 0.24 -0.20
    oral -0.15 -0.04
    organ 0.00 0.09
    organi 0.00 -0.09
    other -0.06 -0.29
    pain 0.00 -0.17
    pancre 0.00 -0.09
    parasi 0.00 0.07
    partic 0.00 -0.15
    particularly 0.00 0.09
    pathog 0.00 -0.06
    patien 0.08 0.08
    pediat 0.06 0.02
    people 0.20 -0.01
    per 0.10 -0.05
    perfor 0.00 -0.13
    period 0.03 -0.12
    ph 0.00 0.10
    phosph 0.00 -0.07
    physic 0.00 -0.08
    pituit 0.00 0.12
    place 0.00 -0.06
    placeb -0.17 0.00
    placen 0.00 -0.09
    plasma 0.00 -0.10
    platel 0.00 0.08
    plus 0.00 0.06
    pneumo -0.15 0.05
    po 0.08 0.00
    poor 0.00 -0.07
    poorly 0.00 0.05
    portio 0.00 0.08
    positi 0.00 -0.09
    possib -0.02 0.19
    potass -0.07 0.04
    potent 0.00 -0.17
    presen 0.06 -0.08
    pressu 0.11 -0.02
    preven 0.02 0.10
    previo 0.00 -0.06
    primar 0.00 0.09
    primarily 0.00 0.06
    proces 0.00 0.15
    progre 0.00 0.17
    prolon 0.00 0.07
    proper 0.00 -0.06
    protei 0.00 0.08
    provid 0.00 -0.05
    radiat 0.00 -0.13
    range -0.05 -0.07
    rare 0.00 0.08
    rate -0.09 0.09
    reach 0.00 0.05
    reacti -0.11 -0.15
    receiv -0.08 -0.08
    recomm 0.05 0.13
    recove 0.00 0.06
    red 0.00 0.20
    reduct 0.00 0.10
    refer 0.00 -0.12
    referr 0.00 0.07
    region 0.00 0.18
    relati 0.00 -0.09
    releas 0.00 0.13
    reliev 0.00 -0.05
    remain -0.02 -0.05
    remove 0.00 -0.15
    renal 0.00 -0.06
    renin 0.00 0.11
    repeat -0.04 -0.11
    replac 0.00 0.16
    report 0.00 0.09
    requir -0.01 -0.12
    resist 0.00 -0.07
    respir 0.00 0.06
    result 0.00 -0.14
    rise 0.00 0.14
    risk 0.14 -0.01
    salt 0.00 -0.07
    scan 0.00 -0.11
    secret 0.00 0.09
    see 0.00 -0.23
    seen 0.00 -0.08
    sensit 0.00 0.10
    sepsis 0.00 0.08
    septic 0.00 0.14
    set 0.00 -0.12
    several 0.00 -0.06
    severe -0.09 0.00
    shock 0.00 0.20
    should 0.19 -0.16
    sign 0.07 0.02
    simila 0.00 -0.09
    since 0.00 0.09
    single -0.15 0.03
    site 0.00 0.09
    sleep 0.00 -0.08
    slight 0.00 -0.06
    slow 0.00 0.08
    sodium 0.09 -0.14
    soluti -0.09 -0.05
    some -0.03 0.09
    sound 0.00 0.08
    space 0.00 0.06
    spasm 0.00 0.07
    specia 0.00 -0.05
    specif 0.00 -0.10
    spread 0.00 0.12
    stage 0.00 -0.07
    start 0.08 0.05
    starte 0.00 0.10
    starti 0.06 -0.05
    state -0.14 0.11
    still -0.03 -0.10
    stimul 0.00 0.18
    stomac 0.00 0.08
    stool 0.00 0.07
    stop 0.07 0.03
    stroke 0.00 -0.09
    struct 0.00 0.14
    substa 0.00 0.05
    sudden 0.00 0.06
    sugges 0.00 0.17
    sympto 0.09 -0.06
    synthe 0.00 0.14
    system -0.06 0.01
    tablet 0.05 -0.10
    take -0.01 -0.07
    taken -0.13 -0.06
    taking -0.04 0.13
    target -0.19 -0.09
    temper 0.07 0.00
    tempor 0.00 0.10
    test 0.00 -0.16
    than 0.15 0.05
    that 0.11 -0.05
    the 0.14 0.06
    their -0.07 -0.05
    then 0.04 -0.22
    therap 0.05 0.01
    there 0.01 -0.08
    therefore 0.00 0.09
    these 0.00 0.07
    this 0.02 -0.14
    those -0.02 0.15
    three 0.10 0.11
    thromb 0.00 -0.09
    through 0.00 0.18
    thus 0.00 0.12
    time 0.04 -0.13
    to 0.08 -0.10
    together 0.00 0.11
    too 0.00 -0.06
    transm 0.00 -0.07
    treat 0.00 -0.12
    treate 0.00 -0.12
    treatm 0.07 -0.07
    trial -0.18 -0.09
    trigge 0.00 0.05
    twice 0.07 0.00
    two -0.15 0.00
    type 0.00 -0.11
    typica 0.00 -0.09
    under 0.12 0.11
    underl 0.00 -0.08
    united -0.16 0.00
    unless 0.00 0.10
    until -0.12 -0.02
    up 0.09 0.11
    urethr 0.00 -0.05
    urinar 0.00 -0.17
    use -0.01 0.08
    used -0.03 -0.16
    useful 0.00 -0.07
    using 0.00 -0.11
    usual 0.12 0.01
    usually 0.04 0.11
    uteru 0.00 0.11
    vaccin 0.00 -0.11
    vein 0.00 -0.10
    venou 0.00 -0.05
    ventil 0.00 0.15
    very -0.02 0.13
    vessel 0.00 0.10
    visual 0.00 -0.05
    vitami 0.00 0.05
    volume 0.00 -0.06
    was -0.15 -0.19
    water -0.05 -0.09
    wave 0.00 0.10
    week -0.04 0.05
    weight 0.12 -0.08
    well 0.00 0.11
    were -0.19 -0.09
    when 0.04 0.29
    which -0.09 0.02
    while 0.00 0.06
    who 0.12 0.24
    will 0.12 -0.11
    with 0.08 0.09
    withdr 0.00 0.09
    without 0.07 0.01
    women -0.02 0.11
    year 0.08 0.03
    your -0.01 -0.07
    """
}

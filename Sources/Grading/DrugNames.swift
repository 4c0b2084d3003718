/// Names of substances in lower case, INN unless paired in `Spelling`.
///
/// Sources: WHO, "Model List of Essential Medicines", 23rd list, 2023, and its lists of recommended
/// international nonproprietary names; ISMP, "List of confused drug names", 2023; names only.
package enum DrugNames {
  /// Each name by itself, those of other countries too.
  package static var all: Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init) + Spelling.drugNames)
  }

  static let text = """
    abacavir abciximab abiraterone acamprosate acarbose acenocoumarol acetazolamide acetylcysteine
    aciclovir acitretin aclidinium adapalene adenosine adrenaline aflibercept agomelatine
    albendazole alendronate alfacalcidol alfentanil alfuzosin alimemazine allopurinol alprazolam
    alprostadil alteplase amantadine ambrisentan amikacin amiloride aminocaproic aminophylline
    amiodarone amisulpride amitriptyline amlodipine amodiaquine amoxapine amoxicillin amphotericin
    ampicillin anakinra anastrozole andexanet apixaban apomorphine aprepitant argatroban
    aripiprazole arketamine artemether artesunate aspirin atenolol atomoxetine atorvastatin atosiban
    atracurium atropine azacitidine azathioprine azithromycin aztreonam baclofen baloxavir
    baricitinib beclometasone bedaquiline bendroflumethiazide benzatropine benznidazole
    benzylpenicillin betamethasone bevacizumab bezafibrate bicalutamide bisacodyl bisoprolol
    bivalirudin bleomycin bosentan brivaracetam brolucizumab bromocriptine budesonide bumetanide
    bupivacaine buprenorphine bupropion buspirone busulfan cabergoline caffeine calcitonin
    calcitriol canagliflozin candesartan cangrelor cannabidiol captopril carbamazepine carbetocin
    carbidopa carbimazole carboplatin carboprost carvedilol caspofungin cefaclor cefalexin cefazolin
    cefepime cefixime cefotaxime cefotetan cefoxitin ceftaroline ceftazidime ceftriaxone cefuroxime
    celecoxib cetirizine chlorambucil chloramphenicol chlordiazepoxide chlorhexidine chloroprocaine
    chloroquine chlorphenamine chlorpromazine chlorpropamide chlortalidone cholecalciferol
    ciclesonide ciclosporin cidofovir cimetidine cinacalcet ciprofloxacin cisatracurium cisplatin
    citalopram clarithromycin clindamycin clobazam clofazimine clomethiazole clomifene clomipramine
    clonazepam clonidine clopidogrel clorazepate clotrimazole clozapine cocaine codeine colchicine
    colestyramine cortisone cyclizine cyclobenzaprine cyclophosphamide cycloserine cyproheptadine
    cytarabine dabigatran dacarbazine dactinomycin dalteparin dantrolene dapagliflozin dapsone
    daptomycin darbepoetin daunorubicin deferasirox deferoxamine degarelix delamanid demeclocycline
    denosumab desflurane desipramine desloratadine desmopressin desvenlafaxine dexamethasone
    dexketoprofen dexmedetomidine dextrose diamorphine diazepam diazoxide diclofenac
    diethylcarbamazine digoxin dihydrocodeine diltiazem dimenhydrinate dimercaprol diphenhydramine
    diphenoxylate dipyridamole disopyramide disulfiram dobutamine docetaxel dofetilide dolutegravir
    domperidone donepezil dopamine dopexamine doxapram doxazosin doxepin doxorubicin doxycycline
    dronedarone droperidol drospirenone dulaglutide duloxetine dutasteride edoxaban edrophonium
    efavirenz eflornithine eltrombopag empagliflozin emtricitabine enalapril enoxaparin enoximone
    entacapone entecavir enzalutamide ephedrine epirubicin eplerenone epoetin epoprostenol
    eptifibatide ergocalciferol ergometrine ertapenem erythromycin escitalopram esketamine esmolol
    esomeprazole estradiol etanercept ethambutol ethanol ethionamide ethosuximide etidocaine
    etomidate etonogestrel etoposide etoricoxib exenatide ezetimibe famotidine felodipine
    fenofibrate fentanyl ferrous fexinidazole fexofenadine filgrastim finasteride flecainide
    flucloxacillin fluconazole flucytosine fludrocortisone flumazenil fluorouracil fluoxetine
    flupentixol fluphenazine fluticasone fluvoxamine folic folinic fomepizole fondaparinux
    formoterol fosaprepitant foscarnet fosfomycin fosphenytoin fulvestrant furosemide gabapentin
    galantamine ganciclovir gemcitabine gentamicin glibenclamide gliclazide glimepiride glipizide
    glucagon glucose glycopyrronium goserelin granisetron griseofulvin haloperidol halothane heparin
    hydralazine hydrochlorothiazide hydrocodone hydrocortisone hydromorphone hydroxocobalamin
    hydroxycarbamide hydroxychloroquine hydroxyzine hyoscine ibuprofen ibutilide idarubicin
    idarucizumab ifosfamide iloprost imatinib imipenem imipramine indacaterol indapamide indometacin
    infliximab insulin ipratropium irbesartan irinotecan isavuconazole isoflurane isoniazid
    isoprenaline isosorbide isotretinoin itraconazole ivabradine ivacaftor ivermectin ketamine
    ketoconazole ketoprofen ketorolac labetalol lacosamide lactulose lamivudine lamotrigine
    lanreotide lansoprazole leflunomide lenalidomide lenograstim letrozole leuprorelin levamisole
    levetiracetam levobupivacaine levocetirizine levodopa levofloxacin levomepromazine
    levonorgestrel levosimendan levothyroxine lidocaine linaclotide linagliptin linezolid
    liothyronine liraglutide lisinopril lithium loperamide loratadine lorazepam losartan
    lubiprostone lumefantrine lurasidone macitentan macrogol malathion mannitol mebendazole
    medroxyprogesterone mefloquine melarsoprol melatonin meloxicam melphalan memantine mepivacaine
    mepolizumab mercaptopurine meropenem mesalazine metaraminol metformin methadone methohexital
    methotrexate methoxyflurane methyldopa methylphenidate methylprednisolone methylthioninium
    metoclopramide metolazone metoprolol metronidazole mexiletine midazolam midodrine mifepristone
    milrinone miltefosine minocycline minoxidil mirabegron mirtazapine misoprostol mitomycin
    mitoxantrone mivacurium modafinil molnupiravir mometasone montelukast morphine moxifloxacin
    mycophenolate nadolol nalbuphine nalmefene naloxone naltrexone naproxen natalizumab nebivolol
    neomycin neostigmine nevirapine niacin nicardipine niclosamide nicorandil nicotinamide nicotine
    nifedipine nifurtimox nilotinib nimodipine nintedanib nirmatrelvir nitrazepam nitrofurantoin
    nitroprusside nivolumab nizatidine noradrenaline norethisterone norketamine nortriptyline
    nystatin obidoxime octreotide ofloxacin olanzapine omalizumab omeprazole ondansetron orlistat
    oseltamivir oxaliplatin oxamniquine oxazepam oxcarbazepine oxybutynin oxycodone oxymetazoline
    oxymorphone oxytocin paclitaxel palonosetron pamidronate pancuronium pantoprazole papaverine
    paracetamol paraldehyde parecoxib paromomycin paroxetine pasireotide patiromer pembrolizumab
    penicillamine pentamidine pentazocine perampanel perindopril permethrin pethidine phenelzine
    phenobarbital phenoxymethylpenicillin phenprocoumon phentermine phentolamine phenylephrine
    phenytoin physostigmine phytomenadione pilocarpine pioglitazone piperacillin pirfenidone
    piroxicam pralidoxime pramipexole prasugrel pravastatin praziquantel prazosin prednisolone
    prednisone pregabalin pretomanid prilocaine primaquine primidone probenecid procainamide
    procaine prochlorperazine procyclidine progesterone proguanil promazine promethazine propafenone
    propofol propranolol propylthiouracil prostacyclin protamine prothionamide prucalopride pyrantel
    pyrazinamide pyridostigmine pyridoxine pyrimethamine pyronaridine quetiapine quinapril quinidine
    quinine rabeprazole raloxifene raltegravir ramelteon ramipril ranibizumab ranitidine ranolazine
    rasagiline rasburicase remdesivir remifentanil remimazolam repaglinide ribavirin rifabutin
    rifampicin rifapentine rifaximin riluzole riociguat risedronate risperidone ritodrine ritonavir
    rivaroxaban rivastigmine rizatriptan rocuronium roflumilast romiplostim ropinirole ropivacaine
    rosuvastatin rotigotine sacubitril salbutamol salmeterol scopolamine secnidazole secobarbital
    selegiline selexipag semaglutide senna sertraline sevelamer sevoflurane sildenafil silodosin
    simvastatin sitagliptin sodium sofosbuvir solifenacin somatropin sotalol spectinomycin
    spironolactone stibogluconate streptokinase streptomycin sucralfate sufentanil sugammadex
    sulfadiazine sulfadoxine sulfamethoxazole sulfasalazine sumatriptan suramin suvorexant
    suxamethonium tacrolimus tadalafil tafenoquine tamoxifen tamsulosin tapentadol tazobactam
    teicoplanin temazepam tenecteplase tenofovir terazosin terbinafine terbutaline teriflunomide
    teriparatide terlipressin testosterone tetrabenazine tetracaine tetracycline theophylline
    thiamine thiopental thioridazine tiagabine ticagrelor ticlopidine tigecycline timolol tinidazole
    tinzaparin tiotropium tirofiban tirzepatide tizanidine tobramycin tocilizumab tofacitinib
    tolazamide tolbutamide tolterodine tolvaptan topiramate torasemide tramadol trandolapril
    tranexamic trastuzumab trazodone treprostinil tretinoin triamcinolone triamterene
    triclabendazole trihexyphenidyl trimethoprim ulipristal umeclidinium upadacitinib urokinase
    ursodeoxycholic valaciclovir valganciclovir valproate valsartan vancomycin vardenafil
    varenicline vasopressin vecuronium venlafaxine verapamil vericiguat vigabatrin vinblastine
    vincristine vinorelbine voriconazole vortioxetine warfarin xylometazoline zafirlukast zidovudine
    ziprasidone zoledronate zolmitriptan zolpidem zonisamide zopiclone zuclopenthixol
    """
}

/// Names of substances in lower case, INN unless paired in `Spelling`.
///
/// Sources: WHO, "Model List of Essential Medicines", 23rd list, 2023; ISMP, "List of confused
/// drug names", 2023; names only.
package enum DrugNames {
  /// Each name by itself.
  package static var all: Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let text = """
    abacavir abciximab acarbose acetazolamide acetylcysteine aciclovir adenosine adrenaline
    alendronate alfacalcidol alfentanil alimemazine allopurinol alprazolam alprostadil alteplase
    amikacin amiloride aminocaproic aminophylline amiodarone amisulpride amitriptyline amlodipine
    amoxapine amoxicillin amphotericin ampicillin anakinra anastrozole apixaban aprepitant
    argatroban aripiprazole arketamine artemether artesunate aspirin atenolol atomoxetine
    atorvastatin atracurium atropine azathioprine azacitidine azithromycin aztreonam baclofen
    beclometasone bendroflumethiazide benzatropine benzylpenicillin betamethasone bevacizumab
    bezafibrate bicalutamide bisacodyl bisoprolol bivalirudin bleomycin bosentan bromocriptine
    budesonide bumetanide bupivacaine buprenorphine bupropion buspirone busulfan caffeine
    calcitonin calcitriol canagliflozin candesartan cangrelor captopril carbamazepine carbidopa
    carbimazole carboplatin carboprost carvedilol caspofungin cefaclor cefalexin cefazolin cefepime
    cefixime cefotaxime cefotetan cefoxitin ceftaroline ceftazidime ceftriaxone cefuroxime celecoxib
    cetirizine chlorambucil chloramphenicol chlordiazepoxide chlorhexidine chloroprocaine
    chloroquine chlorphenamine chlorpromazine chlorpropamide chlortalidone ciclosporin cidofovir
    cimetidine cinacalcet ciprofloxacin cisatracurium cisplatin citalopram clarithromycin
    clindamycin clobazam clomethiazole clomifene clomipramine clonazepam clonidine clopidogrel
    clorazepate clotrimazole clozapine cocaine codeine colchicine colestyramine cortisone
    cyclizine cyclobenzaprine cyclophosphamide cycloserine cyproheptadine cytarabine dabigatran
    dacarbazine dactinomycin dalteparin dantrolene dapagliflozin dapsone daptomycin daunorubicin
    deferoxamine demeclocycline desflurane desipramine desloratadine desmopressin desvenlafaxine
    dexamethasone dexketoprofen dexmedetomidine dextrose diamorphine diazepam diazoxide diclofenac
    digoxin dihydrocodeine diltiazem dimenhydrinate diphenhydramine dipyridamole disopyramide
    disulfiram dobutamine docetaxel dolutegravir domperidone donepezil dopamine dopexamine
    doxapram doxazosin doxepin doxorubicin doxycycline dronedarone droperidol dulaglutide
    duloxetine dutasteride edoxaban edrophonium efavirenz empagliflozin enalapril enoxaparin
    enoximone entacapone entecavir ephedrine epirubicin eplerenone epoprostenol eptifibatide
    ergometrine ertapenem erythromycin escitalopram esketamine esmolol esomeprazole estradiol
    etanercept ethambutol ethanol ethosuximide etidocaine etomidate etoposide etoricoxib exenatide
    ezetimibe famotidine felodipine fenofibrate fentanyl ferrous fexofenadine filgrastim
    finasteride flecainide flucloxacillin fluconazole flucytosine fludrocortisone flumazenil
    fluorouracil fluoxetine flupentixol fluphenazine fluvoxamine folic folinic fomepizole
    fondaparinux formoterol fosaprepitant fosfomycin fosphenytoin furosemide gabapentin
    galantamine ganciclovir gemcitabine gentamicin glibenclamide gliclazide glimepiride glipizide
    glucagon glucose glycopyrronium granisetron griseofulvin haloperidol halothane heparin
    hydralazine hydrochlorothiazide hydrocodone hydrocortisone hydromorphone hydroxocobalamin
    hydroxychloroquine hydroxycarbamide hydroxyzine hyoscine ibuprofen idarubicin idarucizumab
    ifosfamide iloprost imatinib imipenem imipramine indapamide indometacin infliximab insulin
    ipratropium irbesartan irinotecan isoflurane isoniazid isoprenaline isosorbide isotretinoin
    itraconazole ivabradine ivermectin ketamine ketoconazole ketoprofen ketorolac labetalol
    lacosamide lactulose lamivudine lamotrigine lansoprazole leflunomide lenalidomide letrozole
    levetiracetam levobupivacaine levocetirizine levodopa levofloxacin levomepromazine
    levosimendan levothyroxine lidocaine linagliptin linezolid liothyronine liraglutide lisinopril
    lithium loperamide loratadine lorazepam losartan lurasidone mannitol mebendazole mefloquine
    melatonin meloxicam melphalan memantine mepivacaine mercaptopurine meropenem mesalazine
    metaraminol metformin methadone methohexital methotrexate methoxyflurane methyldopa
    methylphenidate methylprednisolone methylthioninium metoclopramide metolazone metoprolol
    metronidazole mexiletine midazolam midodrine mifepristone milrinone minocycline minoxidil
    mirtazapine misoprostol mitomycin mitoxantrone mivacurium modafinil montelukast morphine
    moxifloxacin mycophenolate nadolol nalbuphine nalmefene naloxone naltrexone naproxen
    natalizumab nebivolol neomycin neostigmine nevirapine niacin nicardipine nicorandil nicotine
    nicotinamide nifedipine nilotinib nimodipine nitrazepam nitrofurantoin nitroprusside
    nizatidine noradrenaline norethisterone norketamine nortriptyline nystatin octreotide
    ofloxacin olanzapine omeprazole ondansetron orlistat oseltamivir oxaliplatin oxazepam
    oxcarbazepine oxybutynin oxycodone oxymetazoline oxymorphone oxytocin paclitaxel palonosetron
    pamidronate pancuronium pantoprazole papaverine paracetamol paraldehyde parecoxib paroxetine
    penicillamine pentamidine pentazocine perindopril pethidine phenelzine phenobarbital
    phenoxymethylpenicillin phentolamine phenylephrine phenytoin physostigmine phytomenadione
    pilocarpine pioglitazone piperacillin piroxicam pralidoxime pramipexole prasugrel pravastatin
    praziquantel prazosin prednisolone prednisone pregabalin prilocaine primaquine primidone
    probenecid procainamide procaine prochlorperazine procyclidine progesterone promazine
    promethazine propafenone propofol propranolol propylthiouracil prostacyclin protamine
    pyrazinamide pyridostigmine pyridoxine pyrimethamine quetiapine quinapril quinidine quinine
    rabeprazole raltegravir ramipril ranitidine ranolazine rasagiline rasburicase remdesivir
    remifentanil remimazolam repaglinide ribavirin rifabutin rifampicin rifaximin risperidone
    ritonavir rivaroxaban rivastigmine rizatriptan rocuronium ropinirole ropivacaine rosuvastatin
    sacubitril salbutamol salmeterol scopolamine secobarbital selegiline semaglutide sertraline
    sevoflurane sildenafil simvastatin sitagliptin sodium sofosbuvir solifenacin sotalol
    spironolactone streptokinase streptomycin sucralfate sufentanil sugammadex sulfadiazine
    sulfamethoxazole sulfasalazine sumatriptan suxamethonium tacrolimus tadalafil tamoxifen
    tamsulosin tapentadol tazobactam teicoplanin temazepam tenecteplase tenofovir terazosin
    terbinafine terbutaline terlipressin testosterone tetracaine tetracycline theophylline
    thiamine thiopental thioridazine tiagabine ticagrelor ticlopidine tigecycline timolol tinidazole
    tiotropium tirofiban tizanidine tobramycin tocilizumab tolbutamide tolazamide tolvaptan
    topiramate torasemide tramadol trandolapril tranexamic trastuzumab trazodone triamcinolone
    triamterene trimethoprim trihexyphenidyl urokinase valaciclovir valganciclovir valproate
    valsartan vancomycin varenicline vasopressin vecuronium venlafaxine verapamil vigabatrin
    vinblastine vincristine vinorelbine voriconazole vortioxetine warfarin xylometazoline
    zidovudine ziprasidone zoledronate zolmitriptan zolpidem zonisamide zopiclone zuclopenthixol
    """
}

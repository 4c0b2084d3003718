/// Terms of medicine in lower case that lie close to another one.
///
/// Sources: NLM, "Medical Subject Headings"; FIPAT, "Terminologia Anatomica"; words only.
enum ClinicalTerms {
  static let text = """
    hyperkalaemia hypokalaemia hypernatraemia hyponatraemia hypercalcaemia hypocalcaemia
    hypermagnesaemia hypomagnesaemia hyperphosphataemia hypophosphataemia hyperglycaemia
    hypoglycaemia hyperthyroidism hypothyroidism hyperparathyroidism hypoparathyroidism
    hypertension hypotension hyperthermia hypothermia hypervolaemia hypovolaemia hypercapnia
    hypocapnia hyperventilation hypoventilation hypoxia hypoxaemia hyperoxia hypercarbia hypocarbia
    hyperlipidaemia hyperuricaemia hyperplasia hypoplasia hypertrophy hypotrophy hypertonic
    hypotonic isotonic hypertonia hypotonia hyperreflexia hyporeflexia hyperchloraemia
    acidosis alkalosis acidaemia alkalaemia anaemia polycythaemia leukaemia leukopenia
    leukocytosis neutropenia neutrophilia thrombocytopenia thrombocytosis lymphopenia
    pancytopenia bacteraemia septicaemia viraemia uraemia ischaemia
    tachycardia bradycardia tachypnoea bradypnoea apnoea dyspnoea orthopnoea hyperpnoea
    systole diastole systolic diastolic preload afterload inotropy chronotropy dromotropy lusitropy
    glutamate glutamine glycine glucose lactose galactose fructose sucrose alanine arginine asparagine
    aspartate cysteine histidine isoleucine leucine lysine methionine phenylalanine proline serine
    threonine tryptophan tyrosine valine tyramine tryptamine
    symptomatic asymptomatic febrile afebrile typical atypical septic aseptic tonic atonic
    agonist antagonist agonism antagonism inhibitor inducer activator substrate
    sympathetic parasympathetic sympathomimetic parasympathomimetic cholinergic anticholinergic
    adrenergic antiadrenergic muscarinic nicotinic dopaminergic serotonergic glutamatergic
    depolarising depolarizing hyperpolarising hyperpolarizing
    anterior posterior superior inferior medial lateral proximal distal dorsal ventral cranial
    caudal superficial profound internal external intrinsic extrinsic
    flexion extension flexor extensor abductor adductor supination pronation inversion eversion
    humerus humerous radius ulna carpal tarsal metacarpal metatarsal femur fibula tibia patella
    ischium pubis sacrum sacral coccyx clavicle scapula sternum vertebra vertebral
    ureter urethra ureteral urethral uterus vagina vagus trachea larynx pharynx oesophagus
    duodenum jejunum caecum colon rectum liver kidney spleen pancreas stomach bladder gallbladder
    cerebrum cerebellum thalamus hypothalamus hippocampus amygdala medulla
    arterial venous artery vein arteriole venule capillary aorta aortic mitral tricuspid pulmonary
    atrial atrium ventricle ventricular auricle septal
    perineal peroneal peritoneal perianal perinatal prenatal postnatal antenatal
    palpation palpitation percussion perfusion effusion infusion transfusion diffusion
    mucus mucous callus callous viscus viscous villus villous fundus fundal
    dysphagia dysphasia dysphonia dysarthria aphasia aphagia ataxia apraxia agnosia
    dysuria polyuria oliguria anuria haematuria proteinuria glycosuria ketonuria
    haematemesis haemoptysis melaena haemorrhage haemolysis haemostasis homeostasis
    stenosis sclerosis fibrosis cirrhosis psoriasis necrosis thrombosis embolism stasis
    gastritis gastrectomy gastrostomy gastrotomy colectomy colostomy colotomy ileostomy
    tracheostomy tracheotomy nephrectomy nephrostomy craniotomy craniectomy laparotomy
    laparoscopy thoracotomy thoracostomy thoracoscopy
    arteritis arthritis vasculitis phlebitis neuritis nephritis hepatitis
    antibody antigen antibiotic antiseptic aseptic septic asepsis sepsis
    intravenous intramuscular intraosseous intranasal intrathecal intradermal subcutaneous
    epidural extradural subdural subarachnoid sublingual buccal
    insulin inulin glucagon glycogen glucose glycerol gluconeogenesis glycogenolysis glycolysis
    ketosis ketone ketoacidosis lactate lactase lactose lipase lipid
    renin rennin bilirubin biliverdin creatine creatinine albumin globulin
    troponin tropomyosin myosin myoglobin haemoglobin fibrin fibrinogen plasmin plasminogen
    thrombin prothrombin thromboplastin thromboxane
    adenoma carcinoma sarcoma lymphoma melanoma myeloma myoma glioma
    delirium dementia depression mania anxiety psychosis neurosis
    miosis mydriasis mitosis meiosis ptosis proptosis nystagmus
    malleus malleolus incus stapes cochlea
    absorption adsorption excretion secretion elimination distribution metabolism
    efferent afferent endogenous exogenous endocrine exocrine
    acute chronic benign malignant primary secondary
    bronchospasm laryngospasm bronchitis bronchiolitis bronchiectasis
    pneumonia pneumothorax pneumonitis haemothorax empyema emphysema oedema
    """
}

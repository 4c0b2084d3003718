/// Words of the headings under which any disease or drug is described; a table of data.
package enum SectionWords {
  package static let all: Set<String> = [
    "action", "acute", "administration", "adverse", "advice", "aetiology", "and", "antibiotic",
    "antibiotics", "antimicrobial", "assessment", "breastfeeding", "care", "causes", "chronic",
    "clinical", "complicated", "complications", "contraindications", "definition", "description",
    "diagnosis", "diagnostic", "differential", "dosage", "dosing", "drug", "effects", "emergency",
    "empiric", "epidemiology", "etiology", "evaluation", "examination", "factors", "features",
    "follow", "footnotes", "forms", "general", "history", "how", "immunisation", "immunization",
    "in", "indications", "information", "inpatient", "inpatients", "instructions", "interactions",
    "investigations", "laboratory", "management", "measures", "mechanism", "mild", "moderate",
    "monitoring", "nonclinical", "nursing", "of", "other", "outpatient", "outpatients",
    "overdosage", "overdose", "overview", "paediatric", "pathophysiology", "pediatric",
    "pharmacodynamics", "pharmacokinetics", "pharmacology", "phase", "populations", "posology",
    "precautions", "pregnancy", "presentation", "prevention", "prognosis", "prophylaxis",
    "reactions", "recurrence", "referral", "risk", "screening", "severe", "side", "signs",
    "specific", "storage", "strengths", "studies", "supplied", "supportive", "surgical",
    "symptomatic", "symptoms", "therapy", "toxicology", "transmission", "treatment",
    "uncomplicated", "up", "usage", "use", "uses", "vaccination", "warning", "warnings",
  ]
}

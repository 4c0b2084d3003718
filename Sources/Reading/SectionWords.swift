/// Words of the headings under which any disease or drug is described; a table of data.
package enum SectionWords {
  package static let all: Set<String> = [
    "acute", "administration", "adverse", "aetiology", "and", "antibiotic", "antibiotics",
    "antimicrobial", "assessment", "breastfeeding", "causes", "chronic", "clinical", "complicated",
    "complications", "contraindications", "definition", "diagnosis", "diagnostic", "differential",
    "dosage", "dosing", "empiric", "epidemiology", "etiology", "factors", "features", "follow",
    "footnotes", "general", "immunisation", "immunization", "indications", "inpatients",
    "interactions", "investigations", "laboratory", "management", "measures", "mild", "moderate",
    "monitoring", "nursing", "other", "outpatients", "overdosage", "overdose", "overview",
    "paediatric", "pathophysiology", "pediatric", "pharmacodynamics", "pharmacokinetics",
    "pharmacology", "phase", "posology", "precautions", "pregnancy", "presentation", "prevention",
    "prognosis", "prophylaxis", "recurrence", "referral", "risk", "screening", "severe", "signs",
    "specific", "storage", "supportive", "surgical", "symptomatic", "symptoms", "therapy",
    "transmission", "treatment", "uncomplicated", "up", "vaccination",
  ]
}

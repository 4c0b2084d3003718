/// Words of the headings under which any disease or drug is described; a table of data.
package enum SectionWords {
  package static let all: Set<String> = [
    "action", "acute", "administration", "adverse", "advice", "aetiology", "and", "antibiotic",
    "antibiotics", "antimicrobial", "assessment", "breast", "breastfeeding", "care", "causes",
    "caution", "cautions", "chronic", "class", "clinical", "complicated", "complications",
    "composition", "contraindication", "contraindications", "counselling", "definition",
    "description", "diagnosis", "diagnostic", "differential", "dosage", "dose", "doses", "dosing",
    "drug", "effect", "effects", "emergency", "empiric", "epidemiology", "etiology", "evaluation",
    "examination", "excipients", "factors", "features", "feeding", "follow", "footnotes", "forms",
    "general", "history", "how", "immunisation", "immunization", "impairment", "in",
    "incompatibilities", "indications", "information", "inpatient", "inpatients", "instructions",
    "interaction", "interactions", "interference", "introduction", "investigations", "laboratory",
    "maintenance", "management", "measures", "mechanism", "mild", "moderate", "monitoring", "name",
    "nature", "nonclinical", "nursing", "of", "other", "outpatient", "outpatients", "overdosage",
    "overdose", "overview", "paediatric", "particulars", "pathophysiology", "pediatric",
    "pharmaceutical", "pharmacodynamic", "pharmacodynamics", "pharmacokinetic", "pharmacokinetics",
    "pharmacological", "pharmacology", "phase", "populations", "posology", "precautions",
    "preclinical", "pregnancy", "preparation", "preparations", "presentation", "presentations",
    "prevention", "prognosis", "properties", "prophylaxis", "qualitative", "quantitative",
    "reactions", "reconstitution", "recurrence", "references", "referral", "reporting", "risk",
    "screening", "severe", "shelf", "side", "signs", "special", "specific", "storage", "strengths",
    "studies", "supplied", "supportive", "surgical", "symptomatic", "symptoms", "therapeutic",
    "therapy", "toxicology", "transmission", "treatment", "uncomplicated", "undesirable", "up",
    "usage", "use", "uses", "vaccination", "warning", "warnings",
  ]
}

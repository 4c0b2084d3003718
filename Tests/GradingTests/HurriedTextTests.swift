import Testing

@testable import Decks
@testable import Grading

/// Drugs, doses and abbreviations as a tired clinician types them.
@Suite struct HurriedTextTests {
  @Test
  func
    `answers for ketamine 1 5 mg per kg IV, adrenaline 1 mg IV every 3-5 min, adrenaline 1 to 1000 and more`()
  {
    check(
      Rows(text: "ketamine 1.5 mg/kg IV"),
      right: [
        "ketamine 1.5mg/kg iv", "1.5 mg/kg IV ketamine", "iv ketamine 1.5 mg/kg",
        "ketamine 1.5 mg/kg intravenous", "ketamine 1.5 mg/kg intravenously",
        "ketamin 1.5 mg/kg IV", "ketmaine 1.5 mg/kg IV", "ketamine 1.5 mg kg-1 IV",
        "ketamine IV 1.5 mg.kg-1", "ketamine 1,5 mg/kg IV",
      ],
      ask: ["ketamine 1·5 mg/kg IV"],
      judge: ["ketamine 1.5 mg/kg", "1.5 mg/kg"],
      wrong: [
        "ketamine 1.5 mg/kg PO", "ketamine 1.5 mg/kg IM", "ketamine 15 mg/kg IV",
        "ketamine 1.5 mg/kg IV over 1 min", "S-ketamine 1.5 mg/kg IV", "ketorolac 1.5 mg/kg IV",
        "ketamine 1.5mg IV",
      ]
    )
    check(
      Rows(text: "adrenaline 1 mg IV every 3-5 min"),
      right: ["adrenaline 1 mg IV every 3-5 minutes", "epinephrine 1 mg IV every 3 to 5 min"],
      ask: ["adrenaline 1 mg IV every 3-5 m"],
      judge: ["adrenaline 1mg every 3-5min IV", "adrenaline 1 mg IV"],
      wrong: [
        "adrenaline 1 mg IV every 3 min", "adrenaline 1 mg IV every 3-5 h",
        "adrenaline 10 mg IV every 3-5 min", "adrenaline 1 mL IV every 3-5 min",
        "noradrenaline 1 mg IV every 3-5 min", "adrenaline 1:10000 10 mL IV",
      ]
    )
    check(
      Rows(text: "adrenaline 1:1000"),
      right: [
        "epinephrine 1:1000", "adrenaline 1/1000", "adrenaline 1 in 1000", "adrenaline 1 in 1 000",
        "adrenaline 1 : 1000",
      ],
      judge: ["adrenaline"],
      wrong: [
        "adrenaline 1 in 10,000", "adrenaline 1:10000", "adrenaline 1 in 100", "adrenaline 1000:1",
        "adrenaline 1-1000", "adrenaline 1000", "adrenaline 1 mg/mL", "adrenaline 2 in 2000",
      ]
    )
    check(
      Rows(text: "0.5 mL of 1:1000 IM"),
      right: ["0.5 mL 1:1000 IM", "0.5 mL of 1 in 1000 IM", "0.5 ml 1 in 1,000 im"],
      judge: ["0.5 mL of 1:1000"],
      wrong: [
        "0.5 mL of 1:10 000 IM", "5 mL of 1:1000 IM", "0.5 mL of 1:1000 IV",
        "0.5 mL of 1 in 100 IM",
      ]
    )
    check(
      Rows(text: "amiodarone 300 mg"),
      right: ["amiodorone 300 mg", "amiodarone 300mg iv", "300 mg of amiodarone"],
      ask: ["amiodarone 300", "300 amiodarone"],
      wrong: [
        "amiodarone 300 mcg", "amiloride 300 mg", "amlodipine 300 mg", "amiodarone 150 mg",
        "amiodarone 300 mg then 150 mg",
      ]
    )
    check(
      Rows(text: "magnesium sulfate 2 g IV over 20 min"),
      right: ["magnesium sulphate 2 g IV over 20 mins"],
      note: ["MgSO4 2g IV over 20 min"],
      ask: ["magnesium sulfate 2 g IV over 20 m"],
      judge: [
        "mag sulf 2 g IV over 20 min", "magnesium 2 g IV over 20 min", "Mg2+ 2 g IV over 20 min",
      ],
      wrong: [
        "MgSO4 2 mg IV over 20 min", "MgSO4 2 g IV over 2 min", "MSO4 2 g IV over 20 min",
        "MgCl2 2 g IV over 20 min", "calcium sulfate 2 g IV over 20 min",
        "magnesium sulfate 2 g IV over 20 h",
      ]
    )
    check(
      Rows(text: "potassium chloride"),
      right: ["KCl", "kcl", "KCL", "potasium chloride"],
      judge: ["K Cl", "K+", "potassium", "pot chlor"],
      wrong: ["NaCl", "sodium chloride", "CaCl2", "potassium phosphate"]
    )
    check(
      Rows(text: "sodium chloride 0.9%"),
      right: ["NaCl 0.9%", "0.9% NaCl"],
      note: ["NaCl .9%"],
      judge: ["0.9 % saline", "normal saline", "N/S"],
      wrong: ["KCl 0.9%", "NaCl 9%", "NaCl 0.45%"]
    )
  }

  @Test func `answers for calcium gluconate 10% 10 mL, esketamine, arketamine and more`() {
    check(
      Rows(text: "calcium gluconate 10% 10 mL"),
      right: ["10 mL calcium gluconate 10%", "10 mL of 10% calcium gluconate"],
      wrong: [
        "10 mL 10% CaCl2", "calcium chloride 10% 10 mL", "10 mL of 1% calcium gluconate",
        "1 mL of 10% calcium gluconate",
      ]
    )
    check(
      Rows(text: "esketamine"),
      right: [
        "S-ketamine", "s-ketamine", "S ketamine", "(S)-ketamine", "S(+)-ketamine", "S-(+)-ketamine",
        "(S)-(+)-ketamine", "(s)-ketamine", "es-ketamine", "esketamin",
      ],
      judge: ["S-ketamin"],
      wrong: [
        "R-ketamine", "(R)-ketamine", "R(-)-ketamine", "arketamine", "ketamine", "racemic ketamine",
        "S-norketamine", "norketamine", "(R,S)-ketamine", "RS-ketamine",
      ]
    )
    check(
      Rows(text: "arketamine"),
      right: ["R-ketamine", "(R)-ketamine"],
      wrong: ["S-ketamine", "ketamine"]
    )
    check(
      Rows(text: "escitalopram"),
      right: ["S-citalopram"],
      wrong: ["citalopram", "R-citalopram"]
    )
    check(
      Rows(text: "HLA-B*57:01"),
      right: [
        "HLA-B*5701", "HLA-B5701", "HLA B*57:01", "HLA B57:01", "HLA-B 5701", "HLAB5701",
        "hla-b*57:01",
      ],
      judge: ["HLA-B*57:01 allele", "B*5701", "HLA"],
      wrong: [
        "HLA-B*15:02", "HLA-B*57", "HLA-B*57:03", "HLA-B*58:01", "HLA-A*57:01", "HLA-B57",
        "HLA-B27", "5701",
      ]
    )
    check(
      Rows(text: "nitrous oxide"),
      right: ["N2O", "n2o", "N₂O"],
      judge: ["NO", "NO2"],
      wrong: ["nitric oxide", "O2", "CO2"]
    )
    check(
      Rows(text: "paracetamol 15 mg/kg"),
      right: ["acetaminophen 15 mg/kg", "paracetamol 15 mg/kg PO", "paracetomol 15 mg/kg"],
      judge: ["paracetamol 15 mg/kg qds"],
      wrong: ["paracetamol 15 mg/kg/dose", "paracetamol 60 mg/kg/day", "paracetamol 15 mg"]
    )
    check(
      Rows(text: "once daily"),
      judge: ["QD", "OD", "od", "daily", "every day", "once a day", "one daily"],
      wrong: ["twice daily", "once weekly"]
    )
  }

  @Test func `answers for 3 months, hydralazine, atracurium and more`() {
    check(
      Rows(text: "3 months"),
      right: ["3 months", "0.25 years", "3 mths"],
      ask: ["3 m"],
      judge: ["three months"],
      wrong: ["12 weeks", "3/12", "90 days", "3 years"]
    )
    check(
      Rows(text: "hydralazine"),
      right: ["hydralazin", "hydrallazine", "hydralzine"],
      wrong: ["hydroxyzine", "hydrochlorothiazide"]
    )
    check(
      Rows(text: "atracurium"),
      right: ["atracurim"],
      wrong: ["cisatracurium", "mivacurium", "vecuronium"]
    )
    check(
      Rows(text: "suxamethonium"),
      right: ["succinylcholine"],
      judge: ["sux", "suxamethonium chloride"],
      wrong: ["rocuronium"]
    )
    check(
      Rows(text: "thiopental"),
      right: ["thiopentone"],
      judge: ["thiopental sodium"],
      wrong: ["propofol"]
    )
    check(
      Rows(text: "hypokalaemia"),
      right: ["hypokalemia"],
      judge: ["low potassium", "low K+", "↓K+"],
      wrong: ["hyperkalaemia", "hypocalcaemia"]
    )
    check(
      Rows(text: "QT prolongation"),
      judge: ["prolonged QT", "long QT", "QT shortening", "QTc prolongation", "PR prolongation"]
    )
    check(
      Rows(text: "4 of 10"),
      right: ["4 of 10"],
      wrong: ["4/10", "5 of 10"]
    )
  }

  @Test func `answers for INR 2 to 3, pH < 7 35, CO2 and more`() {
    check(
      Rows(text: "INR 2 to 3"),
      right: ["INR 2-3"],
      note: ["INR 2.0-3.0"],
      judge: ["2-3"],
      wrong: ["INR 2-30", "INR 3", "INR >2"]
    )
    check(
      Rows(text: "pH < 7.35"),
      right: ["pH < 7.35", "ph <7.35", "pH below 7.35", "pH less than 7.35"],
      wrong: ["pH > 7.35", "pH 7.35", "pH < 73.5"]
    )
    check(
      Rows(text: "CO2"),
      right: ["carbon dioxide", "CO₂", "co2"],
      judge: ["CO", "pCO2"],
      wrong: ["O2"]
    )
    check(
      Rows(text: "1:1000"),
      right: ["1 in 1000", "1/1000", "1 in 1,000", "1:1,000"],
      judge: ["1 in 1000 adrenaline"],
      wrong: ["1 in 100", "1/100", "1:100", "1 in 10 000", "1000 in 1", "0.1 %"]
    )
    check(
      Rows(text: "1:4"),
      right: ["1 : 4"],
      wrong: ["1 in 4", "1/4"]
    )
    check(
      Rows(text: "1 in 4"),
      right: ["1/4", "1 in 4"],
      wrong: ["1:4", "1 in 40"]
    )
    check(
      Rows(text: "40 minutes"),
      right: ["40 min"],
      ask: ["40 m", "40 M"],
      wrong: ["40 metres", "4 min"]
    )
    check(
      Rows(text: "2.4 mL"),
      right: ["2.4 mL IV", "2.4 mL intravenously"],
      note: ["2.4 cc IV", "2.4 mL sc"],
      ask: ["2·4 mL", "2•4 mL", "2⋅4 mL"],
      judge: ["2.4 mL IV IM", "2.4 mL quickly"],
      wrong: ["24 mL IV"]
    )
  }

  @Test func `answers for 2 4 mL IM, salbutamol neb, ketamine and more`() {
    check(
      Rows(text: "2.4 mL IM"),
      right: ["2.4 mL intramuscularly"],
      wrong: ["2.4 mL IV", "2.4 mL intravenously", "24 mL IM"]
    )
    check(
      Rows(text: "salbutamol neb"),
      right: ["salbutamol nebulised", "albuterol neb"],
      judge: ["salbutamol inhaled"],
      wrong: ["salbutamol IV"]
    )
    check(
      Rows(text: "ketamine"),
      judge: ["(R,S)-ketamine", "racemic ketamine", "R/S ketamine"],
      wrong: [
        "S-ketamine", "(S)-ketamine", "R-ketamine", "es-ketamine", "esketamine", "arketamine",
      ]
    )
    check(
      Rows(text: "magnesium sulfate"),
      right: ["magnesium sulphate"],
      note: ["MgSO4", "MGSO4", "MgSO₄"],
      wrong: ["MSO4", "MS", "MgCl2", "sodium sulfate"]
    )
    check(
      Rows(text: "morphine sulfate"),
      wrong: ["MgSO4", "MSO4", "MS", "magnesium sulfate"]
    )
    check(
      Rows(text: "sodium chloride"),
      right: ["NaCl", "nacl", "Na+ Cl-"],
      wrong: ["KCl", "NaHCO3", "CaCl2"]
    )
    check(
      Rows(text: "potassium"),
      right: ["K+", "k+", "K⁺"],
      judge: ["K", "vitamin K"],
      wrong: ["Na+", "Ca2+", "sodium"]
    )
    check(
      Rows(text: "calcium"),
      right: ["Ca2+", "Ca²⁺", "Ca++"],
      judge: ["Ca"],
      wrong: ["Mg2+", "K+", "Cl-"]
    )
  }

  @Test func `answers for sodium bicarbonate, K channel, vitamin K and more`() {
    check(
      Rows(text: "sodium bicarbonate"),
      right: ["NaHCO3", "NaHCO₃"],
      judge: ["bicarb", "HCO3-"],
      wrong: ["NaCl", "calcium bicarbonate"]
    )
    check(
      Rows(text: "K+ channel"),
      right: ["potassium channel", "K⁺ channel"],
      wrong: ["Na+ channel", "calcium channel"]
    )
    check(
      Rows(text: "vitamin K"),
      right: ["vitamin k"],
      judge: ["K+", "potassium"]
    )
    check(
      Rows(text: "water"),
      right: ["H2O"],
      judge: ["H2O2"]
    )
    check(
      Rows(text: "5 to 10 mg"),
      right: ["5-10 mg"],
      wrong: ["5 mg", "10 mg", "7 mg", "5-100 mg"]
    )
    check(
      Rows(text: "2 years"),
      right: ["24 months"],
      wrong: ["104 weeks", "730 days", "24 weeks", "2 months", "20 months"]
    )
  }
}

import Testing

@testable import Decks
@testable import Grading

/// Free text that comes close, and must not be waved through.
@Suite struct AdversarialTextTests {
  @Test func `a dose in a sentence is still a dose`() {
    let dose = Rows(text: "Ketamine 1.5 mg/kg IV")
    let draw = Rows(text: "2.4 mL")
    let pair = Rows(text: "5 mg morphine and 2 mg midazolam")
    let steps = Rows(text: "10 to 20 mg")
    check([
      dose.row("ketamine 1.5 mg/kg iv", .right),
      dose.row("ketamine 1,5 mg/kg IV", .right, reads: "1.5 mg/kg"),
      dose.row("ketamine 1500 mcg/kg IV", .right),
      dose.row("ketamine 15 mg/kg IV", .wrong, .factor(10, .high, typed: "15 mg/kg")),
      dose.row("ketamine 1.5 mg IV", .wrong, .perMissing("kg")),
      dose.row("ketamine 1.5 mg/kg/h IV", .wrong, .perUnasked("h")),
      dose.row("ketamine 1.5 mcg/kg IV", .wrong, .factor(1000, .low, typed: "1.5 mcg/kg")),
      dose.row("ketamine 1.5 mg/kg IM", .wrong),
      dose.row("esketamine 1.5 mg/kg IV", .wrong),
      dose.row("ketamine IV", .judge, .partMissing(["1.5 mg/kg"])),
      dose.row("ketamine 1.5 mg/kg IV then 3 mg/kg", .wrong),
      dose.row("ketamine 1.5-3 mg/kg IV", .wrong, .oneValueWanted),
      dose.row("ketamine > 1.5 mg/kg IV", .wrong),
      dose.row("not ketamine 1.5 mg/kg IV", .wrong, .negation),
      dose.row("ketamine -1.5 mg/kg IV", .wrong, .wrongSign),
      dose.row("ketamine O.5 mg/kg IV", .ask),
      dose.row("ketamine 1.5mgkg IV", .ask),
      dose.row("ketamine 1.5 IV", .ask, .needsUnit),
      dose.row("ketamine 1.5 IV", .wrong, again: true),
      dose.row("ketamine 1.5 MU/kg IV", .ask),
      dose.row("ketamine 1,500 mcg/kg IV", .ask),
      dose.row("1.5 mg/kg ketamine IV", .right),
      draw.row("2.4 mL IV", .right, .ignored(["IV"])),
      draw.row("2.4 mL IV", .judge, stem: "How much IM?"),
      draw.row("2·4 mL", .ask, .unreadableNumber("2·4")),
      Rows(text: "2·4 mL").row("2.4 mL", .right),
      Rows(text: "40 min").row("40 m", .ask, .ambiguousUnit("m", ["minutes", "months", "metres"])),
      Rows(text: "37 °C").row("37 degrees", .ask, .ambiguousUnit("degrees", ["°C", "°F"])),
      Rows(text: "adrenaline 1:1000").row("1 in 100", .wrong, .otherRatio("1 in 100")),
      draw.row("not 2.4 mL", .wrong, .negation),
      draw.row("2.4 mL or 24 mL", .wrong),
      draw.row("2.4 mL IV then 5 mL", .wrong),
      draw.row("2.4 mL maybe", .judge, .hedged),
      draw.row("about 2.4 mL", .judge),
      draw.row("2.4 cc", .note, .notation(.cubicCentimetre)),
      draw.row("½ mL", .ask),
      draw.row("٢ mL", .ask),
      draw.row("２.4 mL", .right, reads: "2.4 mL"),
      pair.row("5 mg morphine and 2 mg midazolam", .right),
      pair.row("2 mg morphine and 5 mg midazolam", .wrong, .otherOrder),
      pair.row("2 mg midazolam and 5 mg morphine", .judge),
      pair.row("morphine 5 mg, midazolam 2 mg", .judge),
      pair.row("5 mg midazolam and 2 mg morphine", .wrong),
      pair.row("5 mg morphine", .judge),
      steps.row("10-20 mg", .right),
      steps.row("10-200 mg", .wrong, .upperEnd),
      steps.row("15 mg", .wrong, .bothEndsWanted),
      steps.row("10 mg", .wrong, .endMissing(.high)),
      steps.row("20 mg", .wrong, .endMissing(.low)),
    ])
  }

  @Test func `ratios and pairs compare as written`() {
    let ratio = Rows(text: "1:10,000")
    let pressure = Rows(text: "120/80 mmHg")
    let half = Rows(text: "½ tablet")
    let shot = Rows(text: "1/2 tablet")
    check([
      ratio.row("1:10000", .right),
      ratio.row("1:10,000", .right),
      ratio.row("1:1000", .wrong),
      ratio.row("1 : 10 000", .right),
      ratio.row("0.1 mg/mL", .wrong),
      pressure.row("120/80 mmHg", .right),
      pressure.row("120/80 mm Hg", .right),
      pressure.row("12/8 mmHg", .wrong),
      pressure.row("80/120 mmHg", .wrong),
      half.row("0.5 tablet", .right),
      half.row("½ tablet", .ask),
      half.row("1 tablet", .wrong),
      shot.row("1/2 tablet", .right),
      shot.row("1/2", .wrong),
    ])
  }

  @Test func `figures in words are never forgiven`() {
    check([
      Rows(text: "5-HT3 antagonist").row("5HT3 antagonist", .right),
      Rows(text: "5-HT3 antagonist").row("5-HT2 antagonist", .wrong),
      Rows(text: "5-HT3 antagonist").row("5-HT3 agonist", .wrong),
      Rows(text: "IL-6").row("IL6", .right),
      Rows(text: "IL-6").row("il 6", .right),
      Rows(text: "IL-6").row("IL-1", .wrong),
      Rows(text: "vitamin B12").row("vitamin B₁₂", .right),
      Rows(text: "vitamin B12").row("vitamin B1", .wrong),
      Rows(text: "type 2 diabetes").row("type 1 diabetes", .wrong),
      Rows(text: "type 2 diabetes").row("diabetes", .judge),
      Rows(text: "C3-5").row("C35", .wrong),
      Rows(text: "SGLT2 inhibitor").row("SGLT1 inhibitor", .wrong),
      Rows(text: "T4").row("T3", .wrong),
      Rows(text: "CO2").row("CO₂", .right),
      Rows(text: "CO2").row("CO", .judge),
    ])
  }

  @Test func `words that lie close are other words`() {
    check([
      Rows(text: "hypertension").row("hypotension", .wrong),
      Rows(text: "tachycardia").row("bradycardia", .wrong),
      Rows(text: "hyponatraemia").row("hyponatremia", .right),
      Rows(text: "hyponatraemia").row("hypernatraemia", .wrong),
      Rows(text: "hyponatraemia").row("hyponatraemai", .right, .spelling("hyponatraemia")),
      Rows(text: "intravenous").row("intravenuos", .right, .spelling("intravenous")),
      Rows(text: "dysphagia").row("dysphasia", .wrong),
      Rows(text: "ureter").row("urethra", .wrong),
      Rows(text: "gastrostomy").row("gastrectomy", .wrong),
      Rows(text: "left ventricle").row("right ventricle", .wrong),
      Rows(text: "increases preload").row("decreases preload", .wrong),
      Rows(text: "↑ preload").row("↓ preload", .wrong),
      Rows(text: "↑ preload").row("↑ preload", .right),
      Rows(text: "increase preload, decrease afterload").row(
        "decrease preload, increase afterload",
        .judge,
        .otherOrder
      ),
      Rows(text: "depolarising").row("nondepolarising", .wrong),
      Rows(text: "stable").row("unstable", .wrong),
      Rows(text: "clonidine").row("clonidien", .right, .spelling("clonidine")),
      Rows(text: "clonidine").row("clonazepam", .wrong),
      Rows(text: "vincristine").row("vinblastine", .wrong),
      Rows(text: "prednisolone").row("prednisolne", .judge),
      Rows(text: "prednisolone").row("prednislone", .judge),
      Rows(text: "prednisolone").row("prednisne", .judge),
      Rows(text: "liver").row("livre", .judge),
      Rows(text: "liver").row("kidney", .judge),
      Rows(text: "vagus").row("vague", .right, .spelling("vagus")),
      Rows(text: "CSF").row("CSV", .judge),
      Rows(text: "lidocaine").row("lignocaine", .right),
      Rows(text: "lidocaine").row("bupivacaine", .wrong),
      Rows(text: "paracetamol").row("acetaminophen", .right),
      Rows(text: "oedema").row("edema", .right),
      Rows(text: "œdema").row("oedema", .right),
      Rows(text: "magnesium sulphate").row("magnesium sulfate", .right),
      Rows(text: "magnesium sulfate").row("magnesium chloride", .wrong),
      Rows(text: "magnesium sulfate").row(
        "MgSO4",
        .note,
        .abbreviation("MgSO4", meaning: "morphine sulfate")
      ),
      Rows(text: "morphine hydrochloride").row("morphine", .judge),
      Rows(text: "venlafaxine XR").row("venlafaxine", .judge, .partMissing(["XR"])),
      Rows(text: "multiple sclerosis").row("MS", .judge),
      Rows(text: "Ménière disease").row("Meniere disease", .right),
    ])
  }

  @Test func `harmless differences are right`() {
    let receptor = Rows(text: "The NMDA receptor", accept: ["N-methyl-D-aspartate receptor"])
    check([
      receptor.row("NMDA receptor", .right),
      receptor.row("  nmda   RECEPTOR. ", .right),
      receptor.row("the NMDA-receptor", .right),
      receptor.row("n methyl d aspartate receptor", .right),
      receptor.row("NMDA", .judge, .partMissing(["receptor"])),
      receptor.row("GABA receptor", .judge),
      receptor.row("NMDA receptor?", .right),
      receptor.row("no idea", .judge),
      receptor.row("not the NMDA receptor", .wrong, .negation),
      Rows(text: "notable").row("not able", .judge),
      Rows(text: "atypical").row("a typical", .wrong),
      Rows(text: "nondepolarising").row("non-depolarising", .right),
      Rows(text: "no change").row("unchanged", .judge),
      Rows(text: "not dialysable").row("dialysable", .wrong, .negation),
      receptor.row("the NMDA receptor of the spinal cord", .judge),
      receptor.row("NMDA/AMPA receptor", .judge, .hedged),
      receptor.row("", .judge, .nothingTyped),
      receptor.row("receptor NMDA", .judge, .otherOrder),
      receptor.row("NMDA receptor 5 mg", .wrong, .extraQuantity("5 mg")),
      receptor.row("NMDA recepter", .right, .spelling("receptor")),
    ])
  }

  @Test func `a list in another order is the learner's to judge, with every grade open`() {
    let list = Rows(text: "fatigue, dry mouth and headache")
    check([
      list.row("fatigue, dry mouth, headache", .right),
      list.row("headache, dry mouth and fatigue", .judge, .listOrder),
      list.row("dry mouth; headache; fatigue", .judge, .listOrder),
      list.row("mouth, dry headache and fatigue", .judge, .otherOrder),
      list.row("headache and fatigue", .judge),
      Rows(text: "rise and fall").row("fall and rise", .judge, .otherOrder),
      Rows(text: "2 mg morphine, 5 mg midazolam and oxygen")
        .row("5 mg morphine, 2 mg midazolam and oxygen", .wrong, .otherOrder),
    ])
    let verdict = Grader.grade(
      .text(TextKey(answer: "fatigue, dry mouth and headache")),
      typed: "headache, fatigue, dry mouth",
      context: GradingContext()
    )
    #expect(verdict.cap == nil && verdict.suggested == .none)
  }

  @Test func `comparators may be words, unless denied`() {
    let bound = Rows(text: "> 6.5 mmol/L")
    check([
      bound.row("more than 6.5 mmol/L", .right),
      bound.row("greater than 6.5 mmol/L", .right),
      bound.row(">6.5 mmol/l", .right),
      bound.row("at least 6.5 mmol/L", .wrong),
      bound.row("less than 6.5 mmol/L", .wrong),
      bound.row("not more than 6.5 mmol/L", .wrong),
      bound.row("no more than 6.5 mmol/L", .wrong),
      bound.row("greater than or equal to 6.5 mmol/L", .wrong),
      bound.row("6.5 mmol/L", .wrong),
      Rows(text: "≥ 90 %").row("at least 90%", .right),
      Rows(text: "5 mg over 10 min").row("5 mg over 10 minutes", .right),
    ])
  }

  @Test func `an article that may begin the next word is not passed over`() {
    check([
      Rows(text: "symptomatic").row("a symptomatic", .judge),
      Rows(text: "asymptomatic").row("a symptomatic", .wrong),
      Rows(text: "patient").row("a patient", .right),
    ])
  }

  @Test func `a known word of the caller is no slip`() {
    let row = Rows(text: "vagus").row("vague", .wrong)
    #expect(row.verdict().outcome == .right)
    #expect(row.verdict(known: ["vague"]).outcome == .judge)
  }

  private func check(_ rows: [Row]) {
    for row in rows {
      let verdict = row.verdict()
      #expect(verdict.outcome == row.outcome, "\(row.testDescription): \(verdict)")
      for reason in row.reasons {
        #expect(verdict.reasons.contains(reason), "\(row.testDescription): \(verdict.reasons)")
      }
      if let readAs = row.readAs {
        #expect(verdict.readAs == readAs, "\(row.testDescription)")
      }
    }
  }
}

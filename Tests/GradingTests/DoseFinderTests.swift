import Testing

@testable import Grading

@Suite struct DoseFinderTests {
  @Test(arguments: [
    ("Give 0.5 mg of the 1 mg/mL solution.", ["0.5 mg", "1 mg/mL"]),
    ("1.5 mg/kg over 10 minutes, then 0.1 mcg/kg/min", ["1.5 mg/kg", "0.1 mcg/kg/min"]),
    ("500 to 1000 mL, 10 units, 20 mmol of potassium", ["500 to 1000 mL", "10 units", "20 mmol"]),
    ("an 80 kg adult, 40 minutes, 124 mmHg, 25 %, 37 °C", []),
    ("potassium 3.5 mmol/L, troponin 12 ng/L", ["12 ng/L"]),
    ("line 5, c1, 4 patients", []),
    ("The dose is {{c1::0.5 mg}}.", ["0.5 mg"]),
    ("", []),
  ])
  func `amounts, rates and strengths are doses`(_ text: String, _ doses: [String]) {
    #expect(DoseFinder.doses(in: text) == doses)
  }
}

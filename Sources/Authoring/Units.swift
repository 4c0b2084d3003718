/// Words that follow a number and belong to it; a table of data.
enum Units {
  static func isUnit(_ word: String) -> Bool {
    measures.contains(word) || times.contains(word) || word.contains("/") && isCompound(word)
  }

  static func isTime(_ word: String) -> Bool {
    times.contains(word)
  }

  /// `mg/kg`, `mL/kg/h`: every part is a unit.
  private static func isCompound(_ word: String) -> Bool {
    word.split(separator: "/").allSatisfy {
      measures.contains(String($0)) || times.contains(String($0))
    }
  }

  /// `500mg`, `g/day`: an amount of a drug, with or without its number.
  static func isMass(_ word: String) -> Bool {
    masses.contains(String(word.drop { $0.isNumber || $0 == "." || $0 == "," }))
  }

  private static let masses: Set<String> = [
    "mg", "g", "mcg", "µg", "μg", "micrograms", "milligrams", "units", "iu", "mg/kg", "mcg/kg",
    "g/day", "mg/day", "mg/kg/day", "iu/kg", "units/kg",
  ]

  private static let measures: Set<String> = [
    "mg", "g", "kg", "mcg", "µg", "μg", "ug", "ng", "pg", "ml", "l", "dl", "cl", "µl", "μl", "mmol",
    "mol", "µmol", "μmol", "nmol", "pmol", "iu", "miu", "u", "unit", "units", "%", "percent",
    "mmhg",
    "kpa",
    "bpm", "cm", "mm", "m", "m2", "nm", "µm", "mv", "v", "hz", "mhz", "j", "kj", "kcal", "meq",
    "mosm", "mosmol", "°c", "°", "degrees", "litres", "liters", "litre", "liter", "millilitres",
    "milligrams", "milligram", "micrograms", "microgram", "grams", "gram", "kilograms", "puffs",
    "puff", "drops", "tablets", "tablet", "ampoules", "ampoule", "doses", "breaths", "beats",
    "compressions", "times", "mm", "hg", "msec", "bar", "cmh2o", "mmol/l", "kg/m2", "cells",
    "copies", "mm3", "mm³", "m²", "cm2", "cm²", "cmh₂o", "cm3", "cm³",
    "stone", "lb", "ounces", "percentage", "joules", "watts", "episodes", "adults", "women", "men",
    "children", "infants", "pregnancies", "births", "deaths", "cases", "fold", "points",
    "participants", "patients", "people",
  ]

  private static let times: Set<String> = [
    "s", "sec", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour",
    "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "decade",
    "decades",
  ]
}

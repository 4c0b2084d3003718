import Decks

/// The closed table of units as data, built on first use.
///
/// Bases: gram, litre, mole, equivalent, unit, pascal, second, metre, joule, osmole.
/// Source of factors: BIPM, "The International System of Units", 9th edition, 2019; the
/// conventional millimetre of mercury is 133.322387415 Pa.
enum UnitTable {
  /// Words with more than one reading: asked, never guessed.
  static let ambiguous: [String: [String]] = [
    "MU": ["million units", "milliunits"],
    "Mu": ["million units", "milliunits"],
    "mu": ["million units", "milliunits"],
    "gr": ["grams", "grains"],
    "miu": ["million international units", "milli-international units"],
    "mM": ["millimolar", "millimetres"],
    "nM": ["nanomolar", "nanometres"],
  ]

  /// Entries under `counted` that are measures, not things.
  static let measures: Set<String> = ["cmh2o", "kcal", "bpm", "mv", "hz", "degree"]

  static let terms: [String: UnitTerm] = {
    var terms: [String: UnitTerm] = [:]
    for line in rows {
      for word in line.words {
        terms[word] = UnitTerm(
          name: line.name,
          dimension: line.dimension,
          factor: line.factor,
          notation: line.notation
        )
      }
    }
    return terms
  }()

  /// Entries by lower case, where all that share it mean the same.
  static let folded: [String: UnitTerm] = {
    var folded: [String: UnitTerm] = [:]
    var torn: Set<String> = []
    for (word, term) in terms {
      let lower = word.lowercased()
      if let other = folded[lower], other != term { torn.insert(lower) }
      folded[lower] = term
    }
    // "IU" and "iu" say the same; only a different size or dimension makes two readings.
    for lower in torn { folded[lower] = terms[lower] }
    return folded
  }()

  private struct Row {
    let name: String
    let words: [String]
    let dimension: Dimension
    let factor: Rational
    let notation: Notation?

    init(
      _ name: String,
      _ dimension: Dimension,
      _ top: Int128,
      over bottom: Int128 = 1,
      _ words: String,
      _ notation: Notation? = nil
    ) {
      self.name = name
      self.words = words.split(separator: ",").map(String.init)
      self.dimension = dimension
      self.factor = Rational(top, over: bottom) ?? Rational(1)
      self.notation = notation
    }
  }

  private static let rows: [Row] = [
    Row("kg", .mass, 1000, "kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes"),
    Row("g", .mass, 1, "g,gs,gm,gms,gram,grams,gramme,grammes"),
    Row("mg", .mass, 1, over: 1000, "mg,mgs,milligram,milligrams,milligramme,milligrammes"),
    Row("mcg", .mass, 1, over: 1_000_000, "mcg,mcgs", .microgramShort),
    Row("mcg", .mass, 1, over: 1_000_000, "microgram,micrograms,microgramme,microgrammes"),
    Row("mcg", .mass, 1, over: 1_000_000, "μg,ug,μgs,ugs", .microgramSign),
    Row("ng", .mass, 1, over: 1_000_000_000, "ng,nanogram,nanograms"),
    Row("pg", .mass, 1, over: 1_000_000_000_000, "pg,picogram,picograms"),

    Row("L", .volume, 1, "L,l,litre,litres,liter,liters,ltr"),
    Row("dL", .volume, 1, over: 10, "dL,dl,decilitre,decilitres,deciliter,deciliters"),
    Row("cL", .volume, 1, over: 100, "cL,cl,centilitre,centilitres"),
    Row(
      "mL",
      .volume,
      1,
      over: 1000,
      "mL,ml,mls,mLs,millilitre,millilitres,milliliter,milliliters"
    ),
    Row("mL", .volume, 1, over: 1000, "cc,ccs", .cubicCentimetre),
    Row("mL", .volume, 1, over: 1000, "cm3", .cubicCentimetre),
    Row(
      "microlitre",
      .volume,
      1,
      over: 1_000_000,
      "μL,μl,uL,ul,mcL,microlitre,microlitres,microliter"
    ),
    Row("fL", .volume, 1, over: 1_000_000_000_000_000, "fL,femtolitre,femtolitres"),

    Row("mol", .amount, 1, "mol,mols,mole,moles"),
    Row("mmol", .amount, 1, over: 1000, "mmol,mmols,millimol,millimole,millimoles"),
    Row("micromol", .amount, 1, over: 1_000_000, "μmol,umol,mcmol,micromol,micromole,micromoles"),
    Row("nmol", .amount, 1, over: 1_000_000_000, "nmol,nanomol,nanomole,nanomoles"),
    Row("pmol", .amount, 1, over: 1_000_000_000_000, "pmol,picomol,picomole,picomoles"),
    Row("Eq", .equivalents, 1, "Eq,equivalent,equivalents"),
    Row("mEq", .equivalents, 1, over: 1000, "mEq,mEqs,meq,milliequivalent,milliequivalents"),
    Row("Osm", .osmoles, 1, "Osm,osmol,osmole,osmoles"),
    Row(
      "mOsm",
      .osmoles,
      1,
      over: 1000,
      "mOsm,mosm,mOsmol,mosmol,milliosmol,milliosmole,milliosmoles"
    ),

    Row("units", .activity, 1, "unit,units"),
    Row("units", .activity, 1, "U,u", .unitLetter),
    Row("units", .activity, 1, "international unit,international units"),
    Row("units", .activity, 1, "IU,iu", .internationalUnit),
    Row("milliunits", .activity, 1, over: 1000, "milliunit,milliunits"),
    Row("milliunits", .activity, 1, over: 1000, "mU", .unitLetter),
    Row("milliunits", .activity, 1, over: 1000, "mIU", .internationalUnit),
    Row("microunits", .activity, 1, over: 1_000_000, "microunit,microunits"),
    Row("microunits", .activity, 1, over: 1_000_000, "μU", .unitLetter),
    Row("thousand units", .activity, 1000, "kilounit,kilounits,thousand units"),
    Row("thousand units", .activity, 1000, "kU", .unitLetter),
    Row("million units", .activity, 1_000_000, "megaunit,megaunits,mega units,million units"),

    Row("Pa", .pressure, 1, "Pa,pascal,pascals"),
    Row("hPa", .pressure, 100, "hPa,hectopascal,hectopascals"),
    Row("kPa", .pressure, 1000, "kPa,kilopascal,kilopascals"),
    Row("mmHg", .pressure, 133_322_387_415, over: 1_000_000_000, "mmHg,mm Hg,torr"),
    Row("cmH2O", .counted("cmh2o"), 1, "cmH2O,cm H2O,cmh20,cm water"),

    Row("s", .time, 1, "s,sec,secs,second,seconds"),
    Row("ms", .time, 1, over: 1000, "ms,msec,millisecond,milliseconds"),
    Row("min", .time, 60, "min,mins,minute,minutes"),
    Row("h", .time, 3600, "h,hr,hrs,hour,hours"),
    Row("day", .time, 86_400, "d,day,days"),
    Row("week", .time, 604_800, "wk,wks,week,weeks"),
    Row("fortnight", .time, 1_209_600, "fortnight,fortnights"),
    Row("months", .calendar, 1, "month,months,mth,mths"),
    Row("years", .calendar, 12, "yr,yrs,year,years"),

    Row("%", .percent, 1, "%,percent,per cent"),
    Row("m2", .bodySurface, 1, "m2,m^2,sqm,square metre,square metres,square meter"),
    Row("cm2", .bodySurface, 1, over: 10_000, "cm2,cm^2"),
    Row("km", .length, 1000, "km,kilometre,kilometres"),
    Row("m", .length, 1, "m,metre,metres,meter,meters"),
    Row("cm", .length, 1, over: 100, "cm,cms,centimetre,centimetres,centimeter,centimeters"),
    Row("mm", .length, 1, over: 1000, "mm,mms,millimetre,millimetres,millimeter,millimeters"),
    Row("nm", .length, 1, over: 1_000_000_000, "nm,nanometre,nanometres"),
    Row("micrometre", .length, 1, over: 1_000_000, "μm,um,micrometre,micrometres,micron,microns"),
    Row("°C", .celsius, 1, "°C,degC,° C,degrees C,degrees Celsius,deg C,Celsius"),
    Row("°F", .fahrenheit, 1, "°F,degF,° F,degrees F,degrees Fahrenheit,deg F,Fahrenheit"),
    Row("J", .energy, 1, "J,joule,joules"),
    Row("kJ", .energy, 1000, "kJ,kilojoule,kilojoules"),
    Row("kcal", .counted("kcal"), 1, "kcal,kilocalorie,kilocalories"),

    Row("dose", .counted("dose"), 1, "dose,doses"),
    Row("tablets", .counted("tablet"), 1, "tablet,tablets,tab,tabs"),
    Row("capsules", .counted("capsule"), 1, "capsule,capsules,caps"),
    Row("drops", .counted("drop"), 1, "drop,drops,gtt"),
    Row("puffs", .counted("puff"), 1, "puff,puffs"),
    Row("ampoules", .counted("ampoule"), 1, "ampoule,ampoules,amp,amps,ampule,ampules"),
    Row("vials", .counted("vial"), 1, "vial,vials"),
    Row("patches", .counted("patch"), 1, "patch,patches"),
    Row("breaths", .counted("breath"), 1, "breath,breaths"),
    Row("beats", .counted("beat"), 1, "beat,beats"),
    Row("beats/min", .counted("bpm"), 1, "bpm"),
    Row("mV", .counted("mv"), 1, "mV,millivolt,millivolts"),
    Row("Hz", .counted("hz"), 1, "Hz,hertz"),
    Row("degrees", .counted("degree"), 1, "°,degree,degrees,deg"),
  ]
}

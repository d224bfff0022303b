//! Measures: which words and symbols are units, and the plain form in which each is given.

/// Units by their written forms in lower case, the plain form first. A plural has the form of its singular.
const WORDS: &[(&str, &[&str])] = &[
    ("kg", &["kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos", "kgs"]),
    ("g", &["gram", "grams", "gramme", "grammes"]),
    ("mg", &["milligram", "milligrams"]),
    ("t", &["ton", "tons", "tonne", "tonnes"]),
    ("lb", &["lb", "lbs"]),
    ("oz", &["ounce", "ounces", "oz"]),
    ("km", &["kilometre", "kilometres", "kilometer", "kilometers", "kms"]),
    ("m", &["metre", "metres", "meter", "meters"]),
    ("cm", &["centimetre", "centimetres", "centimeter", "centimeters"]),
    ("mm", &["millimetre", "millimetres", "millimeter", "millimeters"]),
    ("mi", &["mile", "miles"]),
    ("yd", &["yard", "yards"]),
    ("ft", &["foot", "feet", "ft"]),
    ("in", &["inch", "inches", "″"]),
    ("ha", &["hectare", "hectares"]),
    ("acres", &["acre", "acres"]),
    ("l", &["litre", "litres", "liter", "liters"]),
    ("ml", &["millilitre", "millilitres", "milliliter", "milliliters"]),
    ("gal", &["gallon", "gallons"]),
    ("barrels", &["barrel", "barrels"]),
    ("%", &["%", "percent", "pct", "pc"]),
    ("‰", &["‰"]),
    ("bp", &["bp", "bps"]),
    ("°", &["°", "degree", "degrees", "deg"]),
    ("°C", &["℃", "celsius", "degc"]),
    ("°F", &["℉", "fahrenheit", "degf"]),
    ("s", &["sec", "secs", "seconds"]),
    ("min", &["minute", "minutes", "min", "mins"]),
    ("h", &["hour", "hours", "hr", "hrs"]),
    ("days", &["day", "days"]),
    ("weeks", &["week", "weeks"]),
    ("months", &["month", "months"]),
    ("years", &["year", "years", "yrs"]),
    ("decades", &["decade", "decades"]),
    ("centuries", &["century", "centuries"]),
    ("knots", &["knot", "knots", "kt", "kts"]),
    ("mph", &["mph"]),
    ("km/h", &["kph", "kmh"]),
    ("mpg", &["mpg"]),
    ("W", &["watt", "watts"]),
    ("kW", &["kw", "kilowatt", "kilowatts"]),
    ("MW", &["mw", "megawatt", "megawatts"]),
    ("GW", &["gw", "gigawatt", "gigawatts"]),
    ("kWh", &["kwh"]),
    ("MWh", &["mwh"]),
    ("GWh", &["gwh"]),
    ("TWh", &["twh"]),
    ("V", &["volt", "volts"]),
    ("kV", &["kv", "kilovolt", "kilovolts"]),
    ("Hz", &["hz", "hertz"]),
    ("MHz", &["mhz", "megahertz"]),
    ("GHz", &["ghz", "gigahertz"]),
    ("MB", &["mb", "megabyte", "megabytes"]),
    ("GB", &["gb", "gigabyte", "gigabytes"]),
    ("TB", &["tb", "terabyte", "terabytes"]),
    ("hp", &["hp", "bhp", "horsepower"]),
    ("dB", &["db", "decibel", "decibels"]),
    ("kt TNT", &["kiloton", "kilotons"]),
    ("ppm", &["ppm"]),
    ("ppb", &["ppb"]),
    ("points", &["point", "points", "pts"]),
    ("cents", &["cent", "cents"]),
    ("p", &["pence", "penny"]),
    ("magnitude", &["magnitude"]),
];

/// Symbols that are units as they stand, after a space too.
const SYMBOLS: &[&str] = &[
    "kg", "mg", "µg", "μg", "km", "cm", "mm", "µm", "μm", "nm", "ha", "ml", "mL", "dl", "kPa", "MPa", "Pa",
    "bar", "psi", "ksi", "Nm", "kN", "mV", "mA", "Ah", "kHz", "Mbps", "Gbps", "kB", "PS", "rpm", "bpm", "MJ",
    "kJ", "kcal", "mSv", "µSv", "Bq", "lb",
];

/// Symbols of one letter that are units after a space: "12 m", "5 W". Others ("5 A", "12 s") name more often than measure.
const LETTERS: &[&str] = &["m", "g", "t", "l", "L", "h", "W", "V", "C", "F"];

/// Symbols that are units only when they touch the figure: "164p", "3x".
const GLUED: &[(&str, &str)] = &[("p", "p"), ("c", "cents"), ("x", "times"), ("A", "A")];

/// Currencies by their words. "pounds" is told from the weight by [`super::unit`].
const CURRENCY_WORDS: &[(&str, &[&str])] = &[
    ("USD", &["dollar", "dollars", "buck", "bucks"]),
    ("EUR", &["euro", "euros"]),
    ("GBP", &["pound", "pounds", "sterling", "quid"]),
    ("RUB", &["rouble", "roubles", "ruble", "rubles"]),
    ("UAH", &["hryvnia", "hryvnias", "hryvnya"]),
    ("PLN", &["zloty", "zlotys", "zlotych"]),
    ("CNY", &["yuan", "renminbi", "rmb"]),
    ("JPY", &["yen"]),
    ("INR", &["rupee", "rupees"]),
    ("ILS", &["shekel", "shekels"]),
    ("ZAR", &["rand"]),
    ("THB", &["baht"]),
    ("MYR", &["ringgit"]),
    ("IDR", &["rupiah"]),
    ("NGN", &["naira"]),
    ("HUF", &["forint", "forints"]),
    ("BRL", &["reais"]),
    ("SEK", &["kronor"]),
    ("crowns", &["crown", "crowns"]),
    ("francs", &["franc", "francs"]),
    ("pesos", &["peso", "pesos"]),
    ("dinars", &["dinar", "dinars"]),
    ("dirhams", &["dirham", "dirhams"]),
    ("riyals", &["riyal", "riyals", "rial", "rials"]),
    ("won", &["won"]),
    ("lira", &["lira", "liras"]),
    ("kroner", &["kroner", "krone"]),
];

/// Whose currency a word common to several is.
const CURRENCY_OF: &[(&str, &str, &str)] = &[
    ("US", "USD", "USD"),
    ("U.S.", "USD", "USD"),
    ("American", "USD", "USD"),
    ("Canadian", "USD", "CAD"),
    ("Australian", "USD", "AUD"),
    ("Singapore", "USD", "SGD"),
    ("Taiwan", "USD", "TWD"),
    ("British", "GBP", "GBP"),
    ("Egyptian", "GBP", "EGP"),
    ("Syrian", "GBP", "SYP"),
    ("Lebanese", "GBP", "LBP"),
    ("Indian", "INR", "INR"),
    ("Pakistani", "INR", "PKR"),
    ("Danish", "crowns", "DKK"),
    ("Danish", "kroner", "DKK"),
    ("Norwegian", "crowns", "NOK"),
    ("Norwegian", "kroner", "NOK"),
    ("Swedish", "crowns", "SEK"),
    ("Czech", "crowns", "CZK"),
    ("Swiss", "francs", "CHF"),
    ("CFA", "francs", "XOF"),
    ("Mexican", "pesos", "MXN"),
    ("Philippine", "pesos", "PHP"),
    ("Iraqi", "dinars", "IQD"),
    ("Saudi", "riyals", "SAR"),
    ("Korean", "won", "KRW"),
    ("Turkish", "lira", "TRY"),
];

/// Marks of currencies before a figure.
const CURRENCY_MARKS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₦", "NGN"),
    ("₱", "PHP"),
];

/// Letters beside a dollar mark.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("NT", "TWD"),
    ("R", "BRL"),
    ("MX", "MXN"),
];

/// Letters that stand for a currency: ISO 4217 codes and the usual short forms.
const CODES: &[(&str, &str)] = &[
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("CNY", "CNY"),
    ("RMB", "CNY"),
    ("INR", "INR"),
    ("Rs", "INR"),
    ("RUB", "RUB"),
    ("UAH", "UAH"),
    ("PLN", "PLN"),
    ("CHF", "CHF"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("CZK", "CZK"),
    ("HUF", "HUF"),
    ("RON", "RON"),
    ("TRY", "TRY"),
    ("ILS", "ILS"),
    ("NIS", "ILS"),
    ("KRW", "KRW"),
    ("HKD", "HKD"),
    ("SGD", "SGD"),
    ("AUD", "AUD"),
    ("CAD", "CAD"),
    ("NZD", "NZD"),
    ("ZAR", "ZAR"),
    ("MYR", "MYR"),
    ("RM", "MYR"),
    ("NGN", "NGN"),
    ("KES", "KES"),
    ("Ksh", "KES"),
    ("BRL", "BRL"),
    ("MXN", "MXN"),
    ("SAR", "SAR"),
    ("AED", "AED"),
    ("Dh", "AED"),
    ("XOF", "XOF"),
];

/// The plain form of a unit: a word of measure, a currency word or a symbol. `glued` says that it touches its figure.
pub(super) fn unit(text: &str, lower: &str, glued: bool) -> Option<&'static str> {
    let symbol = || SYMBOLS.iter().find(|s| **s == text).copied();
    let letter = || LETTERS.iter().find(|s| **s == text).copied().map(degree);
    let word = || listed(WORDS, lower).or_else(|| listed(CURRENCY_WORDS, lower));
    let touching = || GLUED.iter().find(|(s, _)| glued && *s == text).map(|(_, unit)| *unit);
    symbol().or_else(word).or_else(letter).or_else(touching).or_else(|| pick(CODES, text))
}

/// "12 C" is a temperature.
fn degree(letter: &'static str) -> &'static str {
    match letter {
        "C" => "°C",
        "F" => "°F",
        _ => letter,
    }
}

/// Whether a plain form is a measure rather than a counted noun or money.
pub(super) fn is_measure(unit: &str) -> bool {
    WORDS.iter().any(|(plain, _)| *plain == unit) || SYMBOLS.contains(&unit)
}

/// Whether a plain form is a length of time.
pub(super) fn is_time(unit: &str) -> bool {
    matches!(unit, "s" | "min" | "h" | "days" | "weeks" | "months" | "years" | "decades" | "centuries")
}

/// Whether a plain form is a share or a point of an index: what rises and falls by a bare figure.
pub(super) fn is_share(unit: &str) -> bool {
    matches!(unit, "%" | "‰" | "bp" | "pp" | "points")
}

/// The currency that a mark before a figure stands for.
pub(super) fn currency_mark(mark: &str) -> Option<&'static str> {
    pick(CURRENCY_MARKS, mark)
}

/// The currency of a dollar mark with these letters beside it.
pub(super) fn dollar(letters: &str) -> Option<&'static str> {
    pick(DOLLARS, letters)
}

/// The currency that letters stand for.
pub(super) fn currency_code(letters: &str) -> Option<&'static str> {
    pick(CODES, letters)
}

/// The currency that `word` (a plain form) is when it is that of `nation`: "Danish crowns".
pub(super) fn currency_of(nation: &str, word: &str) -> Option<&'static str> {
    CURRENCY_OF.iter().find(|(n, w, _)| *n == nation && *w == word).map(|(_, _, code)| *code)
}

fn listed(table: &[(&'static str, &[&str])], word: &str) -> Option<&'static str> {
    table.iter().find(|(_, forms)| forms.contains(&word)).map(|(unit, _)| *unit)
}

fn pick(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_have_one_plain_form() {
        assert_eq!(unit("kilometres", "kilometres", false), Some("km"));
        assert_eq!(unit("MW", "mw", false), Some("MW"));
        assert_eq!(unit("roubles", "roubles", false), Some("RUB"));
        assert_eq!(currency_of("Danish", "crowns"), Some("DKK"));
    }

    #[test]
    fn some_letters_are_units_only_when_they_touch_the_figure() {
        assert_eq!(unit("p", "p", true), Some("p"));
        assert_eq!(unit("p", "p", false), None);
        assert_eq!(unit("G", "g", true), None);
    }

    #[test]
    fn no_written_form_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, forms) in WORDS.iter().chain(CURRENCY_WORDS) {
            for form in *forms {
                assert!(seen.insert(form), "{form}");
            }
        }
    }
}

//! In which measure is a figure? The words and signs after it, and "magnitude" or "aged" before it.

use super::{
    Reader,
    measure::{currency_of, is_time, unit},
};

/// A unit with the token after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// Its plain form.
    pub name: String,
    /// The token after it.
    pub to: usize,
    /// Whether it is a measure or a currency rather than a counted noun.
    pub is_measure: bool,
}

/// Words between "on the" and "Richter" at most: "open-ended" is three tokens.
const SCALE_REACH: usize = 4;

impl Reader<'_> {
    /// The measure at token `at`, which may be joined by a hyphen: "km", "per cent", "square metres", "-year-old".
    pub fn measure(&self, at: usize, hedged_weight: bool) -> Option<Unit> {
        let hyphen = usize::from(self.text(at) == "-" && self.glued(at) && self.glued(at + 1));
        let k = at + hyphen;
        if self.tokens.get(k).is_none_or(|t| t.opens) {
            return None;
        }
        let found = self.several_words(k).or_else(|| self.one_word(k, hyphen == 1 || hedged_weight))?;
        let mut found = self.with_rate(found);
        if is_time(&found.name) && self.text(found.to) == "-" && self.lower(found.to + 1) == "old" {
            found.to += 2;
        }
        Some(found)
    }

    /// The measure that a word before token `start` gives: "magnitude 6.5", "a magnitude of 6.5", "aged 6 to 11".
    pub fn measure_before(&self, start: usize, to: usize) -> Option<Unit> {
        let hyphen = start > 1 && self.text(start - 1) == "-" && self.glued(start);
        let of = start > 1 && self.lower(start - 1) == "of" && self.lower(start - 2) == "magnitude";
        let name = match start.checked_sub(1 + usize::from(hyphen || of)).map(|k| self.lower(k))? {
            "magnitude" => "magnitude",
            "aged" | "age" | "ages" => "years",
            _ => return None,
        };
        Some(Unit { name: name.to_owned(), to, is_measure: true })
    }

    /// "on the Richter scale", "on the open-ended Richter scale".
    fn scale_of_tremors(&self, k: usize) -> Option<Unit> {
        let opens = self.lower(k) == "on" && self.lower(k + 1) == "the";
        let richter = (k + 2..k + 2 + SCALE_REACH).find(|&i| self.lower(i) == "richter")?;
        let to = richter + 2;
        (opens && self.lower(richter + 1) == "scale").then(|| Unit {
            name: "magnitude".to_owned(),
            to,
            is_measure: true,
        })
    }

    fn several_words(&self, k: usize) -> Option<Unit> {
        let made = |name: &str, to| Some(Unit { name: name.to_owned(), to, is_measure: true });
        if let Some(scale) = self.scale_of_tremors(k) {
            return Some(scale);
        }
        match (self.lower(k), self.lower(k + 1)) {
            ("per", "cent") => made("%", k + 2),
            ("percentage", "point" | "points") => made("pp", k + 2),
            ("percentage", "-") if self.lower(k + 2) == "point" => made("pp", k + 3),
            ("basis", "point" | "points") => made("bp", k + 2),
            ("nautical", "mile" | "miles") => made("nmi", k + 2),
            ("metric", "ton" | "tons" | "tonnes") => made("t", k + 2),
            ("degree" | "degrees" | "°" | "deg", "celsius" | "centigrade" | "c") => made("°C", k + 2),
            ("degree" | "degrees" | "°" | "deg", "fahrenheit" | "f") => made("°F", k + 2),
            ("square" | "sq" | "cubic", next) => {
                let power = if self.lower(k) == "cubic" { '³' } else { '²' };
                let dot = usize::from(next == ".");
                let word = k + 1 + dot;
                let base = unit(self.text(word), self.lower(word), false)?;
                made(&format!("{base}{power}"), word + 1)
            }
            (_, next) => {
                let plain = unit(self.text(k + 1), next, false)?;
                made(currency_of(self.text(k), plain)?, k + 2)
            }
        }
    }

    fn one_word(&self, k: usize, weighed: bool) -> Option<Unit> {
        let token = self.tokens.get(k).filter(|_| !self.is_currency_of_next(k))?;
        let names = self.text(k + 1) == "-" && self.glued(k + 1) && self.glued(k + 2);
        let mut name = unit(token.text, &token.lower, token.glued)
            // "two F-16 jets" are no degrees.
            .filter(|_| !(names && token.text.len() == 1 && token.is_word()))?;
        if name == "GBP" && token.lower.starts_with("pound") && (weighed || self.lower(k + 1) == "of") {
            name = "lb";
        }
        // "m2", "m²": the power touches its measure.
        let power = match self.text(k + 1) {
            "2" | "²" if self.glued(k + 1) => Some("²"),
            "3" | "³" if self.glued(k + 1) => Some("³"),
            _ => None,
        };
        let to = k + 1 + usize::from(power.is_some());
        Some(Unit { name: format!("{name}{}", power.unwrap_or_default()), to, is_measure: true })
    }

    /// "km/h", "kV/cm", "miles per hour": a measure for each of another.
    fn with_rate(&self, found: Unit) -> Unit {
        let at = found.to;
        if found.name == "mi" && self.lower(at) == "per" && self.lower(at + 1) == "gallon" {
            return Unit { name: "mpg".to_owned(), to: at + 2, is_measure: true };
        }
        let slash = self.text(at) == "/" && self.glued(at) && self.glued(at + 1);
        let per = matches!(self.lower(at), "per" | "an") && self.lower(at + 1) == "hour";
        if slash || per {
            let below = if per { "h" } else { self.text(at + 1) };
            let name = match (found.name.as_str(), below) {
                ("mi", "h") => "mph".to_owned(),
                (above, below) => format!("{above}/{below}"),
            };
            if per && !matches!(found.name.as_str(), "mi" | "km") {
                return found;
            }
            return Unit { name, to: at + 2, is_measure: true };
        }
        found
    }
}

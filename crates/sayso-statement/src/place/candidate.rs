//! What a name can stand for: every place of the gazetteer and every country that bears it.

use sayso_gazetteer::{Kind, PlaceNumber};

use crate::country::{Country, NameKind, lookup};

/// What a candidate is, as far as resolution cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Country,
    Region,
    County,
    Town,
    /// Seas, rivers, ranges, landscapes.
    Feature,
}

/// Where a candidate's name and identifiers come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin {
    Table(&'static Country),
    Gazetteer(PlaceNumber),
}

/// One place that a name can mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub origin: Origin,
    pub sort: Sort,
    pub at: (f64, f64),
    /// Population as a number of doublings.
    pub doublings: f64,
    pub geonames: Option<u32>,
    /// ISO code; empty for features.
    pub country: &'static str,
    /// `US.TX`; the country's code for countries, empty for features.
    pub region: &'static str,
    /// Whether the name is the usual one.
    pub usual: bool,
    /// Whether news in English name it without its country.
    pub known: bool,
}

/// All countries count as this many doublings, more than any town: a country's name means the country unless the article says
/// otherwise.
const COUNTRY_DOUBLINGS: f64 = 27.0;

impl Candidate {
    /// The usual English name.
    pub fn name(&self) -> String {
        match self.origin {
            Origin::Table(country) => country.name.to_owned(),
            Origin::Gazetteer(number) => sayso_gazetteer::name(number),
        }
    }

    /// Whether it is a region that news in English name without its country.
    pub fn is_known_region(&self) -> bool {
        self.sort == Sort::Region && self.usual && self.known
    }

    /// Whether it is the capital of its country.
    pub fn is_capital(&self) -> bool {
        self.geonames.is_some_and(|id| self.sort == Sort::Town && crate::country::is_capital(id))
    }

    fn of_country(country: &'static Country) -> Self {
        Self {
            origin: Origin::Table(country),
            sort: Sort::Country,
            at: country.at,
            doublings: COUNTRY_DOUBLINGS,
            geonames: country.geonames,
            country: country.code,
            region: country.code,
            usual: true,
            known: true,
        }
    }

    pub(super) fn of_place(number: PlaceNumber, usual: bool) -> Self {
        let place = sayso_gazetteer::place(number);
        let sort = match place.kind {
            Kind::Town => Sort::Town,
            Kind::Region => Sort::Region,
            Kind::County => Sort::County,
            Kind::Area | Kind::Island | Kind::Sea | Kind::Lake | Kind::River | Kind::Mountain => {
                Sort::Feature
            }
        };
        Self {
            origin: Origin::Gazetteer(number),
            sort,
            at: (place.lat, place.lon),
            doublings: f64::from(place.weight) / 10.0,
            geonames: place.geonames,
            country: place.country(),
            region: place.region(),
            usual,
            known: place.known,
        }
    }
}

/// What stands under some words.
pub(super) struct Under {
    pub candidates: Vec<Candidate>,
    /// Whether a longer name begins with these words.
    pub longer: bool,
}

/// Looks `words` up, as they stand in the text. A demonym is nothing but that, though some village may be called Canadian.
pub(super) fn under(words: &str) -> Under {
    let found = sayso_gazetteer::find(words);
    if is_demonym(words) {
        return Under { candidates: Vec::new(), longer: found.longer };
    }
    let country = country_called(words);
    let mut candidates: Vec<Candidate> = country.map(Candidate::of_country).into_iter().collect();
    candidates.extend(found.named.iter().map(|n| Candidate::of_place(*n, true)));
    candidates.extend(found.also.iter().map(|n| Candidate::of_place(*n, false)));
    Under { candidates, longer: found.longer }
}

/// Whether these words name a country's people or are its adjective, in capitals too.
pub(super) fn is_demonym(words: &str) -> bool {
    let own = |w: &str| lookup(w).is_some_and(|(_, kind)| kind == NameKind::Demonym);
    own(words) || is_in_capitals(words) && own(&in_title_case(words))
}

/// Whether a name stands in a headline's or a dateline's capitals.
fn is_in_capitals(words: &str) -> bool {
    words.len() > 3 && !words.contains('.') && words.chars().all(|c| !c.is_lowercase())
}

/// The country with this name; a name in capitals is read as if it had one.
pub(super) fn country_called(words: &str) -> Option<&'static Country> {
    let own = |w: &str| lookup(w).filter(|(_, kind)| *kind == NameKind::Country).map(|(c, _)| c);
    own(words).or_else(|| is_in_capitals(words).then(|| own(&in_title_case(words))).flatten())
}

/// "SOUTH KOREA" as "South Korea".
pub(super) fn in_title_case(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut inside = false;
    for c in words.chars() {
        if inside {
            out.extend(c.to_lowercase())
        } else {
            out.push(c)
        }
        inside = c.is_alphanumeric() || c == '\'';
    }
    out
}

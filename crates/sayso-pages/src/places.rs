//! Which places and which days do the statements name? What the map and the calendar show.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{ClaimId, Snapshot};
use serde::Serialize;

use crate::index::Index;

/// A place that statements name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceView {
    /// Its usual English name.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// How many statements name it.
    pub statements: usize,
    /// The claims of those statements: id and wording.
    pub claims: Vec<(String, String)>,
}

/// A day on which something is reported to have happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventView {
    /// The day, as `2031-03-04`.
    pub day: String,
    /// How many statements name it.
    pub statements: usize,
    /// The claims of those statements: id and wording.
    pub claims: Vec<(String, String)>,
}

/// The places, those that most statements name first.
pub fn places(snapshot: &Snapshot, index: &Index) -> Vec<PlaceView> {
    // Places are told apart by where they are, to a thousandth of a degree: about a hundred metres.
    type Key = (String, i64, i64);
    let key = |p: &sayso_model::Place| -> Key {
        #[allow(clippy::cast_possible_truncation)]
        let round = |degrees: f64| (degrees * 1000.0).round() as i64;
        (p.name.clone(), round(p.lat), round(p.lon))
    };
    let mut out: BTreeMap<Key, (PlaceView, BTreeSet<&ClaimId>)> = BTreeMap::new();
    for (at, statement) in snapshot.statements.iter().enumerate() {
        let claim = index.claim_of_place(snapshot, at);
        let mut seen = BTreeSet::new();
        for place in statement.places.iter().filter(|p| seen.insert(key(p))) {
            let found = out.entry(key(place)).or_insert_with(|| {
                let (name, country) = (place.name.clone(), place.country.clone());
                let (lat, lon) = (place.lat, place.lon);
                (PlaceView { name, lat, lon, country, statements: 0, claims: Vec::new() }, BTreeSet::new())
            });
            found.0.statements += 1;
            found.1.extend(claim.map(|c| &c.id));
        }
    }
    let mut out: Vec<PlaceView> = out
        .into_values()
        .map(|(view, claims)| PlaceView { claims: wordings(snapshot, index, &claims), ..view })
        .collect();
    out.sort_by(|a, b| b.statements.cmp(&a.statements).then_with(|| a.name.cmp(&b.name)));
    out
}

/// The days, in their order.
pub fn events(snapshot: &Snapshot, index: &Index) -> Vec<EventView> {
    let mut out: BTreeMap<&str, (usize, BTreeSet<&ClaimId>)> = BTreeMap::new();
    for (at, statement) in snapshot.statements.iter().enumerate() {
        let claim = index.claim_of_place(snapshot, at);
        let days: BTreeSet<&str> = statement.times.iter().filter_map(|t| day(t.value.as_deref()?)).collect();
        for day in days {
            let found = out.entry(day).or_default();
            found.0 += 1;
            found.1.extend(claim.map(|c| &c.id));
        }
    }
    let view = |(day, (statements, claims)): (&str, (usize, BTreeSet<&ClaimId>))| EventView {
        day: day.to_owned(),
        statements,
        claims: wordings(snapshot, index, &claims),
    };
    out.into_iter().map(view).collect()
}

/// The day of a TIMEX3 value that names one: `2031-03-04` or `2031-03-04TNI`.
pub(crate) fn day(value: &str) -> Option<&str> {
    let day = value.get(..10)?;
    let digit = |i: usize| day.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    let form = (0..10).all(|i| if i == 4 || i == 7 { day.as_bytes()[i] == b'-' } else { digit(i) });
    (form && value.as_bytes().get(10).is_none_or(|b| *b == b'T')).then_some(day)
}

/// Claims that are named below one place or day; the number of statements counts all.
const MOST: usize = 12;

fn wordings(snapshot: &Snapshot, index: &Index, claims: &BTreeSet<&ClaimId>) -> Vec<(String, String)> {
    let known = claims.iter().take(MOST).filter_map(|id| index.claim(snapshot, id));
    known.map(|c| (c.id.to_string(), c.text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn only_values_that_name_a_day_are_days() {
        assert_eq!(day("2031-03-04"), Some("2031-03-04"));
        assert_eq!(day("2031-03-04TNI"), Some("2031-03-04"));
        assert_eq!(
            (day("2031-W10"), day("2031-03"), day("P3D"), day("2031-03-041")),
            (None, None, None, None)
        );
    }
}

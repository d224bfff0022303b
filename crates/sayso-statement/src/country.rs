//! Countries: their names, demonyms, capitals and the seats of their governments, from `data/countries.tsv`.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

/// The table; its header names the columns and the sources.
const TABLE: &str = include_str!("../data/countries.tsv");

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: &'static str,
    /// Usual English name.
    pub name: &'static str,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// Degrees north and east.
    pub at: (f64, f64),
    /// Usual English name of its capital, with GeoNames id and coordinates.
    pub capital: Option<Capital>,
}

/// A capital.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Capital {
    pub name: &'static str,
    pub geonames: Option<u32>,
    pub at: (f64, f64),
}

/// What a name says about a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// Its own name: "Sweden", "the U.S.".
    Country,
    /// Its adjective or its people: "Swedish", "Swedes".
    Demonym,
    /// Its capital: "Stockholm".
    Capital,
    /// The seat of its government: "the Kremlin".
    Seat,
}

struct Tables {
    countries: Vec<Country>,
    names: HashMap<&'static str, (usize, NameKind)>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables { countries: Vec::new(), names: HashMap::new() };
        for line in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let c: Vec<&'static str> = line.split('\t').collect();
            if let [
                code,
                name,
                id,
                lat,
                lon,
                aliases,
                demonyms,
                capital,
                capital_id,
                capital_lat,
                capital_lon,
                seats,
            ] = c[..]
            {
                let at = tables.countries.len();
                let capital_name = capital.split(';').next().filter(|c| !c.is_empty());
                tables.countries.push(Country {
                    code,
                    name,
                    geonames: id.parse().ok(),
                    at: (number(lat), number(lon)),
                    capital: capital_name.map(|name| Capital {
                        name,
                        geonames: capital_id.parse().ok(),
                        at: (number(capital_lat), number(capital_lon)),
                    }),
                });
                // A country's own name wins over another's capital; see the order of the four lists.
                let lists = [
                    (name, NameKind::Country),
                    (aliases, NameKind::Country),
                    (demonyms, NameKind::Demonym),
                    (seats, NameKind::Seat),
                    (capital, NameKind::Capital),
                ];
                for (list, kind) in lists {
                    for word in list.split(';').filter(|w| !w.is_empty()) {
                        let entry = tables.names.entry(word).or_insert((at, kind));
                        if kind == NameKind::Country && entry.1 != NameKind::Country {
                            *entry = (at, kind);
                        }
                    }
                }
            }
        }
        tables
    })
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(0.0)
}

/// The country that `name` (in its usual capitals) belongs to, and how.
pub(crate) fn lookup(name: &str) -> Option<(&'static Country, NameKind)> {
    let tables = tables();
    tables.names.get(name).map(|&(at, kind)| (&tables.countries[at], kind))
}

/// The country with this ISO 3166-1 alpha-2 code.
pub(crate) fn of_code(code: &str) -> Option<&'static Country> {
    tables().countries.iter().find(|country| country.code == code)
}

/// The ISO 3166-1 alpha-2 code of the country that `name` names, by its own name, its people, its capital or its government's seat.
pub fn country_of(name: &str) -> Option<&'static str> {
    lookup(name).map(|(country, _)| country.code)
}

/// The most words that a name in the table has.
pub(crate) fn longest_name() -> usize {
    static LONGEST: OnceLock<usize> = OnceLock::new();
    *LONGEST.get_or_init(|| tables().names.keys().map(|n| n.split(' ').count()).max().unwrap_or(1))
}

/// Whether a place with this GeoNames id is a capital.
pub(crate) fn is_capital(geonames: u32) -> bool {
    static CAPITALS: OnceLock<HashSet<u32>> = OnceLock::new();
    let of = |c: &Country| c.capital.as_ref().and_then(|c| c.geonames);
    CAPITALS.get_or_init(|| tables().countries.iter().filter_map(of).collect()).contains(&geonames)
}

/// Whether a longer name of the table begins with these words.
pub(crate) fn begins_longer(words: &str) -> bool {
    static BEGINNINGS: OnceLock<HashSet<&str>> = OnceLock::new();
    let beginnings = BEGINNINGS.get_or_init(|| {
        let names = tables().names.keys().copied();
        names.flat_map(|n| n.match_indices([' ', '-']).map(|(at, _)| &n[..at])).collect()
    });
    beginnings.contains(words)
}

/// All demonyms of the table.
#[cfg(test)]
pub(crate) fn demonyms() -> impl Iterator<Item = &'static str> {
    tables().names.iter().filter(|(_, (_, kind))| *kind == NameKind::Demonym).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_demonyms_capitals_and_seats_lead_to_one_country() {
        for (name, kind) in
            [("Sweden", NameKind::Country), ("Swedish", NameKind::Demonym), ("Stockholm", NameKind::Capital)]
        {
            let (country, found) = lookup(name).unwrap();
            assert_eq!((country.code, found), ("SE", kind));
        }
        assert_eq!(lookup("Kremlin").map(|(c, k)| (c.code, k)), Some(("RU", NameKind::Seat)));
        assert!(lookup("Nowhereland").is_none());
    }

    #[test]
    fn every_row_has_all_columns() {
        let rows = TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        assert_eq!(rows.count(), tables().countries.len());
        assert!(tables().countries.len() > 190);
    }
}

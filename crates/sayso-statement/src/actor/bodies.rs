//! Services of states under their many names: "the SVR", "Russia's Foreign Intelligence Service", "South Korea's spy agency". From
//! `data/bodies.tsv`.

use std::{collections::HashMap, sync::OnceLock};

use sayso_model::ActorKind;

use super::{Party, same::plain};
use crate::country::{Country, lookup, of_code};

/// The table; its header says what it holds.
const TABLE: &str = include_str!("../../data/bodies.tsv");

/// Descriptions of services, longest first, each with its class. A state of which the table names no such service gets one by its class.
const DESCRIPTIONS: &[(&str, &[&str])] = &[
    (
        "military",
        &["military intelligence", "defence intelligence", "defense intelligence", "army intelligence"],
    ),
    ("foreign", &["foreign intelligence", "external intelligence"]),
    (
        "domestic",
        &[
            "domestic intelligence",
            "internal security",
            "security service",
            "counterintelligence",
            "state security",
        ],
    ),
    ("intelligence", &["intelligence", "spy", "secret service", "spies"]),
    ("army", &["military", "army", "armed forces", "defence forces", "defense forces"]),
];

/// Nouns that may follow such a description.
const NOUNS: &[&str] = &[
    "agency",
    "agencies",
    "service",
    "services",
    "directorate",
    "department",
    "organisation",
    "organization",
    "bureau",
];

struct Tables {
    /// By country code and plain name; without a code where the name is borne by one alone.
    names: HashMap<(Option<&'static str>, String), Party>,
    /// By country code and class, where one service alone has it.
    classes: HashMap<(&'static str, &'static str), Party>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut out = Tables { names: HashMap::new(), classes: HashMap::new() };
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(code), Some(classes), Some(names)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let Some(country) = of_code(code) else { continue };
            let first = names.split(';').next().unwrap_or_default();
            let party = of_state(first, country);
            for name in names.split(';') {
                let own = name.trim_start_matches('~');
                out.names.insert((Some(country.code), plain(own)), party.clone());
                if own == name {
                    out.names.insert((None, plain(own)), party.clone());
                }
            }
            for class in classes.split(';').filter(|c| !c.is_empty()) {
                out.classes.insert((country.code, class), party.clone());
            }
        }
        out
    })
}

/// A body with its state in the name: other states have bodies of that name.
pub(crate) fn of_state(name: &str, country: &'static Country) -> Party {
    let name = format!("{name} ({})", country.name);
    Party { kind: ActorKind::Organization, name, state: Some(country.name) }
}

/// The service of this name, if the table has it, given the country beside the name.
pub(crate) fn named(name: &str, country: Option<&Country>) -> Option<Party> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let plain = plain(name);
    let words: Vec<&str> = plain.split(' ').collect();
    // "Israel Defense Forces" and "Danish Defence Intelligence Service" hold their country themselves.
    let cut = (1..words.len().min(4)).rev().find(|n| lookup(&name_of(name, *n)).is_some());
    let rest = cut.map(|n| words[n..].join(" "));
    let own = cut.and_then(|n| lookup(&name_of(name, n))).map(|(c, _)| c.code);
    let code = country.map(|c| c.code).or(own);
    let beside = |name: &str| tables().names.get(&(Some(code?), name.to_owned()));
    let found = beside(&plain).or_else(|| beside(rest.as_deref()?));
    let alone = || tables().names.get(&(None, plain.clone())).filter(|_| code.is_none());
    found.or_else(alone).cloned()
}

/// The first words of a name.
fn name_of(name: &str, words: usize) -> String {
    name.split(' ').take(words).collect::<Vec<_>>().join(" ")
}

/// The service of a country that these lower-case words describe ("intelligence agency"): by its name where the table has it.
pub(crate) fn described(words: &str, country: &'static Country) -> Option<Party> {
    let words = words.trim();
    let described = |phrase: &&&str| {
        let rest = words.strip_prefix(**phrase).map(str::trim);
        rest.is_some_and(|rest| rest.is_empty() || NOUNS.contains(&rest))
    };
    let (class, _) = DESCRIPTIONS.iter().find(|(_, phrases)| phrases.iter().any(|p| described(&p)))?;
    let named = tables().classes.get(&(country.code, *class)).cloned();
    let by_class = || match *class {
        "army" => None,
        "intelligence" => Some(of_state("intelligence", country)),
        class => Some(of_state(&format!("{class} intelligence"), country)),
    };
    named.or_else(by_class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(name: &str) -> &'static Country {
        lookup(name).unwrap().0
    }

    #[test]
    fn a_service_has_one_name_however_it_is_called() {
        let service = "National Intelligence Service (South Korea)";
        assert_eq!(named("NIS", Some(country("South Korea"))).unwrap().name, service);
        assert_eq!(described("spy agency", country("Seoul")).unwrap().name, service);
        assert_eq!(named("SVR", None), named("Foreign Intelligence Service", Some(country("Russia"))));
        assert_eq!(named("Israel Defense Forces", None), described("military", country("Israeli")));
    }

    #[test]
    fn a_name_that_others_bear_needs_its_country() {
        assert_eq!(named("NIS", None), None);
        assert_eq!(named("MIT", None), None);
        assert_eq!(named("Security Service", Some(country("Kenya"))), None);
    }

    #[test]
    fn a_service_that_no_table_names_is_its_states() {
        let of = |words| described(words, country("Kenyan")).map(|p| p.name);
        assert_eq!(of("military intelligence").as_deref(), Some("military intelligence (Kenya)"));
        assert_eq!(of("army"), None);
        assert_eq!(of("intelligence officials"), None);
    }
}

#![doc = include_str!("../README.md")]

mod key;
mod place;
mod table;

pub use key::key;
pub use place::{Kind, Place, PlaceNumber};

use table::table;

/// What the gazetteer has under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places whose usual name this is.
    pub named: Vec<PlaceNumber>,
    /// The places that have it as another name.
    pub also: Vec<PlaceNumber>,
    /// Whether a longer name begins with these words.
    pub longer: bool,
}

/// Looks up a name, whatever its case, accents and hyphens; "St." stands for "Saint".
pub fn find(name: &str) -> Found {
    table().find(&key(name))
}

/// The place with this number.
pub fn place(number: PlaceNumber) -> Place {
    table().place(number)
}

/// The usual English name of the place with this number.
pub fn name(number: PlaceNumber) -> String {
    table().name(number)
}

/// The first-level region with this code: country, full stop and GeoNames' code, such as `US.TX` or `GB.ENG`.
pub fn region(code: &str) -> Option<PlaceNumber> {
    table().region(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(name: &str) -> (String, Place) {
        let found = find(name);
        let all = found.named.into_iter().chain(found.also).map(|n| (super::name(n), place(n)));
        all.max_by_key(|(_, p)| (p.weight, p.kind == Kind::Town)).unwrap()
    }

    #[test]
    fn a_town_has_its_point_region_and_country() {
        let (name, found) = best("Gainesville");
        assert_eq!((name.as_str(), found.kind), ("Gainesville", Kind::Town));
        assert_eq!((found.country(), found.region()), ("US", "US.FL"));
        assert!((found.lat - 29.65).abs() < 0.01 && (found.lon + 82.32).abs() < 0.01);
        assert_eq!(found.geonames, Some(4_156_404));
    }

    #[test]
    fn all_towns_of_a_name_are_found() {
        assert!(find("Springfield").named.len() > 15);
    }

    #[test]
    fn spellings_lead_to_one_name() {
        for name in ["Málaga", "malaga", "MALAGA"] {
            assert_eq!(best(name).1.country(), "ES", "{name}");
        }
        assert_eq!(best("Saint-Denis"), best("St. Denis"));
    }

    #[test]
    fn other_names_lead_to_the_usual_one() {
        assert_eq!(best("Kiev").0, "Kyiv");
        assert_eq!(best("L.A.").0, "Los Angeles");
    }

    #[test]
    fn towns_have_the_names_of_english_news() {
        for (spelling, usual) in [
            ("Köln", "Cologne"),
            ("Khān Yūnis", "Khan Younis"),
            ("Frankfurt am Main", "Frankfurt"),
            ("Kandahār", "Kandahar"),
        ] {
            assert_eq!(best(spelling).0, usual);
        }
    }

    #[test]
    fn landscapes_within_one_country_belong_to_it() {
        let place_of = |name| best(name).1;
        assert_eq!((place_of("Bavaria").country(), place_of("Bavaria").known), ("DE", true));
        assert_eq!(place_of("Siberia").country(), "RU");
        assert_eq!(find("Crimea").named.len(), 1);
    }

    #[test]
    fn regions_counties_and_features_are_places() {
        let texas = region("US.TX").unwrap();
        assert_eq!((name(texas).as_str(), place(texas).kind), ("Texas", Kind::Region));
        assert_eq!(best("Cameron Parish").1.kind, Kind::County);
        assert_eq!((best("Black Sea").1.kind, best("Black Sea").1.country()), (Kind::Sea, ""));
    }

    #[test]
    fn a_beginning_of_a_name_is_told() {
        let found = find("San");
        assert!(found.longer);
        assert!(!find("Springfieldx").longer && find("Springfieldx").named.is_empty());
        assert_eq!(find(""), Found::default());
    }

    #[test]
    fn every_name_can_be_found_again_by_the_name_of_its_place() {
        for number in (0..table().places()).step_by(97) {
            let number = PlaceNumber(number);
            let p = place(number);
            assert!(find(&name(number)).named.contains(&number), "{p:?}");
            assert!((-90.0..=90.0).contains(&p.lat) && (-180.0..=180.0).contains(&p.lon), "{p:?}");
            assert!(p.region().is_empty() || p.region().starts_with(p.country()), "{p:?}");
        }
        assert!(table().places() > 230_000);
    }
}

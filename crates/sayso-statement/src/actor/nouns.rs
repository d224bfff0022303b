//! Nouns and titles that tell what a source is, from `data/nouns.tsv`.

use std::{collections::HashMap, sync::OnceLock};

/// The lists; their header says what they mean.
const TABLE: &str = include_str!("../../data/nouns.tsv");

/// What a noun says about whoever is named with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Noun {
    Organization,
    /// A body that speaks for its country.
    State,
    Publisher,
    /// "the report", "the newspaper": the outlet named before.
    Report,
    Spokesperson,
    Anonymous,
    Government,
    /// Stands before a person's name.
    Title,
    /// The title of someone who speaks for a country.
    Head,
    /// Ends the name of a place or thing, never a person's.
    Thing,
    /// Ends the name of a body after a first word that is nobody's given name, or says of a name that it is a body's.
    Firm,
    /// Several who hold one office in a place and speak as one: "the Brenn prosecutors".
    Office,
    /// What a text can be that someone wrote or had: "report", "figures".
    Document,
}

fn named(class: &str) -> Option<Noun> {
    Some(match class {
        "organization" => Noun::Organization,
        "state" => Noun::State,
        "publisher" => Noun::Publisher,
        "report" => Noun::Report,
        "spokesperson" => Noun::Spokesperson,
        "anonymous" => Noun::Anonymous,
        "government" => Noun::Government,
        "title" => Noun::Title,
        "head" => Noun::Head,
        "thing" => Noun::Thing,
        "firm" => Noun::Firm,
        "office" => Noun::Office,
        "document" => Noun::Document,
        _ => return None,
    })
}

/// Whether the lower-case `word` is in the list.
pub(crate) fn is(word: &str, noun: Noun) -> bool {
    static LISTS: OnceLock<HashMap<&'static str, Vec<Noun>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        let mut out: HashMap<&'static str, Vec<Noun>> = HashMap::new();
        for (class, words) in TABLE.lines().filter_map(|l| l.split_once('\t')) {
            let Some(noun) = named(class) else { continue };
            for word in words.split(';') {
                out.entry(word).or_default().push(noun);
            }
        }
        out
    });
    lists.get(word.trim_end_matches('.')).is_some_and(|nouns| nouns.contains(&noun))
}

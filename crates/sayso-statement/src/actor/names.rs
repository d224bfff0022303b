//! Which names stand in a text, and what is each of them: person, body or government?

use sayso_model::{ActorKind, Span};

use super::{
    Party, bodies,
    nouns::{Noun, is},
    run::{parts, run_end},
};
use crate::{
    country::{Country, NameKind, lookup},
    given::is_given_name,
    text::{Word, words},
};

/// A name with what it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    /// The words of the name itself, titles and demonyms left out.
    pub span: Span,
    /// Person, organization or government.
    pub kind: ActorKind,
    /// The country that the words name or qualify ("Russian Ministry of Defence").
    pub country: Option<&'static Country>,
    /// The titles before a person's name, lower case.
    pub titles: Vec<String>,
}

/// Finds the names within `span`.
pub(crate) fn names(text: &str, span: Span) -> Vec<Name> {
    let words = words(span.of(text));
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let end = run_end(&words, i);
        if end > i {
            let determined = i > 0 && words[i - 1].lower() == "the";
            for run in parts(&words[i..end]) {
                out.extend(classify(text, run, span.start, determined));
            }
            i = end;
        } else {
            i += 1;
        }
    }
    out
}

/// What a run of name words is: countries, demonyms and titles at its front are split off.
///
/// `determined`: "the" stands before, as it does before things ("the Baltic Sea") and seldom before people.
fn classify(text: &str, run: &[Word<'_>], offset: usize, determined: bool) -> Option<Name> {
    let span_of = |words: &[Word<'_>]| {
        words.first().zip(words.last()).map(|(a, b)| a.span.hull(b.span).shifted(offset))
    };
    let whole = span_of(run)?;
    if let Some((country, kind)) = lookup(whole.of(text)) {
        let kind = (kind != NameKind::Demonym).then_some(ActorKind::Government)?;
        return Some(Name { span: whole, kind, country: Some(country), titles: Vec::new() });
    }
    if run.iter().any(is_body) {
        let (_, country) = leading_country(text, run, offset);
        return Some(Name { span: whole, kind: ActorKind::Organization, country, titles: Vec::new() });
    }
    if ends_as_body(run) {
        let (_, country) = leading_country(text, run, offset);
        return Some(Name { span: whole, kind: ActorKind::Organization, country, titles: Vec::new() });
    }
    let (mut front, country) = leading_country(text, run, offset);
    let mut titles = Vec::new();
    while let Some(word) =
        run.get(front).filter(|w| is(&w.lower(), Noun::Title) || w.text == "." || w.text == "of")
    {
        if !word.is_mark() {
            titles.push(word.lower().trim_end_matches('.').to_owned());
        }
        front += 1;
    }
    let rest = &run[front..];
    let span = span_of(rest)?;
    let words = rest.iter().filter(|w| w.is_capitalised()).count();
    let acronym = words == 1 && rest[0].text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let thing = rest.iter().any(|w| is(&w.lower(), Noun::Thing)) || determined && titles.is_empty();
    let person = !thing && words >= 2 && !rest[0].text.chars().all(|c| c.is_uppercase() || c == '.')
        || words == 1 && !titles.is_empty() && !acronym;
    let kind = if person { ActorKind::Person } else { ActorKind::Organization };
    Some(Name { span, kind, country, titles })
}

/// The party that a body's name stands for. A ministry or the like gets its state into the name, since every state has one.
pub(crate) fn body_party(text: &str, name: &Name, country: Option<&'static Country>) -> Party {
    let words = name.span.of(text);
    // "Ministry of Defence of Aldoria"
    let (words, behind) = match words.rsplit_once(" of ").and_then(|(own, of)| Some((own, lookup(of)?.0))) {
        Some((own, behind)) => (own, Some(behind)),
        None => (words, None),
    };
    let country = country.or(behind);
    if let Some(service) =
        bodies::named(name.span.of(text), country).or_else(|| bodies::named(words, country))
    {
        return service;
    }
    let speaks = words.split(' ').any(|w| is(&w.to_lowercase(), Noun::State));
    match country.filter(|_| speaks) {
        Some(country) => bodies::of_state(without_country(words), country),
        None => Party::new(ActorKind::Organization, name.span.of(text)),
    }
}

/// A body's name without the country or demonym at its front.
fn without_country(words: &str) -> &str {
    let mut cuts = words.match_indices(' ').map(|(i, _)| i).take(3);
    cuts.find(|&i| lookup(&words[..i]).is_some()).map_or(words, |i| &words[i + 1..])
}

pub(super) fn is_body(word: &Word<'_>) -> bool {
    let lower = word.lower();
    word.is_capitalised() && (is(&lower, Noun::Organization) || is(&lower, Noun::Publisher))
}

/// Words that open titles ("Energy Minister") and names of bodies ("Energy Inspectorate") alike.
const FIELDS: &[&str] = &[
    "defence",
    "defense",
    "finance",
    "foreign",
    "health",
    "energy",
    "environment",
    "transport",
    "economy",
    "harbour",
    "fire",
    "state",
    "special",
    "interior",
    "justice",
    "first",
];

/// "Voss Chemicals", "Quay Relief Corps": the last word is one that ends the names of bodies, and no title or given name opens the run.
fn ends_as_body(run: &[Word<'_>]) -> bool {
    let [first, .., last] = run else { return false };
    let opens = first.lower();
    let titled = is(&opens, Noun::Title) && !is(&opens, Noun::Firm) && !FIELDS.contains(&opens.as_str());
    let person = is_given_name(&opens) || titled;
    last.is_capitalised() && is(&last.lower(), Noun::Firm) && !person && !run.iter().any(|w| w.text == ".")
}

/// The country whose name or demonym stands before the rest of the run, with how many words it takes.
fn leading_country(text: &str, run: &[Word<'_>], offset: usize) -> (usize, Option<&'static Country>) {
    for taken in (1..run.len().min(4)).rev() {
        let span = run[0].span.hull(run[taken - 1].span).shifted(offset);
        if let Some((country, kind)) = lookup(span.of(text)) {
            // "Paris Holm": a capital that is a given name too, before one more name, is a person's.
            if kind == NameKind::Capital && run.len() == 2 && is_given_name(&run[0].lower()) {
                return (0, None);
            }
            return (taken, Some(country));
        }
    }
    (0, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, ActorKind)> {
        names(text, Span::new(0, text.len()))
            .into_iter()
            .map(|n| (n.span.of(text).to_owned(), n.kind))
            .collect()
    }

    #[test]
    fn titles_and_demonyms_are_split_from_persons() {
        assert_eq!(
            read("Danish Prime Minister Mara Lindqvist spoke"),
            [("Mara Lindqvist".into(), ActorKind::Person)]
        );
        let n = names("Gen. Otto Brandt spoke", Span::new(0, 22));
        assert_eq!((n[0].titles.clone(), n[0].kind), (vec!["gen".to_owned()], ActorKind::Person));
    }

    #[test]
    fn bodies_are_told_by_their_nouns() {
        assert_eq!(
            read("the Ministry of Defence and the Harbour Authority"),
            [
                ("Ministry of Defence".into(), ActorKind::Organization),
                ("Harbour Authority".into(), ActorKind::Organization)
            ]
        );
    }

    #[test]
    fn a_person_of_a_body_is_two_names() {
        let person = ("Mara Lind".into(), ActorKind::Person);
        let body = ("Brenn Coastguard Service".into(), ActorKind::Organization);
        assert_eq!(read("Captain Mara Lind of the Brenn Coastguard Service"), [person.clone(), body.clone()]);
        assert_eq!(read("Mara Lind of the Brenn Coastguard Service"), [person, body]);
    }

    #[test]
    fn a_body_before_the_title_of_its_head_is_a_name_of_its_own() {
        assert_eq!(
            read("TIN Secretary General Mara Lind"),
            [("TIN".into(), ActorKind::Organization), ("Mara Lind".into(), ActorKind::Person)]
        );
        assert_eq!(read("Danish Prime Minister Mara Lind").len(), 1);
        assert_eq!(read("Skarnhaven Gov. Mara Lind")[1], ("Mara Lind".into(), ActorKind::Person));
        assert_eq!(read("Brenn General Hospital").len(), 1);
    }

    #[test]
    fn countries_and_capitals_are_governments() {
        assert_eq!(
            read("Seoul and Washington"),
            [("Seoul".into(), ActorKind::Government), ("Washington".into(), ActorKind::Government)]
        );
    }

    #[test]
    fn sentence_openers_begin_no_name() {
        assert_eq!(
            read("In Paris he met Lund. The ship"),
            [("Paris".into(), ActorKind::Government), ("Lund".into(), ActorKind::Organization)]
        );
    }
}

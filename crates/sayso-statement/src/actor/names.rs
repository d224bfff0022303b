//! Names in a text: runs of capitalised words, and what each of them is.

use std::{collections::HashSet, sync::OnceLock};

use sayso_model::{ActorKind, Span};

use super::{
    Party, bodies,
    nouns::{Noun, is},
};
use crate::{
    country::{Country, NameKind, lookup},
    text::{Word, words},
};

/// Lower-case words that can stand within a name: "Ministry of Defence", "Anna van der Berg".
const WITHIN: &[&str] =
    &["of", "for", "de", "del", "della", "der", "den", "di", "du", "la", "van", "von", "bin", "al", "the"];

/// Capitalised words that open sentences and begin no name.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "but",
    "and",
    "or",
    "if",
    "as",
    "by",
    "for",
    "from",
    "this",
    "that",
    "these",
    "those",
    "there",
    "when",
    "while",
    "after",
    "before",
    "last",
    "so",
    "to",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "all",
    "some",
    "no",
    "not",
    "none",
    "one",
    "two",
    "three",
    "four",
    "several",
    "many",
    "most",
    "another",
    "other",
    "both",
    "each",
    "according",
    "meanwhile",
    "however",
    "earlier",
    "later",
    "since",
    "because",
    "although",
    "though",
    "with",
    "without",
    "under",
    "over",
    "what",
    "who",
    "why",
    "how",
    "where",
    "asked",
    "only",
    "neither",
    "also",
    "then",
    "now",
    "still",
    "once",
    "even",
    "yet",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
];

/// Given names, one list with the rules for places.
const GIVEN: &str = include_str!("../../data/given-names.txt");

/// Family names that stand first where two short syllables follow.
const EASTERN: &[&str] = &[
    "Ahn", "An", "Baek", "Cho", "Choe", "Choi", "Chung", "Han", "Heo", "Hong", "Hwang", "Jang", "Jeon",
    "Jeong", "Jin", "Jo", "Joo", "Jung", "Kang", "Kim", "Ko", "Kwak", "Kwon", "Lee", "Lim", "Min", "Moon",
    "Nam", "No", "Noh", "Oh", "Pak", "Park", "Rhee", "Ri", "Roh", "Ryu", "Seo", "Shin", "Sim", "Sohn", "Son",
    "Song", "Suh", "Yang", "Yoo", "Yoon", "Yu", "Yun",
];

/// Letters of such a syllable at most: "Hyeon".
const SHORT_SYLLABLE: usize = 6;

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

/// Whether the lower-case word is a common given name.
fn is_given(word: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    let all = || GIVEN.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    NAMES.get_or_init(all).contains(word)
}

/// The family name: the last word, but the first of names as Korean and Chinese ones are written ("Han Seo-jun", "Kim Dae Ho").
pub(crate) fn family_name(name: &str) -> &str {
    let words: Vec<&str> = name.split(' ').collect();
    let hyphened = |w: &str| w.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    let eastern = match words[..] {
        [_, given] => hyphened(given),
        [first, a, b] => EASTERN.contains(&first) && a.len() <= SHORT_SYLLABLE && b.len() <= SHORT_SYLLABLE,
        _ => false,
    };
    if eastern { words[0] } else { words.last().copied().unwrap_or_default() }
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

/// Words and marks of a name at most: bodies of states with their departments take about a dozen, and a table or a heading in
/// capitals is none.
const LONGEST_NAME: usize = 24;

/// The word after the run of name words that starts at `i`; `i` where none does.
fn run_end(words: &[Word<'_>], i: usize) -> usize {
    if !begins_name(&words[i]) {
        return i;
    }
    let mut end = i + 1;
    let mut next = end;
    while let Some(word) = words.get(next).filter(|_| next - i < LONGEST_NAME) {
        if begins_name(word)
            || (word.is_capitalised() && is(&word.lower(), Noun::Title))
            || is_number_in_name(words, next)
        {
            end = next + 1;
        } else if !(WITHIN.contains(&word.text)
            || word.text == "." && is_initial(words, next)
            || word.text == "and" && joins_a_name(words, i, next))
        {
            break;
        }
        next += 1;
    }
    end
}

/// "Ministry of Trade and Industry": an "and" after "of" within the name of a body.
fn joins_a_name(words: &[Word<'_>], start: usize, and: usize) -> bool {
    let before = &words[start..and];
    let of = before.iter().position(|w| w.text == "of");
    let after = words.get(and + 1).is_some_and(|w| begins_name(w) && !is_body(w) && lookup(w.text).is_none());
    of.is_some_and(|of| {
        before[..of].iter().any(is_body) && before[of..].iter().all(|w| lookup(w.text).is_none())
    }) && after
}

/// "Tide Institute Director General Mara Lind" is two names: a run is parted before a title with a person's name behind it, two words or more
/// that name no body and no thing.
fn before_title(run: &[Word<'_>]) -> Option<usize> {
    let title = |w: &Word<'_>| w.is_capitalised() && is(&w.lower(), Noun::Title);
    let last = run.iter().rposition(title)?;
    let first = run[..=last].iter().rposition(|w| !title(w))? + 1;
    let name = &run[last + 1..];
    let plain = |w: &Word<'_>| {
        w.is_capitalised() && !is_body(w) && !is(&w.lower(), Noun::Thing) && lookup(w.text).is_none()
    };
    let person = (2..=4).contains(&name.len()) && name.iter().all(plain);
    let own = run[..first].iter().map(|w| w.text).collect::<Vec<_>>().join(" ");
    let body = run[..first].iter().all(Word::is_capitalised)
        && !run[..first].iter().any(title)
        && lookup(&own).is_none();
    (person && body).then_some(first)
}

/// "Captain Mara Lind of the Harbour Authority" is two names: a run is parted at "of" where a person's name stands before it, two or
/// more words that name no body, title or country, or one behind a title.
fn parts<'a, 'w>(run: &'a [Word<'w>]) -> Vec<&'a [Word<'w>]> {
    if let Some(at) = before_title(run) {
        return vec![&run[..at], &run[at..]];
    }
    let Some(of) = run.iter().position(|w| w.text == "of") else { return vec![run] };
    let (before, after) = (&run[..of], &run[of + 1..]);
    let skipped = after.iter().take_while(|w| !w.is_capitalised()).count();
    let title = |w: &Word<'_>| is(&w.lower(), Noun::Title) || w.text == ".";
    let plain = |w: &Word<'_>| !is_body(w) && !title(w) && lookup(w.text).is_none();
    let titles = before.iter().take_while(|w| title(w)).count();
    let name = &before[titles..];
    let person = name.len() + usize::from(titles > 0) >= 2 && !name.is_empty() && name.iter().all(plain);
    if person { vec![before, &after[skipped..]] } else { vec![run] }
}

fn begins_name(word: &Word<'_>) -> bool {
    word.is_capitalised() && !OPENERS.contains(&word.lower().as_str())
}

/// "Line 2" is no name's end, "9 News" is none either: figures belong to names only between capitals.
fn is_number_in_name(words: &[Word<'_>], i: usize) -> bool {
    words[i].text.chars().all(|c| c.is_ascii_digit()) && words.get(i + 1).is_some_and(begins_name)
}

/// The stop of "P." in "Ana P. Ruiz" or of "Gen." in "Gen. Ruiz".
fn is_initial(words: &[Word<'_>], stop: usize) -> bool {
    let before = &words[stop - 1];
    before.text.chars().count() == 1 || is(&before.lower(), Noun::Title)
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

fn is_body(word: &Word<'_>) -> bool {
    let lower = word.lower();
    word.is_capitalised() && (is(&lower, Noun::Organization) || is(&lower, Noun::Publisher))
}

/// The country whose name or demonym stands before the rest of the run, with how many words it takes.
fn leading_country(text: &str, run: &[Word<'_>], offset: usize) -> (usize, Option<&'static Country>) {
    for taken in (1..run.len().min(4)).rev() {
        let span = run[0].span.hull(run[taken - 1].span).shifted(offset);
        if let Some((country, kind)) = lookup(span.of(text)) {
            // "Paris Holm": a capital that is a given name too, before one more name, is a person's.
            if kind == NameKind::Capital && run.len() == 2 && is_given(&run[0].lower()) {
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

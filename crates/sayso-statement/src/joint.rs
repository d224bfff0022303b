//! Joint sources: "Seoul and Washington" are two speakers, and each gets a statement of its own.

use sayso_model::{Article, Span};

use crate::{
    actor::nouns::{Noun, is},
    country::{NameKind, lookup},
    text::{Word, words},
};

/// Nouns of what several can write together.
const DOCUMENTS: &[&str] =
    &["report", "letter", "statement", "message", "document", "memo", "declaration", "note"];

/// What several states are called together after they were named.
const TOGETHER: &[&str] = &[
    "countries",
    "states",
    "governments",
    "nations",
    "sides",
    "allies",
    "capitals",
    "neighbours",
    "neighbors",
    "powers",
];

/// Bytes before such words within which the states are looked for.
const REACH: usize = 700;

/// Bytes on each side of a source within which a name is looked for by itself: most articles are no longer.
const NAME_REACH: usize = 6_000;

/// Words that may stand between the names of a list.
const BETWEEN: &[&str] = &[",", "and", "or", "to", "of", "the", "by", "from", "both"];

/// First words of place names of two words, which look like people's.
const PLACE_OPENERS: &[&str] =
    &["new", "north", "south", "east", "west", "san", "los", "saint", "st", "el", "la", "las"];

/// One of those who speak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Speaker {
    /// The words of the source that name it.
    pub source: Span,
    /// The earlier name that stands behind them, where they are words for several.
    pub name: Option<Span>,
}

/// Splits a source that joins several states, bodies or people into one span each; any other source stays whole.
///
/// Split is only what is surely joint: every part is the name of a country, its capital or seat, an acronym of capitals
/// ("the EU"), a body, or an outlet that the article credits; or every part is a person's full name; or every part is a plain
/// plural ("police and prosecutors"). "Johnson and Johnson", "the Ministry of Trade and Industry" and "officials in Seoul and
/// Washington" stay whole. Words for several states together ("the two countries", "each of them") give the states named last
/// before, and a report from several gives those.
pub(crate) fn speakers(article: &Article, source: Span) -> Vec<Speaker> {
    let text = &article.text;
    if stands_for_several(source.of(text))
        && let Some(members) = last_list(text, source.start)
    {
        // Where no sentence ends between them, the names themselves are the source.
        let near = members
            .last()
            .is_some_and(|m| !Span::new(m.end, source.start).of(text).contains(['.', '!', '?', '\n']));
        let speaker = |name: Span| {
            if near { Speaker { source: name, name: None } } else { Speaker { source, name: Some(name) } }
        };
        return members.into_iter().map(speaker).collect();
    }
    named(article, source).into_iter().map(|source| Speaker { source, name: None }).collect()
}

/// The parts of a source that names several, or the source.
fn named(article: &Article, source: Span) -> Vec<Span> {
    let text = &article.text;
    let within = authors(text, source).unwrap_or(source);
    let body = within.of(text);
    let parts = split(body);
    let of = |p: &Span| plain(p.of(body));
    let outlet = |part: &str| article.credits.iter().any(|c| part.ends_with(c.name.as_str()));
    let authorities = parts.last().is_some_and(|p| is_authority(of(p)));
    let party = |p: &Span| is_party(of(p)) || outlet(of(p)) || authorities && is_demonym(of(p));
    let names = |p: &Span| stands_alone(text, of(p), within);
    let joint = parts.len() > 1
        && (parts.iter().all(party)
            || parts.iter().all(names)
            || pronoun_and_body(body, &parts)
            || parts.iter().all(|p| is_person(of(p)))
            || parts.iter().all(|p| is_group(of(p))));
    if joint { parts.into_iter().map(|p| p.shifted(within.start)).collect() } else { vec![source] }
}

/// Whether one capitalised word is a name of its own in the text: it stands there elsewhere, too. "Brandt and Sons" is one firm.
fn stands_alone(text: &str, part: &str, source: Span) -> bool {
    let from = text.ceil_char_boundary(source.start.saturating_sub(NAME_REACH));
    let to = text.floor_char_boundary(text.len().min(source.end + NAME_REACH));
    let (text, source) = (&text[from..to], Span::new(source.start - from, source.end - from));
    let one = part.chars().next().is_some_and(char::is_uppercase) && part.chars().all(char::is_alphabetic);
    let near = |i: usize| source.start <= i && i < source.end;
    let whole = |i: usize| {
        let before = text[..i].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[i + part.len()..].chars().next().is_some_and(char::is_alphanumeric);
        let pair = text[i + part.len()..].starts_with(" and ") || text[..i].ends_with(" and ");
        !before && !after && !pair
    };
    let capitals = part.to_uppercase();
    let named = text.match_indices(part).any(|(i, _)| !near(i) && whole(i));
    // A dateline writes it in capitals.
    one && part.len() > 2 && (named || text.contains(capitals.as_str()))
}

/// "she and the board".
fn pronoun_and_body(body: &str, parts: &[Span]) -> bool {
    let [first, second] = parts else { return false };
    let pronoun = ["he", "she", "they", "it"].contains(&first.of(body).to_lowercase().as_str());
    let second = second.of(body);
    let noun = second.rsplit(' ').next().is_some_and(|n| is(&n.to_lowercase(), Noun::Organization));
    pronoun && second.starts_with("the ") && noun
}

/// The parts between commas and "and".
fn split(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for word in words(body) {
        if word.text == "," || word.text == "and" || word.text == "both" {
            out.push(Span::new(start, word.span.start).trimmed(body));
            start = word.span.end;
        }
    }
    out.push(Span::new(start, body.len()).trimmed(body));
    out.retain(|s| !s.is_empty());
    out
}

/// A part without the article and preposition at its front: "of Nato", "the EU".
fn plain(part: &str) -> &str {
    let part = part.strip_prefix("of ").unwrap_or(part);
    let part = part.strip_prefix("the ").or_else(|| part.strip_prefix("The ")).unwrap_or(part);
    part.strip_prefix("governments of ").unwrap_or(part)
}

fn is_party(plain: &str) -> bool {
    let plain = plain.strip_prefix("the ").unwrap_or(plain);
    let country = lookup(plain).is_some_and(|(_, kind)| kind != NameKind::Demonym);
    let acronym = (2..=6).contains(&plain.len()) && plain.chars().all(char::is_uppercase);
    // "the State Department": a body's whole name, every word of it capitalised.
    let names = plain.split(' ').all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let body = names && plain.split(' ').any(|w| is(&w.to_lowercase(), Noun::Organization));
    country || acronym || body || is_alliance(plain) || is_authority(plain)
}

/// Acronyms that papers write as words.
fn is_alliance(plain: &str) -> bool {
    matches!(plain, "Nato" | "Unesco" | "Unicef" | "Opec" | "Interpol" | "Europol")
}

fn is_demonym(plain: &str) -> bool {
    lookup(plain).is_some_and(|(_, kind)| kind == NameKind::Demonym)
}

/// "Danish authorities".
fn is_authority(plain: &str) -> bool {
    plain.rsplit_once(' ').is_some_and(|(front, noun)| is(noun, Noun::Government) && lookup(front).is_some())
}

/// "Mara Lindqvist": two to four capitalised words, none of them the noun of a body or a thing.
fn is_person(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let names = words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let other = |w: &&str| {
        let lower = w.to_lowercase();
        is(&lower, Noun::Organization) || is(&lower, Noun::Publisher) || is(&lower, Noun::Thing)
    };
    let place = words.first().is_some_and(|w| PLACE_OPENERS.contains(&w.to_lowercase().as_str()));
    (2..=4).contains(&words.len()) && names && !place && !words.iter().any(other) && lookup(plain).is_none()
}

/// "police", "security experts": a plural in lower case that names people, nothing after it.
fn is_group(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let Some(last) = words.last() else { return false };
    let lower = last.to_lowercase();
    let noun = is(&lower, Noun::Anonymous) && lower.ends_with('s') || lower == "police";
    noun && words.len() <= 3
        && !words.contains(&"other")
        && words[1..].iter().all(|w| !w.starts_with(char::is_uppercase))
}

/// The authors of "a report from Sweden and Denmark handed to …".
fn authors(text: &str, source: Span) -> Option<Span> {
    let all = words(source.of(text));
    let link =
        all.windows(2).position(|w| DOCUMENTS.contains(&w[0].text) && matches!(w[1].text, "from" | "by"))?;
    let rest = &all[link + 2..];
    let named = |w: &&Word<'_>| w.is_capitalised() || matches!(w.text, "and" | "the" | "," | "of");
    let names = &rest[..rest.iter().take_while(named).count()];
    let last = names.iter().rposition(Word::is_capitalised)?;
    Some(names[0].span.hull(names[last].span).shifted(source.start))
}

/// "each of them", "the two Scandinavian countries", "both governments".
pub(crate) fn stands_for_several(source: &str) -> bool {
    let lower = source.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    match words[..] {
        ["each" | "both" | "all" | "neither" | "none", "of", "them" | "these" | "those"] => true,
        ["neither" | "both" | "each", "of", "the", "two"] | ["the", "two"] | ["they", "both"] => true,
        ["the", "two" | "three", .., last] | ["both", .., last] => {
            words.len() <= 5 && TOGETHER.contains(&last)
        }
        _ => false,
    }
}

/// The states listed last before byte `at`: two or more names with nothing between them but commas, "and" and the like.
fn last_list(text: &str, at: usize) -> Option<Vec<Span>> {
    let from = text.ceil_char_boundary(at.saturating_sub(REACH));
    let all = words(text.get(from..at)?);
    let mut last: Option<Vec<Span>> = None;
    let mut run: Vec<Span> = Vec::new();
    let mut i = 0;
    while i < all.len() {
        if let Some(size) = state_at(text, &all, i, from) {
            let article = i > 0 && all[i - 1].text == "the";
            let first = if article { all[i - 1].span } else { all[i].span };
            run.push(first.hull(all[i + size - 1].span).shifted(from));
            i += size;
            if run.len() > 1 {
                last = Some(run.clone());
            }
        } else {
            if !BETWEEN.contains(&all[i].text) {
                run.clear();
            }
            i += 1;
        }
    }
    last
}

/// How many words from `i` on are the name of a state, its capital or seat; `None` where none are.
fn state_at(text: &str, all: &[Word<'_>], i: usize, offset: usize) -> Option<usize> {
    all[i].is_capitalised().then_some(())?;
    (1..=3.min(all.len() - i)).rev().find(|&size| {
        let span = all[i].span.hull(all[i + size - 1].span).shifted(offset);
        lookup(span.of(text)).is_some_and(|(_, kind)| kind != NameKind::Demonym)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<&str> {
        let article = sayso_testkit::article("x", source);
        speakers(&article, Span::new(0, source.len())).into_iter().map(|s| s.source.of(source)).collect()
    }

    #[test]
    fn states_that_speak_together_are_split() {
        assert_eq!(read("Seoul and Washington"), ["Seoul", "Washington"]);
        assert_eq!(read("Poland, Sweden and the EU"), ["Poland", "Sweden", "the EU"]);
        assert_eq!(
            read("the EU, of Nato and of the governments of Poland and Sweden"),
            ["the EU", "of Nato", "of the governments of Poland", "Sweden"]
        );
        assert_eq!(read("a joint report from Sweden and Denmark handed to the press"), ["Sweden", "Denmark"]);
    }

    #[test]
    fn words_for_several_give_those_named_before() {
        let text = "Sweden and the United States wrote. The other day the two countries said so.";
        let article = sayso_testkit::article("x", text);
        let found = speakers(&article, sayso_testkit::span(text, "the two countries"));
        let names: Vec<_> = found.iter().filter_map(|s| s.name).map(|n| n.of(text)).collect();
        assert_eq!(names, ["Sweden", "the United States"]);
    }

    #[test]
    fn other_sources_stay_whole() {
        for source in [
            "officials in Seoul and Washington",
            "Johnson and Kern",
            "the Ministry of Trade and Industry",
            "New York and New Jersey",
            "she",
            "each of them",
        ] {
            assert_eq!(read(source), [source]);
        }
    }
}

//! What does the article say right beside a name? Roles before and after it, and for whom the person speaks.

use sayso_model::{ActorKind, Span};

use super::{
    Party, bodies,
    named::phrase_of,
    names::{Name, body_party, names},
    nouns::{Noun, is},
};
use crate::{
    country::Country,
    text::{Word, words},
};

/// Bytes after a name within which an apposition is looked for.
const APPOSITION_REACH: usize = 90;

/// Words that go on with the sentence after a name's comma instead of saying who it is.
const NO_APPOSITION: &[&str] = &[
    "according",
    "who",
    "whose",
    "which",
    "where",
    "when",
    "said",
    "says",
    "told",
    "adding",
    "citing",
    "calling",
    "speaking",
    "while",
    "but",
    "and",
    "or",
    "as",
    "in",
    "on",
    "at",
    "to",
    "with",
    "after",
    "before",
    "for",
    "from",
    "by",
    "also",
    "then",
    "later",
    "however",
    "although",
    "though",
    "because",
    "if",
    "not",
    "was",
    "is",
    "has",
    "had",
];

/// The lower-case nouns right before a name: "Swedish seismologist Bjorn Lund".
pub(super) fn role_before(text: &str, name: Span) -> Vec<String> {
    let start = text.floor_char_boundary(name.start.saturating_sub(APPOSITION_REACH));
    words(&text[start..name.start])
        .iter()
        .rev()
        .take_while(|w| !w.is_mark() || w.text == "’" || w.text == "'")
        .take(4)
        .filter(|w| !w.is_mark() && !w.is_capitalised() && w.text.len() > 3)
        .map(|w| w.lower())
        .collect()
}

/// The nouns of the apposition after a name: "Bjorn Lund, director of the network, said".
pub(super) fn role_after(text: &str, name: Span) -> Vec<String> {
    apposition(text, name)
        .map(|span| {
            words(span.of(text))
                .iter()
                .skip_while(|w| w.text == "of" || w.text == "the")
                // "head of the aldorian coastguard" is no coastguard.
                .take_while(|w| {
                    !matches!(
                        w.text,
                        "of" | "for" | "at" | "in" | "from" | "with" | "to" | "on" | "near" | "by"
                    ) && !matches!(w.text, "who" | "whose" | "which" | "that" | "where")
                })
                .filter(|w| w.text.len() > 3 && !w.is_capitalised())
                .map(|w| w.lower())
                .collect()
        })
        .unwrap_or_default()
}

/// What stands between a name's comma and the next mark, where it begins in lower case, or "of the …" right after it.
fn apposition(text: &str, name: Span) -> Option<Span> {
    let end = text.ceil_char_boundary((name.end + APPOSITION_REACH).min(text.len()));
    let rest = without_acronym(&text[name.end..end]);
    let inner = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" of ").map(|_| &rest[1..]))?;
    let offset = end - inner.len();
    let stop = inner.find([',', '.', ';', ':', '\n']).unwrap_or(inner.len());
    let first = words(&inner[..stop]).first().map(|w| w.is_capitalised());
    let opening = words(&inner[..stop]).first().map(|w| w.lower()).unwrap_or_default();
    let article = ["a", "an", "the", "of"].contains(&opening.as_str());
    let noun = first == Some(false) && !NO_APPOSITION.contains(&opening.as_str());
    (article || noun).then(|| Span::new(offset, offset + stop))
}

/// What follows a name without the acronym in brackets: "the Tide Institute (TIN), a research body".
fn without_acronym(rest: &str) -> &str {
    let inner = rest.strip_prefix(" (").and_then(|inner| inner.split_once(')'));
    inner.filter(|(acronym, _)| acronym.chars().all(char::is_alphanumeric)).map_or(rest, |(_, after)| after)
}

/// Words of a role at most: "deputy chief executive officer".
const LONGEST_ROLE: usize = 4;

/// The roles that the article says of a person beside the name, lower case, each with what qualifies it: "interior minister", "chief
/// physician".
pub(super) fn role_phrases(text: &str, name: &Name) -> Vec<String> {
    let start = text.floor_char_boundary(name.span.start.saturating_sub(APPOSITION_REACH));
    let all = words(&text[start..name.span.start]);
    let small = |w: &&Word<'_>| !w.is_mark() && !w.is_capitalised() && !is_small_word(w.text);
    let mut ahead: Vec<String> =
        all.iter().rev().take_while(small).take(LONGEST_ROLE).map(Word::lower).collect();
    ahead.reverse();
    let behind = role_after(text, name.span);
    let mut out: Vec<String> = [&name.titles, &ahead, &behind]
        .into_iter()
        .flat_map(|role| (0..role.len()).map(|from| role[from..].join(" ")))
        .collect();
    out.dedup();
    out
}

/// Whether a word in lower case belongs to no role.
fn is_small_word(word: &str) -> bool {
    word.len() < 3
        || NO_APPOSITION.contains(&word)
        || matches!(word, "the" | "its" | "his" | "her" | "their" | "that")
}

/// The nouns that the article says of a body beside its name: "operator Voss Line", "the Tide Institute, the country's regulator", "the
/// Quay Watch foundation".
pub(super) fn called(text: &str, name: Span) -> Vec<String> {
    let behind = &text[name.end..text.ceil_char_boundary((name.end + APPOSITION_REACH).min(text.len()))];
    let next = behind.starts_with(' ').then(|| words(behind).first().map(Word::lower)).flatten();
    let next = next.filter(|w| is(w, Noun::Organization) || is(w, Noun::Firm));
    let first = role_before(text, name).into_iter().next();
    let mut out: Vec<String> = first.into_iter().chain(next).collect();
    out.extend(role_after(text, name));
    out
}

/// For whom a person speaks: the body of the apposition, the body named before, or the country of a head of state.
pub(super) fn affiliation(text: &str, name: &Name, roles: &[String]) -> Option<Party> {
    let apposed = apposition(text, name.span).map(|s| names(text, s)).unwrap_or_default();
    let before = Span::new(
        text.floor_char_boundary(name.span.start.saturating_sub(APPOSITION_REACH)),
        name.span.start,
    );
    let ahead = names(text, before).into_iter().rev().filter(|n| touches(text, n.span.end, name.span.start));
    let near: Vec<Name> = apposed.into_iter().chain(ahead).collect();
    let countries: Vec<&'static Country> = near.iter().filter_map(|n| n.country).collect();
    let body = near.into_iter().find(|n| n.kind == ActorKind::Organization);
    if let Some(body) = body {
        return Some(body_party(text, &without_titles(text, &body), body.country));
    }
    if let Some(service) = apposition(text, name.span).and_then(|span| service_in(text, span)) {
        return Some(service);
    }
    let speaks = roles.iter().any(|r| is(r, Noun::Head) || is(r, Noun::Spokesperson));
    let country = countries.into_iter().next().or(name.country).filter(|_| speaks)?;
    Some(Party::government(country.name))
}

/// "TIN Secretary General": the body without the title of whoever speaks for it.
fn without_titles(text: &str, body: &Name) -> Name {
    let words = words(body.span.of(text));
    let own = words.iter().rposition(|w| !is(&w.lower(), Noun::Title)).map(|last| words[last].span.end);
    let end = own.map_or(body.span.end, |end| body.span.start + end);
    Name { span: Span::new(body.span.start, end), ..body.clone() }
}

/// "head of Aldoria's military intelligence": a service that is described and not named.
fn service_in(text: &str, span: Span) -> Option<Party> {
    let country = names(text, span).into_iter().find(|n| n.country.is_some())?;
    let rest = words(text.get(country.span.end..span.end)?);
    bodies::described(&phrase_of(&rest, 0..0).to_lowercase(), country.country?)
}

/// Whether only lower-case words stand between a body's name and a person's: "SNSN seismologist Bjorn Lund".
fn touches(text: &str, from: usize, to: usize) -> bool {
    let between = words(&text[from.min(to)..to]);
    between.len() <= 5
        && between.iter().all(|w| {
            (!w.is_mark() || matches!(w.text, "'" | "’"))
                && (w.text == "s" || !["and", "with", "to", "by", "told", "said", "that"].contains(&w.text))
        })
}

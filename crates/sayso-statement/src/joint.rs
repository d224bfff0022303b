//! Joint sources: "Seoul and Washington" are two speakers, and each gets a statement of its own.

use sayso_model::{Article, Span};

use crate::{
    actor::nouns::{Noun, is},
    country::{NameKind, lookup},
    text::words,
};

/// Splits a source that joins several states or bodies into one span each; any other source stays whole.
///
/// Split is only what is surely joint: every part is the name of a country, its capital or seat, an acronym of capitals
/// ("the EU"), a body, or an outlet that the article credits. "Johnson and Johnson", "the Ministry of Trade and Industry" and "officials in Seoul and Washington" stay whole.
pub(crate) fn speakers(article: &Article, source: Span) -> Vec<Span> {
    let body = source.of(&article.text);
    let parts = split(body);
    let outlet = |part: &str| article.credits.iter().any(|c| part.ends_with(c.name.as_str()));
    if parts.len() < 2 || !parts.iter().all(|p| is_party(p.of(body)) || outlet(p.of(body))) {
        return vec![source];
    }
    parts.into_iter().map(|p| p.shifted(source.start)).collect()
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

fn is_party(part: &str) -> bool {
    let plain = part.strip_prefix("the ").or_else(|| part.strip_prefix("The ")).unwrap_or(part);
    let country = lookup(plain).is_some_and(|(_, kind)| kind != NameKind::Demonym);
    let acronym = (2..=6).contains(&plain.len()) && plain.chars().all(|c| c.is_uppercase());
    // "the State Department": a body's whole name, every word of it capitalised.
    let names = plain.split(' ').all(|w| w.chars().next().is_some_and(char::is_uppercase));
    let body = names && plain.split(' ').any(|w| is(&w.to_lowercase(), Noun::Organization));
    country || acronym || body
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<&str> {
        let article = sayso_testkit::article("x", source);
        speakers(&article, Span::new(0, source.len())).into_iter().map(|s| s.of(source)).collect()
    }

    #[test]
    fn states_that_speak_together_are_split() {
        assert_eq!(read("Seoul and Washington"), ["Seoul", "Washington"]);
        assert_eq!(read("Poland, Sweden and the EU"), ["Poland", "Sweden", "the EU"]);
    }

    #[test]
    fn other_sources_stay_whole() {
        for source in [
            "officials in Seoul and Washington",
            "Johnson and Kern",
            "the Ministry of Trade and Industry",
            "she",
        ] {
            assert_eq!(read(source), [source]);
        }
    }
}

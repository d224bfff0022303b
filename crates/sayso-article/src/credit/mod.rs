//! Whom does the article credit? Media that its own words name as where the report, or a part of it, comes from.

mod byline;
mod dateline;
mod in_text;
mod line;
mod lines;
mod masthead;
mod outlets;
mod own;
mod shape;

use std::collections::BTreeSet;

use sayso_model::Credit;

use own::Own;

/// What is known of an article beside its text that bears on its credits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Frame<'a> {
    /// The outlet that publishes it; it credits itself in vain.
    pub publisher: Option<&'a str>,
    /// Its address, whose host may be the outlet's name.
    pub url: Option<&'a str>,
    /// The author line of the header or the page.
    pub byline: Option<&'a str>,
}

/// The credits of an article: of its byline and lines first, then of its sentences, each medium once per kind.
pub(crate) fn credits(text: &str, frame: Frame<'_>) -> Vec<Credit> {
    let own = Own::new(frame.publisher, frame.url);
    let mut all: Vec<Credit> = frame.byline.map(byline::of_header).unwrap_or_default();
    for line in lines::lines(text) {
        all.extend(byline::credits(&line));
        all.extend(dateline::credits(&line));
        all.extend(line::credits(&line));
    }
    all.extend(in_text::credits(text));
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|c| !own.is(&c.name) && seen.insert((c.kind, own::key(&c.name)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::CreditKind;

    #[test]
    fn the_outlet_s_own_name_is_no_credit() {
        let text = "NORDHAVEN (Sputnik) - The mayor told Sputnik and Reuters that the quay was shut.";
        let frame = Frame { publisher: Some("Sputnik"), ..Frame::default() };
        let found = credits(text, frame);
        assert_eq!(found.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Reuters"]);
    }

    #[test]
    fn one_medium_may_be_credited_in_several_ways() {
        let text =
            "By The Associated Press\n\nNORDHAVEN (AP) — The mayor told the AP that the quay was shut.";
        let kinds: Vec<_> = credits(text, Frame::default()).into_iter().map(|c| (c.name, c.kind)).collect();
        let ap = |kind| ("AP".to_owned(), kind);
        assert_eq!(kinds, [ap(CreditKind::Byline), ap(CreditKind::Dateline), ap(CreditKind::InText)]);
    }
}

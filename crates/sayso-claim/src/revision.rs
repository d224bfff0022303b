//! What changed from one text of an article to the next, which statements does it touch, and who still carries what was corrected?
//!
//! The headline is compared apart from the text. A statement is touched where words of its source, cue or content went or came, or
//! where something was put or taken out within them.

mod correction;
mod diff;
mod notice;

use std::collections::BTreeMap;

use sayso_model::{Article, ClaimId, Revision, Rewording, Side, Span, Statement, StatementId, Touched};

pub(crate) use correction::corrections;
pub use notice::{CorrectionKind, correction_notice};

/// One text of an article with what is said in it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article with this text.
    pub article: &'a Article,
    /// What is said in it; statements of other articles are passed over.
    pub statements: &'a [&'a Statement],
    /// Which claim each statement belongs to, as far as known.
    pub claims: &'a BTreeMap<&'a StatementId, &'a ClaimId>,
}

/// Compares two texts of one article.
pub fn revision(before: Told<'_>, after: Told<'_>) -> Revision {
    let title = |article: &Article| article.title.clone().unwrap_or_default();
    let (title_before, title_after) = (title(before.article), title(after.article));
    let text = diff::rewordings(&before.article.text, &after.article.text);
    let mut touched = touched_in(before, Side::Before, &text);
    touched.extend(touched_in(after, Side::After, &text));
    Revision {
        article: after.article.id.clone(),
        title: diff::rewordings(&title_before, &title_after),
        text,
        touched,
        title_before,
        title_after,
        text_before: before.article.text.clone(),
        text_after: after.article.text.clone(),
    }
}

/// The statements of one side that a change touches, in text order.
fn touched_in(told: Told<'_>, side: Side, changes: &[Rewording]) -> Vec<Touched> {
    let places: Vec<Span> = changes
        .iter()
        .map(|change| match side {
            Side::Before => change.before,
            Side::After => change.after,
        })
        .collect();
    let own = told.statements.iter().filter(|statement| statement.article == told.article.id);
    let mut own: Vec<&&Statement> = own.filter(|statement| is_touched(statement, &places)).collect();
    own.sort_by_key(|statement| statement.content_hull());
    let touched = |statement: &&&Statement| Touched {
        side,
        statement: statement.id.clone(),
        claim: told.claims.get(&statement.id).map(|id| (*id).clone()),
        words: statement.words(&told.article.text),
    };
    own.iter().map(touched).collect()
}

/// Whether a change falls into the words of a statement; the places stand in text order.
fn is_touched(statement: &Statement, places: &[Span]) -> bool {
    let parts = statement.source.iter().chain(&statement.cue).chain(&statement.content);
    let mut parts = parts.copied();
    parts.any(|part| {
        // Places do not overlap, so that the first that ends after the part's beginning is the first that can touch it.
        let first = places.partition_point(|place| place.end <= part.start);
        places[first..]
            .iter()
            .take_while(|place| place.start < part.end)
            .any(|place| if place.is_empty() { part.start < place.start } else { part.overlaps(*place) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, statement};

    const BEFORE: &str = "Ada Berg said 40 boats were lost. The port denied that the pier fell. It rained.";
    const AFTER: &str = "Ada Berg said 14 boats were lost. The port denied that the pier fell. It snowed.";

    fn compared(before: &str, after: &str) -> Revision {
        let (old, new) = (article("x", before), article("x", after));
        let of = |article: &Article| {
            let first =
                if article.text.contains("40 boats") { "40 boats were lost" } else { "14 boats were lost" };
            [
                statement(article, "Ada Berg", "said", first),
                statement(article, "The port", "denied", "the pier fell"),
            ]
        };
        let (said_before, said_after) = (of(&old), of(&new));
        let claims = BTreeMap::new();
        let told = |article, statements| Told { article, statements, claims: &claims };
        revision(
            told(&old, &said_before.iter().collect::<Vec<_>>()),
            told(&new, &said_after.iter().collect::<Vec<_>>()),
        )
    }

    #[test]
    fn only_statements_whose_words_changed_are_touched() {
        let found = compared(BEFORE, AFTER);
        let touched: Vec<(Side, &str)> = found.touched.iter().map(|t| (t.side, t.words.as_str())).collect();
        assert_eq!(touched, [(Side::Before, "40 boats were lost"), (Side::After, "14 boats were lost")]);
    }

    #[test]
    fn what_is_put_between_the_words_touches_and_what_follows_them_does_not() {
        let (old, new) = (article("x", "She said it fell."), article("x", "She said it fell. Really."));
        let (a, b) = (statement(&old, "She", "said", "it fell"), statement(&new, "She", "said", "it fell"));
        let claims = BTreeMap::new();
        let found = revision(
            Told { article: &old, statements: &[&a], claims: &claims },
            Told { article: &new, statements: &[&b], claims: &claims },
        );
        assert!(found.touched.is_empty(), "{found:?}");
        let inner = article("x", "She said it never fell.");
        let c = statement(&inner, "She", "said", "it never fell");
        let found = revision(
            Told { article: &old, statements: &[&a], claims: &claims },
            Told { article: &inner, statements: &[&c], claims: &claims },
        );
        assert_eq!(found.touched.len(), 2, "put in within the words of both: {found:?}");
    }

    #[test]
    fn the_headline_is_compared_apart() {
        let (mut old, mut new) = (article("x", "It rained."), article("x", "It rained."));
        old.title = Some("Forty boats lost".into());
        new.title = Some("Fourteen boats lost".into());
        let claims = BTreeMap::new();
        let told = |article| Told { article, statements: &[], claims: &claims };
        let found = revision(told(&old), told(&new));
        assert!(found.text.is_empty());
        assert_eq!(found.title[0].after.of("Fourteen boats lost"), "Fourteen");
    }
}

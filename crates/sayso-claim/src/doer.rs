//! Who is said to have done it: the doers that a content names, by where their names stand.
//!
//! Before "was behind" or "blew up", after "by", "blamed" or "the work of", right before "part", "hand" or "role". A content that
//! names no doer has none: "the pier fell" is about no deed.

use std::collections::BTreeSet;

use crate::{
    lexicon::{ACCUSES, DOES, DONE_BY, SHARE},
    names::{Found, Name},
    token::Token,
};

/// Words after "by" or "blamed" among which the doer's name stands.
const AFTER: usize = 6;
/// Words before "part" or "hand" that can be its owner's name ("a Western part", "the Aldorian army's hand").
const OWNER: usize = 2;

/// What a content says about who did something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doers {
    /// The content is about who did it.
    pub asked: bool,
    /// Who, where it names them.
    pub names: BTreeSet<Name>,
}

/// Reads the doers off a content; `cue` is the word that attributes it.
pub(crate) fn doers(tokens: &[Token<'_>], names: &[Found], cue: &str) -> Doers {
    let accused = cue.split_whitespace().any(|w| ACCUSES.contains(&w.to_lowercase().as_str()));
    let mut out = Doers { asked: accused, names: BTreeSet::new() };
    let between = |from: usize, to: usize| -> BTreeSet<Name> {
        names.iter().filter(|n| n.start >= from && n.start < to).map(|n| n.name.clone()).collect()
    };
    for (i, token) in tokens.iter().enumerate() {
        let found = if token.is(DONE_BY) && !is_passing(tokens, i) {
            between(i + 1, (i + 1 + AFTER).min(clause_end(tokens, i + 1)))
        } else if token.is(SHARE) {
            out.asked = true;
            let owner = between(i.saturating_sub(OWNER), i);
            if owner.is_empty() { between(clause_start(tokens, i), i) } else { owner }
        } else if token.is(DOES) {
            let passive = tokens.iter().skip(i + 1).take(AFTER).any(|t| t.lower == "by");
            if passive { BTreeSet::new() } else { between(clause_start(tokens, i), i) }
        } else {
            continue;
        };
        out.asked |= token.is(&[
            "behind",
            "responsible",
            "involved",
            "guilty",
            "complicit",
            "deed",
            "blame",
            "blamed",
            "accused",
        ]);
        if out.names.is_empty() && !found.is_empty() {
            out.asked = true;
            out.names = found;
        }
    }
    if out.names.is_empty() && (accused || tokens.len() <= AFTER / 2) {
        out.names = between(0, AFTER);
    }
    out.names = most_telling(out.names);
    out
}

/// Where a person or body is named beside its country, the country says only where they are from.
fn most_telling(names: BTreeSet<Name>) -> BTreeSet<Name> {
    let own: BTreeSet<Name> = names.iter().filter(|n| !n.starts_with('=')).cloned().collect();
    if own.is_empty() { names } else { own }
}

/// "by Monday", "by far", "worked down": not every "by" or "down" names a doer; a number or a gerund after it shows that.
fn is_passing(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or("", |t| t.lower.as_str());
    match tokens[at].lower.as_str() {
        "down" => next != "to",
        "work" | "deed" | "fault" => next != "of",
        _ => next.ends_with("ing") || next.starts_with(|c: char| c.is_ascii_digit()),
    }
}

fn clause_start(tokens: &[Token<'_>], at: usize) -> usize {
    let opens = |t: &Token<'_>| t.is(&["that", "which", "who", "if", "whether", "because", "while"]);
    tokens[..at].iter().rposition(opens).map_or(0, |i| i + 1)
}

fn clause_end(tokens: &[Token<'_>], from: usize) -> usize {
    let ends =
        |t: &Token<'_>| t.is(&["that", "which", "who", "while", "because", "was", "were", "had", "has"]);
    tokens[from.min(tokens.len())..].iter().position(ends).map_or(tokens.len(), |i| from + i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::names;

    fn country(name: &str) -> Option<&'static str> {
        match name {
            "Aldoria" | "Aldorian" => Some("AL"),
            "Kestovia" | "Kestovian" => Some("KE"),
            _ => None,
        }
    }

    fn of(content: &str, cue: &str) -> Vec<String> {
        let tokens = Token::all(content);
        let found = names(&tokens, country);
        doers(&tokens, &found, cue).names.into_iter().collect()
    }

    #[test]
    fn doers_stand_before_the_deed_after_by_and_before_their_part() {
        for content in [
            "Aldoria was behind the fire at the Brenn depot",
            "the fire at the depot in Brenn was set by Aldorian agents",
            "nothing shows an Aldorian hand in the fire",
            "the fire was the work of Aldoria",
        ] {
            assert_eq!(of(content, "said"), ["=AL"], "{content}");
        }
        assert_eq!(of("Kestovia for the fire", "blamed"), ["=KE"]);
        assert_eq!(of("Aldoria", "accused"), ["=AL"]);
    }

    #[test]
    fn a_named_person_stands_for_himself_and_not_for_his_country() {
        assert_eq!(of("the fire was set by the Aldorian major Ruben Halst", "said"), ["halst", "ruben"]);
        assert_eq!(of("a pro-Aldorian group carried out the raid", "said"), ["pro-a"]);
        assert!(of("the pier fell into the sea", "said").is_empty());
    }
}
